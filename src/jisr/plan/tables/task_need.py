"""Soft dependencies between tasks."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Ids, Number, Reference
from jisr.plan.row import Basis, Row
from jisr.units import Quantity

__all__ = ["TaskNeed"]


class TaskNeed(Row):
    """One task needs another: its cover is at most the other's cover divided by the strength."""

    table: ClassVar[str] = "task_needs"
    key: ClassVar[tuple[str, ...]] = ("task", "needs_task")

    task: Annotated[Id, Reference("tasks")]
    """The task that needs."""
    needs_task: Annotated[Id, Reference("tasks")]
    """The task it needs; the graph has no cycle."""
    strength: Annotated[Number | None, Quantity("share", 0.05, 1)] = None
    """κ: the share of the requirement that needs the other task; blank: the plan's default."""
    basis: Basis
    """Where the strength comes from."""
    evidence: Annotated[Ids, Reference("evidence")] = ()
    """Sources, when sourced."""
    reason: str | None = None
    """Why this strength, when assessed or assumed."""
