"""Tasks and gates of one draw in plain Python: requirement, capacity, cover, conditions, phases."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

Rows = list[dict[str, Any]]
_UNBOUNDED = float("inf")


@dataclass
class Covers:
    """One month of one draw. By setting (the phases, then none) and task; `worst` is the worst area's."""

    phase: int
    settings: list[list[float]]
    worst: list[list[float]]
    required: list[float]
    capacity: list[float]
    uncovered: list[float]

    def recorded(self) -> dict[str, list[float]]:
        """Under the names the product's values have."""
        return {
            "now": self.settings[self.phase],
            "covers": [cover for setting in self.settings for cover in setting],
            "required": self.required,
            "capacity": self.capacity,
            "uncovered": self.uncovered,
        }


class Mission:
    """What is required of each task by area, what is there for it, and how much of it that covers.

    A mobile task has one place, all areas together.
    """

    def __init__(self, plan: dict[str, Any], c: list[float], drivers: list[Any], lines: list[Any]) -> None:
        self.plan, self.lines, self.tasks = plan, lines, plan["tasks"]
        self.places = [plan["areas"] if task["local"] else 1 for task in self.tasks]
        self.order = sorted(range(len(self.tasks)), key=lambda k: self.tasks[k]["order"])
        self._read_drivers(plan["requirement"], c, drivers)
        self.terms: list[list[tuple[int, float]]] = [[] for _ in self.tasks]
        for term in plan["requirement"]["terms"]:
            self.terms[term["task"]].append((term["driver"], c[term["rate"]]))
        self.at_start = [self._required(k, 0) for k in range(len(self.tasks))]
        self.help = [[0.0] * len(self.tasks) for _ in range(len(plan["gates"]) + 2)]
        for row in plan["enablers"]:
            self.help[row["phase"]][row["task"]] += c[row["amount"]]
        self.factor = [self._anchor(k, c) for k in range(len(self.tasks))]

    def _read_drivers(self, wanted: dict[str, Any], c: list[float], drivers: list[Any]) -> None:
        self.window, self.windows, self.services = wanted["window"], wanted["windows"], wanted["services"]
        self.fixed: dict[int, list[float]] = {}
        self.moving: dict[int, list[list[float]]] = {}
        for i, driver in enumerate(wanted["drivers"]):
            if driver["given"]:
                self.moving[i] = drivers[len(self.moving)]
            else:
                read = zip(driver["values"], driver["cells"], strict=True)
                self.fixed[i] = [(value if cell < 0 else c[cell]) / driver["scale"] for value, cell in read]

    def _seen(self, k: int, driver: int, month: int) -> list[float]:
        """A driver of one month, by place of a task."""
        values = self.fixed[driver] if driver in self.fixed else self.moving[driver][month + self.window - 1]
        return values if self.tasks[k]["local"] else [sum(values)]

    def _trailing(self, k: int, driver: int, month: int) -> list[float]:
        """The quantile of a driver over a task's trailing window, linear between order statistics."""
        if driver in self.fixed:
            return self._seen(k, driver, month)
        months = self.windows[k]
        seen = zip(*(self._seen(k, driver, one) for one in range(month - months + 1, month + 1)), strict=True)
        position = self.services[k] * (months - 1)
        below = int(position)
        found = []
        for place in seen:
            ordered = sorted(place)
            above = ordered[min(below + 1, months - 1)]
            found.append(ordered[below] + (position - below) * (above - ordered[below]))
        return found

    def _required(self, k: int, month: int) -> list[float]:
        return self._asked(k, month, self._trailing)

    def _asked(self, k: int, month: int, of: Any) -> list[float]:
        total = [0.0] * self.places[k]
        for driver, rate in self.terms[k]:
            values = [1.0] * self.places[k] if driver < 0 else of(k, driver, month)
            for place, value in enumerate(values):
                total[place] += rate * value
        return total

    def _anchor(self, k: int, c: list[float]) -> float:
        base = sum(line.full * line.readiness for line in self.lines if line.task == k)
        required = sum(self.at_start[k])
        if self.tasks[k]["judged"] < 0 or base <= 0 or required <= 0:
            return 1.0
        return float(c[self.tasks[k]["judged"]] * required / base)

    def month(self, month: int, phase: int) -> Covers:
        """Everything of one month."""
        required = [self._required(k, month) for k in range(len(self.tasks))]
        capacity = self._capacity(required)
        settings, worst, limits = zip(*(self._cover(help_, required, capacity) for help_ in self.help), strict=True)
        uncovered = [
            self._uncovered(k, month, required[k], self._there(k, self.help[phase], capacity), limits[phase][k])
            for k in range(len(self.tasks))
        ]
        return Covers(
            phase,
            list(settings),
            list(worst),
            [sum(one) for one in required],
            [sum(one) for one in capacity],
            uncovered,
        )

    def _capacity(self, required: list[list[float]]) -> list[list[float]]:
        capacity = [[0.0] * places for places in self.places]
        for line in self.lines:
            k, force = line.task, line.force
            amount = line.full * line.readiness * self.factor[k]
            if not self.tasks[k]["local"]:
                capacity[k][0] += amount
                continue
            total = sum(need for need, allowed in zip(required[k], force.allowed, strict=True) if allowed)
            by_need = force.proportional and total > 0
            for area, allowed in enumerate(force.allowed):
                if allowed:
                    share = required[k][area] / total if by_need else 1 / force.allowed_areas
                    capacity[k][area] += amount * share
        return capacity

    def _there(self, k: int, help_: list[float], capacity: list[list[float]]) -> list[float]:
        """Capacity with enablers, by place."""
        return [own + help_[k] * need for own, need in zip(capacity[k], self.at_start[k], strict=True)]

    def _cover(
        self, help_: list[float], required: list[list[float]], capacity: list[list[float]]
    ) -> tuple[list[float], list[float], list[float]]:
        covered, worst = [1.0] * len(self.tasks), [1.0] * len(self.tasks)
        limits = [_UNBOUNDED] * len(self.tasks)
        for k in self.order:
            there = self._there(k, help_, capacity)
            pairs = list(zip(there, required[k], strict=True))
            total = sum(required[k])
            own = sum(min(pair) for pair in pairs) / total if total > 0 else 1.0
            for above, strength in self.tasks[k]["needs"]:
                limits[k] = min(limits[k], covered[above] / strength)
            covered[k] = min(own, 1.0, limits[k])
            worst[k] = min(limits[k], *(min(1.0, have / need) if need > 0 else 1.0 for have, need in pairs))
        return covered, worst, limits

    def _uncovered(self, k: int, month: int, required: list[float], there: list[float], limit: float) -> float:
        asked = self._asked(k, month, self._seen)
        missing = 0.0
        for ask, need, have in zip(asked, required, there, strict=True):
            usable = min(have, need * limit) if need > 0 and limit < _UNBOUNDED else have
            missing += max(ask - usable, 0.0)
        return missing / sum(asked) if sum(asked) > 0 else 0.0


