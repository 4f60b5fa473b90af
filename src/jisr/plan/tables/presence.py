"""Coalition presence by phase."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Presence"]


class Presence(Provenance):
    """Posts of a contributor in a phase."""

    table: ClassVar[str] = "presence"
    key: ClassVar[tuple[str, ...]] = ("party", "phase")

    party: Annotated[Id, Reference("parties")]
    """The contributor."""
    phase: Annotated[Id, Reference("phases")]
    """The phase."""
    posts: Annotated[UNumber, Quantity("posts", 0)]
    """Posts in the country."""
