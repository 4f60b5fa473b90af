"""Scheduled assessments: how a condition's state can be renewed."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, MonthCell, Reference
from jisr.plan.row import Row

__all__ = ["ScheduledAssessment"]


class ScheduledAssessment(Row):
    """One assessment of a condition that is on the calendar."""

    table: ClassVar[str] = "assessments"
    key: ClassVar[tuple[str, ...]] = ("assessment",)

    assessment: Id
    """Id of the assessment."""
    condition: Annotated[Id, Reference("conditions")]
    """The condition."""
    month: MonthCell
    """When."""
    assessor: Annotated[Id, Reference("parties", "joint")]
    """Who."""
