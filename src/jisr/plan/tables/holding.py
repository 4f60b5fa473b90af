"""Holdings of equipment by element."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Holding"]


class Holding(Provenance):
    """How many items an element holds, how many of them work, how many it needs."""

    table: ClassVar[str] = "holdings"
    key: ClassVar[tuple[str, ...]] = ("item", "element")

    item: Annotated[Id, Reference("equipment_types")]
    """The type."""
    element: Annotated[Id, Reference("elements")]
    """The element."""
    held: Annotated[Whole, Quantity("items", 0)]
    """Items held."""
    mission_capable: Annotated[UNumber, Quantity("share", 0, 1)]
    """Share of the held items that are serviceable."""
    need: Annotated[Whole, Quantity("items", 1)]
    """Serviceable items for full capacity."""
    attrition: Annotated[UNumber | None, Quantity("share/year", 0, 1)] = None
    """Share of the held items lost each year; blank: none."""
