"""Self-reliance today: the anchor of capability."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["SelfReliance"]


class SelfReliance(Provenance):
    """One side's (or the joint) judgement: the share of the requirement the host meets today alone.

    Asked as: if everything it depends on were there.
    """

    table: ClassVar[str] = "self_reliance"
    key: ClassVar[tuple[str, ...]] = ("task", "party")

    task: Annotated[Id, Reference("tasks")]
    """The task."""
    party: Annotated[Id, Reference("parties", "joint")]
    """The side that judges, or `joint`."""
    share: Annotated[UNumber, Quantity("share", 0, 2)]
    """Share of the requirement at observed drivers."""
