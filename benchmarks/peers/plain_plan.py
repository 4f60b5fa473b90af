"""A compiled plan as plain lists and numbers: what the peers are given, so that they need nothing of the project.

It holds what the generated plan has and refuses what it has not:
activities, seats, dates already passed, doctrines other than `all()` and `at_least(n)`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jisr.assessment import Problem
from jisr.ids import Address
from jisr.inputs import direction
from jisr.keyed_random import Stream
from jisr.months import Month
from jisr.plan import FUNCTIONS_WITHOUT_STOCK, Area, Demand, Line, Presence, Row, Uncertain

Plain = dict[str, object]


@dataclass
class Cells:
    """The uncertain cells, numbered in the order they are asked for."""

    problem: Problem
    listed: list[Plain] = field(default_factory=list)
    places: dict[Address, int] = field(default_factory=dict)

    def at(self, row: Row, column: str) -> int:
        """The number of a row's cell; −1 for a blank."""
        cell = getattr(row, column)
        return -1 if cell is None else self._at(Address(row.table, row.key_text, column), cell, row)

    def of(self, address: Address | None, row: Row) -> int:
        """The number of the cell at an address."""
        return -1 if address is None else self._at(address, getattr(row, address.field), row)

    def _at(self, address: Address, cell: Uncertain, row: Row) -> int:
        if address not in self.places:
            self.places[address] = len(self.listed)
            stream = Stream(self.problem.seed, "inputs")
            group = f"group:demand:{row.task}" if isinstance(row, Demand) else ""
            self.listed.append(
                {
                    "address": str(address),
                    "low": cell.low,
                    "mode": cell.mode,
                    "high": cell.high,
                    "sign": 1 if direction(self.problem.plan, address) >= 0 else -1,
                    "key": int(stream.keys((str(address),))[0]),
                    "group": int(stream.keys((group,))[0]) if group else 0,
                }
            )
        return self.places[address]


def plain_plan(problem: Problem) -> Plain:
    """Everything the month loop reads, by room. Cells are named by their number, other rows by their position.

    Raises:
        ValueError: the plan has something the peers do not compute.
    """
    data, cells = problem.capability, Cells(problem)
    funded = any(row.kind == "skill" for row in data.sustainment)
    if data.effects or problem.transition.externals or problem.threat.responses or funded:
        msg = "peers compute plans without activities, externals, responses of the threat and skills that cost money"
        raise ValueError(msg)
    found: Plain = {
        "horizon": data.horizon,
        "correlation": problem.plan.partnership.defaults.demand_correlation,
        "areas": len(data.areas),
        "elements": _elements(problem, cells),
        "skills": _skills(problem, cells),
        "items": [
            {
                "failure": cells.at(row, "failure"),
                "whole": row.count_kind == "whole",
                "thing": _thing(problem, "item", row.item),
            }
            for row in data.items.values()
        ],
        "holdings": _holdings(problem, cells),
        "support": _support(problem, cells),
        "money": _money(problem, cells),
        "functions": _functions(problem, cells),
        "half_life_key": int(Stream(problem.seed, "capability").keys(("regression",))[0]),
        "lines": _lines(problem, cells),
        "requirement": _requirement(problem, cells),
        "tasks": _tasks(problem, cells),
        "enablers": _enablers(problem, cells),
        "posts": [
            {"phase": data.phases.index(row.phase), "posts": cells.at(row, "posts")}
            for row in problem.plan.rows(Presence)
        ],
        "gates": _gates(problem),
        "conditions": _conditions(problem, cells),
    }
    return {**found, "cells": cells.listed}


def _thing(problem: Problem, kind: str, what: str) -> int:
    """Position of a thing that costs money, −1 for none."""
    things = list(dict.fromkeys((row.kind, row.what) for row in problem.capability.sustainment))
    return things.index((kind, what)) if (kind, what) in things else -1


