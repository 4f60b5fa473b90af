"""Enablers: capacity the contributors still provide."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Date, Id, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Enabler"]


class Enabler(Provenance):
    """Capacity a contributor provides for a task while a phase lasts."""

    table: ClassVar[str] = "enablers"
    key: ClassVar[tuple[str, ...]] = ("task", "phase", "party")

    task: Annotated[Id, Reference("tasks")]
    """The task."""
    phase: Annotated[Id, Reference("phases")]
    """The phase in which it is provided."""
    party: Annotated[Id, Reference("parties")]
    """Who provides it."""
    amount: Annotated[UNumber, Quantity("share", 0)]
    """Capacity as a share of the requirement at observed drivers."""
    posts: Annotated[UNumber | None, Quantity("posts", 0)] = None
    """Posts that go with it."""
    ends: Date | None = None
    """Last day, when it ends inside the phase."""
