"""Who repairs equipment."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Reference, UMonth, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Support"]


class Support(Provenance):
    """One repair channel of an equipment type: its share of today's repairs, and when it ends."""

    table: ClassVar[str] = "support"
    key: ClassVar[tuple[str, ...]] = ("item", "provider")

    item: Annotated[Id, Reference("equipment_types")]
    """The type."""
    provider: Literal["own", "contractor", "contributor"]
    """Who does the repairs."""
    share: Annotated[UNumber, Quantity("share", 0, 1)]
    """Share of today's repairs; the shares of an item sum to 1."""
    ends: UMonth | None = None
    """Last month of support; blank: open, which needs a reason."""
    ends_at: Annotated[Id | None, Reference("gates")] = None
    """The gate at whose opening it ends, when that comes first."""
    successor: str | None = None
    """Who is to take over."""
    posts: Annotated[Whole | None, Quantity("posts", 0)] = None
    """Posts in the country."""
    element: Annotated[Id | None, Reference("elements")] = None
    """With `own`: the element whose mechanics repair; with `skill`, their present number limits the repairs."""
    skill: Id | None = None
    """The skill of those mechanics."""