def _elements(problem: Problem, cells: Cells) -> list[Plain]:
    data = problem.capability
    found = []
    for element, row in zip(data.elements, data.strengths, strict=True):
        allowed = [not element.areas or area in element.areas for area in data.areas]
        if element.allocation == "home" and element.home_area is not None:
            allowed = [area == element.home_area for area in data.areas]
        found.append(
            {
                "authorised": row.authorised,
                "thing": _thing(problem, "element", element.element),
                "allowed": allowed,
                "proportional": element.allocation == "proportional",
                **{name: cells.at(row, name) for name in ("assigned", "present", "attrition", "own_intake")},
            }
        )
    return found


def _skills(problem: Problem, cells: Cells) -> list[Plain]:
    data = problem.capability
    return [
        {
            "element": data.element_at(row.element),
            "need": row.need,
            **{name: cells.at(row, name) for name in ("qualified", "half_life", "own_intake")},
        }
        for row in data.skills
    ]


def _holdings(problem: Problem, cells: Cells) -> list[Plain]:
    data, items = problem.capability, list(problem.capability.items)
    stream = Stream(problem.seed, "capability")
    names = ("failure", "repair", "loss", "loss-serviceable")
    return [
        {
            "item": items.index(row.item),
            "held": row.held,
            "need": row.need,
            "mission_capable": cells.at(row, "mission_capable"),
            "attrition": cells.at(row, "attrition"),
            "keys": [int(key) for key in stream.keys(tuple(f"{name}:{row.key_text}" for name in names))],
        }
        for row in data.holdings
    ]


def _support(problem: Problem, cells: Cells) -> list[Plain]:
    data, items = problem.capability, list(problem.capability.items)
    skills = {(row.element, row.skill): i for i, row in enumerate(data.skills)}
    return [
        {
            "item": items.index(row.item),
            "share": cells.at(row, "share"),
            "ends": cells.at(row, "ends"),
            "gate": -1 if row.ends_at is None else data.gates.index(row.ends_at),
            "skill": skills.get((row.element or "", row.skill or ""), -1),
        }
        for row in data.support
    ]


def _money(problem: Problem, cells: Cells) -> Plain:
    data = problem.capability
    payers = list(dict.fromkeys(row.payer for row in data.sustainment))
    first = {(row.kind, row.what): row for row in reversed(data.sustainment)}
    months = [data.cutoff + month for month in range(data.horizon + 1)]
    return {
        "cutoff": data.cutoff.ordinal,
        "things": len(first),
        "years": [[month.fiscal_year(data.parties[payer].fiscal_year_start) for month in months] for payer in payers],
        "rows": [
            {
                "thing": _thing(problem, row.kind, row.what),
                "payer": payers.index(row.payer),
                "share": row.payer_share,
                "cost": cells.at(first[row.kind, row.what], "year_cost"),
                "rate": data.rates[row.currency] / 12,
                "last": None if row.funded_to is None else Month.of(row.funded_to) - data.cutoff,
            }
            for row in data.sustainment
        ],
        "budgets": [
            {
                "payer": payers.index(row.payer),
                "year": row.fiscal_year,
                "amount": row.amount * data.rates[row.currency],
                "execution": cells.at(row, "execution"),
            }
            for row in data.budgets
            if row.use == "sustainment" and not row.carry_over
        ],
    }


def _functions(problem: Problem, cells: Cells) -> list[Plain]:
    data, stream = problem.capability, Stream(problem.seed, "capability")
    found = []
    for one in data.functions:
        if one.rating is None or data.defaults.rating_up_per_year:
            msg = "peers compute rated functions that rise by nothing of themselves"
            raise ValueError(msg)
        found.append(
            {
                "level": cells.at(one.rating, "level"),
                "age": max(0, data.cutoff - Month.of(one.rating.rated_on)),
                "capacities": list(one.capacities),
                "moves": one.function in FUNCTIONS_WITHOUT_STOCK,
                "key": int(stream.keys((f"level:{one.element},{one.function}:moves",))[0]),
            }
        )
    return found


