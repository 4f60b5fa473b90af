"""What the requirements stage needs of a plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jisr.plan import Area, Demand, Driver, Plan, Task

__all__ = ["DemandTerm", "QuantileKey", "RequirementData", "compile_requirements"]


@dataclass(frozen=True)
class DemandTerm:
    """One row of demand: a rate per unit of a driver, or a floor (`driver` None), of a task, in one area or in each."""

    row: Demand
    task: int
    driver: int | None
    area: int | None


class QuantileKey(NamedTuple):
    """A driver read over a trailing window at a service level: what a task's requirement is made of."""

    driver: int
    window: int
    service: float


@dataclass(frozen=True)
class RequirementData:
    """Tasks in plan order, their planning parameters, and the terms of demand."""

    tasks: tuple[Task, ...]
    areas: tuple[str, ...]
    drivers: tuple[str, ...]
    drivers_move: tuple[bool, ...]
    local_tasks: tuple[int, ...]
    mobile_tasks: tuple[int, ...]
    windows: tuple[int, ...]
    """Trailing planning window by task. Units: months."""
    services: tuple[float, ...]
    """Service level by task, 0–1."""
    terms: tuple[DemandTerm, ...]

    def task_at(self, task: str) -> int:
        """Position of a task."""
        return self._task_positions[task]

    @cached_property
    def _task_positions(self) -> dict[str, int]:
        return {row.task: i for i, row in enumerate(self.tasks)}

    def key(self, term: DemandTerm) -> QuantileKey:
        """What a term that moves reads."""
        return QuantileKey(term.driver or 0, self.windows[term.task], self.services[term.task])

    @cached_property
    def _moving(self) -> tuple[DemandTerm, ...]:
        return tuple(self.terms[t] for t in self.moving_terms)

    @cached_property
    def moving_terms(self) -> NDArray[np.int64]:
        """The terms whose driver differs from month to month."""
        return np.array([t for t, term in enumerate(self.terms) if self._moves(term)], dtype=np.int64)

    @cached_property
    def still_terms(self) -> NDArray[np.int64]:
        """The other terms: floors, and drivers that are an attribute of the areas."""
        return np.array([t for t, term in enumerate(self.terms) if not self._moves(term)], dtype=np.int64)

    def _moves(self, term: DemandTerm) -> bool:
        return term.driver is not None and self.drivers_move[term.driver]

    @cached_property
    def local_keys(self) -> tuple[QuantileKey, ...]:
        """What the terms of local tasks read."""
        local = [term for term in self._moving if term.task in self.local_tasks]
        return tuple(dict.fromkeys(self.key(term) for term in local))

    @cached_property
    def mobile_keys(self) -> tuple[QuantileKey, ...]:
        """What the terms of mobile tasks read, all areas together."""
        mobile = [term for term in self._moving if term.task in self.mobile_tasks]
        return tuple(dict.fromkeys(self.key(term) for term in mobile))

    @cached_property
    def term_rows(self) -> tuple[Demand, ...]:
        """The row of each term."""
        return tuple(term.row for term in self.terms)

    @cached_property
    def term_keys(self) -> NDArray[np.int64]:
        """By term: its place in `local_keys` or `mobile_keys`; −1 for one that does not move."""
        keys = [self.mobile_keys if mobile else self.local_keys for mobile in self.term_is_mobile]
        found = [
            own.index(self.key(term)) if self._moves(term) else -1 for term, own in zip(self.terms, keys, strict=True)
        ]
        return np.array(found, dtype=np.int64)

    @cached_property
    def term_drivers(self) -> NDArray[np.int64]:
        """By term: its driver; −1 for a floor."""
        return np.array([-1 if term.driver is None else term.driver for term in self.terms], dtype=np.int64)

    @cached_property
    def term_areas(self) -> NDArray[np.int64]:
        """By term: its area; −1 for each."""
        return np.array([-1 if term.area is None else term.area for term in self.terms], dtype=np.int64)

    @cached_property
    def term_is_mobile(self) -> NDArray[np.bool_]:
        """By term: whether its task is mobile."""
        return np.array([term.task in self.mobile_tasks for term in self.terms], dtype=np.bool_)

    @cached_property
    def term_columns(self) -> NDArray[np.int64]:
        """By term: the place of its task among the local or the mobile ones."""
        place = {task: i for tasks in (self.local_tasks, self.mobile_tasks) for i, task in enumerate(tasks)}
        return np.array([place[term.task] for term in self.terms], dtype=np.int64)


def compile_requirements(plan: Plan) -> RequirementData:
    """The requirements stage's view of a plan that has passed its checks."""
    tasks, areas = plan.rows(Task), tuple(row.area for row in plan.rows(Area))
    drivers = tuple(row.driver for row in plan.rows(Driver))
    position = {row.task: i for i, row in enumerate(tasks)}
    terms = tuple(
        DemandTerm(
            row,
            position[row.task],
            None if row.driver == "constant" else drivers.index(row.driver),
            None if row.area is None else areas.index(row.area),
        )
        for row in plan.rows(Demand)
    )
    service = plan.partnership.defaults.service
    return RequirementData(
        tasks=tasks,
        areas=areas,
        drivers=drivers,
        drivers_move=tuple(row.kind != "area-attribute" for row in plan.rows(Driver)),
        local_tasks=tuple(i for i, row in enumerate(tasks) if row.scope == "local"),
        mobile_tasks=tuple(i for i, row in enumerate(tasks) if row.scope == "mobile"),
        windows=tuple(row.window for row in tasks),
        services=tuple(service if row.service is None else row.service for row in tasks),
        terms=terms,
    )
