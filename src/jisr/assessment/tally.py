"""What is counted of the draws of a run; tallies of different blocks merge exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.camp_levels import camp_levels, camp_of
from jisr.assessment.measure_values import cover_by_area
from jisr.assessment.month import Month
from jisr.assessment.outcomes import add_month
from jisr.assessment.problem import Problem
from jisr.assessment.sketch import AMOUNTS, AREA_AMOUNTS, SHARES, Sketch
from jisr.capability import Anchor, line_limits, stocks_met
from jisr.keyed_random import Block
from jisr.plan import Driver
from jisr.requirements import sum_over_areas
from jisr.returns import ReturnPaths
from jisr.transition import GateOutput, GateTally

__all__ = ["QUARTER", "Tally"]


class Tally:
    """Counts over blocks of draws; per-draw scalars are kept by block and joined in the order of the draws.

    `per_draw` by name: (draw,) or (draw, column). `binds` (line, need + 1): how often each need is the lowest of a line at
    the cutoff, the last column for none; `second` the same for the second lowest; `needs` the value of every need there.
    """

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        self.block = Block(0, 0)
        months = problem.threat.horizon + 1
        self.gates = GateTally(problem.transition)
        self.shares = Sketch(SHARES, share_series(problem), months)
        self.amounts = Sketch(AMOUNTS, amount_series(problem), months)
        self.areas = Sketch(AREA_AMOUNTS, area_series(problem), problem.threat.horizon // QUARTER)
        self.local = Sketch(AMOUNTS, local_series(problem), problem.threat.horizon // QUARTER + 1)
        self._forecast = [i for i, row in enumerate(problem.plan.rows(Driver)) if row.kind == "forecast"]
        self._quarter = np.zeros((0, len(self._forecast), len(problem.threat.areas)))
        self.severe = np.zeros(months, dtype=np.int64)
        needs = len(problem.capability.needs)
        self.binds = np.zeros((len(problem.capability.lines), needs + 1), dtype=np.int64)
        self.second = np.zeros_like(self.binds)
        self.needs = Sketch(SHARES, need_series(problem), 1)
        self.parts: dict[int, dict[str, NDArray[np.float64]]] = {}

    def begin(self, block: Block) -> None:
        """Begin to count a block of draws that were not counted yet."""
        self.block = block
        self.parts[block.start] = {}
        self._quarter = np.zeros((block.size, *self._quarter.shape[1:]), order="F")

    def __getstate__(self) -> dict[str, object]:
        """Without the problem, which whoever asked for the draws has: it is larger than what was counted."""
        return {**self.__dict__, "problem": None}

    def belongs_to(self, problem: Problem) -> None:
        """Give a tally that has travelled its problem back."""
        self.problem = problem
        self.gates.data = problem.transition

    def observe_start(self, month: Month, values: NDArray[np.float64], tied: Anchor) -> None:
        """Count the cutoff month."""
        own = self.parts[self.block.start]
        own["today"], own["elicited"] = values, tied.elicited
        own["coherence"], own["loose"] = tied.factor, tied.loose.astype(np.float64)
        own["required"] = month.requirement.total()
        own |= {f"by-area:{condition}": areas for condition, areas in cover_by_area(self.problem, month).items()}
        own["severe-ever"] = np.zeros(self.block.size)
        limits = line_limits(self.problem.capability, month.stocks)
        self.binds += _how_often(limits.lowest, self.binds.shape)
        self.second += _how_often(limits.second, self.second.shape)
        if self.problem.in_full:
            self.needs.observe(0, limits.needs)
        self._observe_series(month)

    def observe(self, month: Month, gates: GateOutput) -> None:
        """Count one month ahead."""
        self.gates.observe(month.number, gates)
        own = self.parts[self.block.start]
        self.severe[month.number] += int(month.risk.severe.sum())
        own["severe-ever"] = np.maximum(own["severe-ever"], month.risk.severe)
        for gate, reference in self.gates.unmet:
            if reference == month.number:
                own[f"on:{gate}:{reference}"] = gates.conditions_met[:, gate].astype(np.float64)
        if month.number in self.problem.milestones:
            own[f"uncovered:{month.number}"] = month.risk.essential
        if self.problem.in_full:
            add_month(self.problem, own, month, gates)
        self._observe_series(month)

    def finish(self, homes: ReturnPaths) -> None:
        """Count what is known only when all months are done: returns."""
        if not self.problem.in_full or not homes.data.flows:
            return
        own = self.parts[self.block.start]
        own["refusals"] = homes.refusals
        own["first-flow-cause"] = np.stack(
            [(homes.cause[:, :, -1] == cause).sum(axis=1) for cause in range(4)], axis=1
        ).astype(np.float64)
        own["persons-now"] = homes.persons[:, 0]
        own["families-now"] = homes.families
        camp = camp_of(homes.data)
        if camp is not None:
            left = homes.persons[:, :, camp]
            for level in camp_levels(self.problem.plan, homes.data):
                reached = left <= level
                first = np.where(reached.any(axis=1), reached.argmax(axis=1), np.inf)
                own[f"camp-at:{level:g}"] = first

    def merge(self, other: Tally) -> None:
        """Add the counts of other draws."""
        self.gates.merge(other.gates)
        self.shares.merge(other.shares)
        self.amounts.merge(other.amounts)
        self.areas.merge(other.areas)
        self.local.merge(other.local)
        self.severe += other.severe
        self.binds += other.binds
        self.second += other.second
        self.needs.merge(other.needs)
        self.parts |= other.parts

    def scalars(self) -> dict[str, NDArray[np.float64]]:
        """Every scalar that all draws have, by name."""
        return {name: self.per_draw(name) for name in next(iter(self.parts.values())) if self.has(name)}

    def per_draw(self, name: str) -> NDArray[np.float64]:
        """A scalar of every draw, in the order of the draws. Shape: (draw,) or (draw, column)."""
        return np.concatenate([part[name] for _, part in sorted(self.parts.items())])

    def has(self, name: str) -> bool:
        """Whether a per-draw scalar was counted."""
        return all(name in part for part in self.parts.values())

    def _observe_series(self, month: Month) -> None:
        if self.problem.in_full:
            self.shares.observe(month.number, *share_values(self.problem, month))
            self.amounts.observe(month.number, *amount_values(month))
            self._observe_areas(month)
            if month.number % QUARTER == 0 and self.local.series:
                by_task = np.moveaxis(month.requirement.local, 1, 0)
                self.local.observe(month.number // QUARTER, *by_task)

    def _observe_areas(self, month: Month) -> None:
        """Add the month to its quarter; count the quarter when it is full."""
        if month.number == 0 or not self.areas.series:
            return
        self._quarter += month.drivers[:, self._forecast]
        if month.number % QUARTER == 0:
            self.areas.observe(month.number // QUARTER - 1, *self._quarter.swapaxes(0, 1))
            self._quarter = np.zeros(self._quarter.shape, order="F")


def _how_often(found: NDArray[np.int64], shape: tuple[int, ...]) -> NDArray[np.int64]:
    """How often each need is found for each line; −1, for none, is the last column. Shape: found (draw, line)."""
    lines, width = shape
    places = np.arange(lines)[:, None] * width + found.T % width
    return np.bincount(places.ravel(), minlength=lines * width).reshape(shape)


QUARTER = 3
"""Months of a quarter: what is shown by area is counted by quarter, as most months of most areas see nothing. What is
required there is counted in the last month of each.
"""


def area_series(problem: Problem) -> list[str]:
    """Names of the counts by area of what is forecast."""
    if not problem.in_full:
        return []
    drivers = [row.driver for row in problem.plan.rows(Driver) if row.kind == "forecast"]
    return [f"{driver}:{area}" for driver in drivers for area in problem.threat.areas]


def local_series(problem: Problem) -> list[str]:
    """Names of what local tasks require in each area."""
    if not problem.in_full:
        return []
    tasks = [problem.requirements.tasks[k].task for k in problem.requirements.local_tasks]
    return [f"required:{task}:{area}" for task in tasks for area in problem.requirements.areas]


def need_series(problem: Problem) -> list[str]:
    """Names of the values of needs at the cutoff."""
    return [row.key_text for row in problem.capability.needs] if problem.in_full else []


def share_series(problem: Problem) -> list[str]:
    """Names of the series between 0 and 1."""
    if not problem.in_full:
        return []
    tasks = [task.task for task in problem.requirements.tasks]
    settings = ["now", "alone", "cutoff", *(f"after:{gate.id}" for gate in problem.transition.gates)]
    return [
        *(f"cover:{setting}:{task}" for setting in settings for task in tasks),
        *(f"uncovered:{task}" for task in tasks),
        "essential",
        *(f"met:item:{row.key_text}" for row in problem.capability.holdings),
        *(f"met:skill:{row.key_text}" for row in problem.capability.skills),
        *(f"met:element:{row.element}" for row in problem.capability.elements),
        *(f"ready:{row.line}" for row in problem.capability.lines),
    ]


def share_values(problem: Problem, month: Month) -> list[NDArray[np.float64]]:
    """The values of `share_series`, in its order, in parts. Shape of each: (draw, series)."""
    settings = ["now", "alone", "cutoff", *(f"after:{gate.id}" for gate in problem.transition.gates)]
    return [
        *(month.cover[setting].cover for setting in settings),
        month.risk.uncovered,
        month.risk.essential[:, None],
        *stocks_met(problem.capability, month.stocks),
        month.readiness,
    ]


def amount_series(problem: Problem) -> list[str]:
    """Names of the series of amounts."""
    if not problem.in_full:
        return []
    tasks = [task.task for task in problem.requirements.tasks]
    return [
        *(f"driver:{driver}" for driver in problem.requirements.drivers),
        *(f"required:{task}" for task in tasks),
        *(f"capacity:{task}" for task in tasks),
        "needed",
        *(f"paid:{payer}" for payer in problem.capability.payers),
        "posts",
        *(f"site:{site.site}" for site in problem.returns.sites),
    ]


def amount_values(month: Month) -> list[NDArray[np.float64]]:
    """The values of `amount_series`, in its order, in parts; money as a yearly rate. Shape of each: (draw, series)."""
    return [
        sum_over_areas(month.drivers),
        month.requirement.total(),
        month.capacity.total(),
        month.needed[:, None] * 12,
        month.paid * 12,
        month.posts[:, None],
        month.persons,
    ]