def _lines(problem: Problem, cells: Cells) -> list[Plain]:
    data, tasks = problem.capability, [task.task for task in problem.capability.tasks]
    needs: dict[str, list[Plain]] = {row.line: [] for row in data.lines}
    for i, need in enumerate(data.needs):
        if need.mandatory:
            needs[need.line].append({"kind": need.kind, "at": int(data.need_positions[i]), "threshold": need.threshold})
    return [
        {
            "element": data.element_at(row.element),
            "task": tasks.index(row.task),
            "contribution": cells.at(row, "contribution"),
            "share": row.share,
            "needs": needs[row.line],
        }
        for row in _checked(data.lines)
    ]


def _checked(lines: Sequence[Line]) -> Sequence[Line]:
    if not lines:
        msg = "peers compute plans with lines"
        raise ValueError(msg)
    return lines


def _requirement(problem: Problem, cells: Cells) -> Plain:
    data = problem.requirements
    if any(term.area is not None for term in data.terms):
        msg = "peers compute demand that is the same in every area"
        raise ValueError(msg)
    drivers: list[Plain] = []
    for driver in problem.threat.drivers:
        column = driver.attribute or "km2"
        values = [getattr(area, column) for area in problem.plan.rows(Area)]
        drivers.append(
            {
                "given": driver.kind != "area-attribute",
                "scale": driver.attribute_scale or 1.0,
                "values": [0.0 if isinstance(value, Uncertain) else value or 0.0 for value in values],
                "cells": [
                    cells.at(area, column) if isinstance(value, Uncertain) else -1
                    for area, value in zip(problem.plan.rows(Area), values, strict=True)
                ],
            }
        )
    return {
        "window": problem.threat.window,
        "drivers": drivers,
        "windows": list(data.windows),
        "services": list(data.services),
        "terms": [
            {
                "task": term.task,
                "driver": -1 if term.driver is None else term.driver,
                "rate": cells.at(term.row, "rate"),
            }
            for term in data.terms
        ],
    }


def _tasks(problem: Problem, cells: Cells) -> list[Plain]:
    data = problem.capability
    names = [task.task for task in data.tasks]
    judged = {row.task: row for row in data.self_reliance if row.party == "joint"}
    return [
        {
            "local": task.scope == "local",
            "weight": task.weight if task.essential else 0.0,
            "judged": cells.at(judged[task.task], "share") if task.anchor == "elicited" else -1,
            "order": data.task_order.index(k),
            "needs": [
                [names.index(row.needs_task), data.kappa(row)] for row in data.task_needs if row.task == task.task
            ],
        }
        for k, task in enumerate(data.tasks)
    ]


def _enablers(problem: Problem, cells: Cells) -> list[Plain]:
    data = problem.capability
    names = [task.task for task in data.tasks]
    if any(row.ends is not None for row in data.enablers):
        msg = "peers compute enablers that last as long as their phase"
        raise ValueError(msg)
    return [
        {"phase": data.phases.index(row.phase), "task": names.index(row.task), "amount": cells.at(row, "amount")}
        for row in data.enablers
    ]


def _gates(problem: Problem) -> list[Plain]:
    found: list[Plain] = []
    for gate in problem.transition.gates:
        read = re.fullmatch(r"all\(\)|at_least\((\d+)\)", gate.row.expression)
        if read is None or (gate.opens_at is not None and gate.opens_at <= 0) or gate.row.once:
            msg = f"peers do not compute the gate {gate.id}"
            raise ValueError(msg)
        wanted = int(read[1]) if read[1] else len(gate.core)
        found.append({"opens_at": gate.opens_at, "core": list(gate.core), "wanted": wanted})
    return found


def _conditions(problem: Problem, cells: Cells) -> list[Plain]:
    names = [task.task for task in problem.requirements.tasks]
    found = []
    for one in problem.transition.conditions:
        if one.measure.kind != "cover" or one.row.area is not None:
            msg = f"peers do not compute the measure of {one.id}"
            raise ValueError(msg)
        found.append(
            {
                "gate": one.gate,
                "alone": one.row.measure == "self-reliance",
                "task": names.index(one.row.task or ""),
                "sign": one.sign,
                "threshold": cells.of(one.threshold, one.row),
                "exit": cells.of(one.exit_threshold, one.row),
                "mean": one.is_mean,
                "persistence": one.row.persistence,
                "hold": one.row.hold,
            }
        )
    return found
