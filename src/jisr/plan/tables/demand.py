"""Demand: what a month asks of a task, by driver."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Demand"]


class Demand(Provenance):
    """A rate of task-units per unit of a driver; driver `constant` is the floor."""

    table: ClassVar[str] = "demand"
    key: ClassVar[tuple[str, ...]] = ("task", "area", "driver")
    required: ClassVar[bool] = True

    task: Annotated[Id, Reference("tasks")]
    """The task."""
    area: Annotated[Id | None, Reference("areas")] = None
    """The area of a local task; blank: each area. Must be blank for a mobile task."""
    driver: Annotated[Id, Reference("drivers", "constant")]
    """The driver, or `constant` for a floor per area (local) or in all (mobile)."""
    rate: Annotated[UNumber, Quantity("task-unit/driver-unit/month", 0)]
    """Task-units per driver-unit and month; for `constant`, task-units per month."""
