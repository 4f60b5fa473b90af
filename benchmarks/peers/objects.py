"""The month loop of a plain plan as objects in plain Python, one draw at a time: what Mesa's and SimPy's models are made of.

Each entity has a `step`; a framework decides how they are called. Nothing of the project is imported.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from typing import Any

from object_tasks import GateKeeper, Mission

_TINY = 1e-9
_LEAST_TODAY = 0.05
_FULL_YEAR = 12
NEVER = 1_000_000


class Treasury:
    """The funded share of every thing by month, of one draw."""

    def __init__(self, money: dict[str, Any], horizon: int, c: list[float]) -> None:
        rows, months = money["rows"], range(horizon + 1)
        needed = [c[row["cost"]] * row["rate"] * row["share"] for row in rows]
        runs = [[row["last"] is None or month <= row["last"] for month in months] for row in rows]
        share = [[1.0] * (horizon + 1) for _ in money["years"]]
        for payer, years in enumerate(money["years"]):
            budgets = [row for row in money["budgets"] if row["payer"] == payer]
            told = {row["year"] for row in budgets}
            own = [i for i, row in enumerate(rows) if row["payer"] == payer]
            for year in sorted(set(years)) if budgets else ():
                inside = [month for month in months if years[month] == year]
                if inside[-1] == 0 and year not in told:
                    continue
                granted = sum(row["amount"] * c[row["execution"]] for row in budgets if row["year"] == year)
                asked = sum(needed[i] for i in own for month in inside if runs[i][month]) * _FULL_YEAR / len(inside)
                for month in inside:
                    share[payer][month] = min(1.0, granted / max(asked, _TINY))
        self.against_today: list[list[float]] = []
        for thing in range(money["things"]):
            own = [i for i, row in enumerate(rows) if row["thing"] == thing]
            paid = [
                min(1.0, sum(rows[i]["share"] * runs[i][month] * share[rows[i]["payer"]][month] for i in own))
                for month in months
            ]
            self.against_today.append([one / max(paid[0], _LEAST_TODAY) for one in paid])

    def of(self, thing: int, month: int) -> float:
        """Relative to the cutoff; 1 for what costs nothing."""
        return 1.0 if thing < 0 else self.against_today[thing][month]


class Force:
    """The personnel of one element."""

    def __init__(self, model: World, row: dict[str, Any], c: list[float]) -> None:
        self.model, self.thing, self.authorised = model, row["thing"], row["authorised"]
        self.assigned, self.presence, self.attrition = c[row["assigned"]], c[row["present"]], c[row["attrition"]]
        self.intake = self.attrition * self.assigned if row["own_intake"] < 0 else c[row["own_intake"]]
        self.allowed, self.proportional = row["allowed"], row["proportional"]
        self.allowed_areas = max(sum(row["allowed"]), 1)

    def step(self) -> None:
        """Attrition and intake."""
        funded = self.model.treasury.of(self.thing, self.model.month)
        self.assigned = max(self.assigned + (self.intake * funded - self.attrition * self.assigned), 0.0)

    def met(self) -> float:
        """Present of the authorised."""
        return self.presence * self.assigned / self.authorised


class Specialists:
    """Those of one element who hold a skill."""

    def __init__(self, model: World, row: dict[str, Any], c: list[float]) -> None:
        self.model, self.force, self.need = model, model.forces[row["element"]], row["need"]
        self.qualified = min(c[row["qualified"]], self.force.assigned)
        self.at_start = max(self.qualified, _TINY)
        self.keep = 1 - self.force.attrition
        if row["half_life"] >= 0:
            self.keep *= 2.0 ** (-1.0 / c[row["half_life"]])
        self.own = (1 - self.keep) * self.qualified if row["own_intake"] < 0 else c[row["own_intake"]]

    def step(self) -> None:
        """Skills fade and leave; own intake comes."""
        own = self.own * self.model.treasury.of(self.force.thing, self.model.month)
        self.qualified = min(self.qualified * self.keep + own, self.force.assigned)

    def met(self) -> float:
        """Present and qualified of those needed."""
        return self.force.presence * self.qualified / self.need


class Fleet:
    """One type of equipment of one element."""

    def __init__(self, model: World, row: dict[str, Any], c: list[float]) -> None:
        item = model.plan["items"][row["item"]]
        self.model, self.item, self.need, self.thing = model, row["item"], row["need"], item["thing"]
        self.whole, self.failure = item["whole"], c[item["failure"]]
        self.held = float(row["held"])
        self.serviceable = c[row["mission_capable"]] * self.held
        if self.whole:
            self.serviceable = float(round(self.serviceable))
        self.repair = self.failure * self.serviceable
        self.loss = 1 - (1 - c[row["attrition"]]) ** (1 / 12)

    def step(self) -> None:
        """Failures, repairs, losses."""
        repairs = self.repair * self.model.channels[self.item]
        if self.whole:
            self._step_whole(repairs)
            return
        failed = self.failure * self.serviceable
        repaired = min(repairs, self.held - self.serviceable + failed)
        self.serviceable = (self.serviceable + repaired - failed) * (1 - self.loss)
        self.held *= 1 - self.loss

    def _step_whole(self, repairs: float) -> None:
        chance = self.model.chance
        failed = _binomial(chance, self.serviceable, self.failure)
        repairs = math.floor(repairs) + (chance.random() < repairs - math.floor(repairs))
        self.serviceable += min(repairs, self.held - self.serviceable + failed) - failed
        down = _binomial(chance, self.held - self.serviceable, self.loss)
        lost = _binomial(chance, self.serviceable, self.loss)
        self.held -= down + lost
        self.serviceable -= lost

    def met(self) -> float:
        """Serviceable of those needed."""
        return self.serviceable / self.need


def _binomial(chance: random.Random, trials: float, share: float) -> int:
    return sum(chance.random() < share for _ in range(int(trials)))


class Function:
    """A rated function of one element."""

    def __init__(self, model: World, row: dict[str, Any], c: list[float]) -> None:
        self.model, self.capacities, self.moves = model, row["capacities"], row["moves"]
        self.level = min(max(round(c[row["level"]]) - 1, 0), len(self.capacities) - 1)
        self._fall(row["age"])

    def step(self) -> None:
        """A month of the chain."""
        if self.moves:
            self._fall(1)

    def _fall(self, months: int) -> None:
        """As many levels as there are events in these months."""
        left = months * self.model.fall_rate
        while left > 0 and (wait := self.model.chance.expovariate(1.0)) < left:
            self.level, left = max(self.level - 1, 0), left - wait

    def met(self) -> float:
        """Share of full capacity at its level."""
        return self.capacities[self.level]  # type: ignore[no-any-return]


class Line:
    """What one element gives to one task."""

    def __init__(self, model: World, row: dict[str, Any], c: list[float]) -> None:
        self.model, self.force, self.task = model, model.forces[row["element"]], row["task"]
        self.full = c[row["contribution"]] * row["share"]
        held = {"personnel": model.forces, "skill": model.skilled, "item": model.fleets, "function": model.functions}
        self.needs = [(held[need["kind"]][need["at"]], need["threshold"]) for need in row["needs"]]
        self.step()

    def step(self) -> None:
        """The lowest of its mandatory needs."""
        self.readiness = 1.0
        for need, threshold in self.needs:
            self.readiness = min(self.readiness, min(1.0, need.met()) / threshold)


class World:
    """One draw of a plan: its entities, and the month."""

    def __init__(
        self, plan: dict[str, Any], c: list[float], drivers: list[Any], chance: random.Random | None = None
    ) -> None:
        self.plan, self.month, self.chance = plan, 0, chance or random.Random()  # noqa: S311 - a simulation
        regressed = self.chance.betavariate(67.5, 34.5)
        self.fall_rate = -math.log1p(-regressed) / 12
        self.treasury = Treasury(plan["money"], plan["horizon"], c)
        self.forces = [self.make(Force, row, c) for row in plan["elements"]]
        self.skilled = [self.make(Specialists, row, c) for row in plan["skills"]]
        self.fleets = [self.make(Fleet, row, c) for row in plan["holdings"]]
        self.functions = [self.make(Function, row, c) for row in plan["functions"]]
        self.lines = [self.make(Line, row, c) for row in plan["lines"]]
        self.opened = [NEVER] * len(plan["gates"])
        self.support = self._support(c)
        self.mission = Mission(plan, c, drivers, self.lines)
        self.gates = GateKeeper(plan, c)
        self.kept: dict[str, list[list[float]]] = {}
        self.keep()

    def make(self, kind: Callable[..., Any], row: dict[str, Any], c: list[float]) -> Any:
        """An entity; a framework may make it its own."""
        return kind(self, row, c)

    def _support(self, c: list[float]) -> list[tuple[int, float, float, int, int]]:
        """By channel: item, share of today's repairs, last month, gate, skill."""
        rows = self.plan["support"]
        totals = [0.0] * len(self.plan["items"])
        for row in rows:
            totals[row["item"]] += c[row["share"]]
        cutoff = self.plan["money"]["cutoff"]
        return [
            (
                row["item"],
                c[row["share"]] / max(totals[row["item"]], _TINY),
                NEVER if row["ends"] < 0 else round(c[row["ends"]]) - cutoff,
                row["gate"],
                row["skill"],
            )
            for row in rows
        ]

    def open_channels(self) -> None:
        """The share of today's repairs that is still given, by item, and paid for."""
        self.channels = [0.0] * len(self.plan["items"])
        for item, share, last, gate, skill in self.support:
            if self.month <= last and (gate < 0 or self.month <= self.opened[gate]):
                skilled = self.skilled[skill] if skill >= 0 else None
                self.channels[item] += share * (1.0 if skilled is None else skilled.qualified / skilled.at_start)
        for i, item in enumerate(self.plan["items"]):
            self.channels[i] *= self.treasury.of(item["thing"], self.month)

    def keep(self) -> None:
        """Compute what the forces come to in this month, and record it."""
        covers = self.mission.month(self.month, self.gates.phase)
        found = {
            **covers.recorded(),
            "assigned": [one.assigned for one in self.forces],
            "qualified": [one.qualified for one in self.skilled],
            "held": [one.held for one in self.fleets],
            "serviceable": [one.serviceable for one in self.fleets],
            "functions": [one.met() for one in self.functions],
            "readiness": [line.readiness for line in self.lines],
        }
        if self.month:
            found |= self.gates.step(self.month, covers, self.opened)
        for name, values in found.items():
            self.kept.setdefault(name, []).append(values)