class GateKeeper:
    """Conditions, gates and the phase of one draw."""

    def __init__(self, plan: dict[str, Any], c: list[float]) -> None:
        self.conditions: Rows = plan["conditions"]
        self.gates: Rows = plan["gates"]
        self.tasks = plan["tasks"]
        self.phase = 0
        self.run, self.met_run = [0] * len(self.conditions), [0] * len(self.conditions)
        self.recent: list[list[float]] = [[] for _ in self.conditions]
        self.entry = [row["sign"] * c[row["threshold"]] for row in self.conditions]
        self.leave = [
            min(entry, row["sign"] * c[row["exit"]]) if row["exit"] >= 0 else entry
            for entry, row in zip(self.entry, self.conditions, strict=True)
        ]

    def step(self, month: int, covers: Covers, opened: list[int]) -> dict[str, list[float]]:
        """Which conditions are ready, which gates' conditions are met; one gate a month may open."""
        ready = [self._ready(i, row, month, self._value(row, covers)) for i, row in enumerate(self.conditions)]
        met = [sum(ready[i] for i in gate["core"]) >= gate["wanted"] for gate in self.gates]
        if self.phase < len(self.gates):
            gate = self.gates[self.phase]
            if met[self.phase] if gate["opens_at"] is None else month >= gate["opens_at"]:
                opened[self.phase] = month
                self.phase += 1
        return {"ready": [float(one) for one in ready], "met": [float(one) for one in met]}

    def _value(self, row: dict[str, Any], covers: Covers) -> float:
        setting = len(self.gates) + 1 if row["alone"] else row["gate"] + 1
        found = covers.worst if self.tasks[row["task"]]["local"] else covers.settings
        return found[setting][row["task"]]

    def _ready(self, i: int, row: dict[str, Any], month: int, value: float) -> bool:
        if row["mean"]:
            self.recent[i] = [*self.recent[i], value][-row["persistence"] :]
            value = sum(self.recent[i]) / len(self.recent[i])
        judged = row["sign"] * value
        satisfied = judged >= self.entry[i]
        self.run[i] = self.run[i] + 1 if satisfied else 0
        enters = satisfied and month >= row["persistence"] if row["mean"] else self.run[i] >= row["persistence"]
        stays = self.met_run[i] > 0 and judged >= self.leave[i]
        self.met_run[i] = self.met_run[i] + 1 if stays or enters else 0
        return self.met_run[i] > row["hold"]
