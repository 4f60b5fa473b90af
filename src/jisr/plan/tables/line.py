"""Capability lines."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Flag, Id, Number, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Line"]


class Line(Provenance):
    """An element's contribution to a task, with its own needs."""

    table: ClassVar[str] = "lines"
    key: ClassVar[tuple[str, ...]] = ("line",)
    required: ClassVar[bool] = True

    line: Id
    """Id of the line."""
    element: Annotated[Id, Reference("elements")]
    """The element."""
    task: Annotated[Id, Reference("tasks")]
    """The task."""
    contribution: Annotated[UNumber, Quantity("task-unit/month", 0)]
    """Task-units a month at full readiness, or a relative weight when the task is anchored: see its `contributions`."""
    share: Annotated[Number, Quantity("share", 0, 1)] = 1.0
    """Share of the element in this line; the shares of an element sum to at most 1 unless concurrent."""
    concurrent: Flag = False
    """Whether the same people do it beside their other lines."""
