"""Phases of the transition."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, Text
from jisr.plan.row import Row

__all__ = ["Phase"]


class Phase(Row):
    """A phase; it ends at a gate, but for the last."""

    table: ClassVar[str] = "phases"
    key: ClassVar[tuple[str, ...]] = ("phase",)
    required: ClassVar[bool] = True

    phase: Id
    """Id of the phase."""
    name: Text
    """Name in each language of the plan."""
    starts_by: Annotated[Id | None, Reference("gates")] = None
    """The gate that opens it; blank: the first phase."""
