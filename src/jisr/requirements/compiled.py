"""What the requirements stage needs of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.plan import Area, Demand, Driver, Plan, Task

__all__ = ["DemandTerm", "RequirementData", "compile_requirements"]


@dataclass(frozen=True)
class DemandTerm:
    """One row of demand: a rate per unit of a driver, or a floor (`driver` None), of a task, in one area or in each."""

    row: Demand
    task: int
    driver: int | None
    area: int | None


@dataclass(frozen=True)
class RequirementData:
    """Tasks in plan order, their planning parameters, and the terms of demand."""

    tasks: tuple[Task, ...]
    areas: tuple[str, ...]
    drivers: tuple[str, ...]
    local_tasks: tuple[int, ...]
    mobile_tasks: tuple[int, ...]
    windows: tuple[int, ...]
    """Trailing planning window by task. Units: months."""
    services: tuple[float, ...]
    """Service level by task, 0–1."""
    terms: tuple[DemandTerm, ...]


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
        local_tasks=tuple(i for i, row in enumerate(tasks) if row.scope == "local"),
        mobile_tasks=tuple(i for i, row in enumerate(tasks) if row.scope == "mobile"),
        windows=tuple(row.window for row in tasks),
        services=tuple(service if row.service is None else row.service for row in tasks),
        terms=terms,
    )
