"""What it costs to keep things working, and who pays."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Number, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import YEAR, Quantity

__all__ = ["Sustainment"]


class Sustainment(Provenance):
    """Yearly cost of keeping an item type, a skill or an element, with payer and end of funding."""

    table: ClassVar[str] = "sustainment"
    key: ClassVar[tuple[str, ...]] = ("kind", "what", "payer")

    kind: Literal["item", "skill", "element"]
    """What kind of thing is kept."""
    what: str
    """The item, the skill as `element,skill`, or the element."""
    payer: Annotated[Id, Reference("parties")]
    """Who pays now."""
    payer_share: Annotated[Number, Quantity("share", 0, 1)]
    """Share of the yearly cost this payer bears; the shares of one thing sum to at most 1."""
    year_cost: Annotated[UNumber, Quantity("money/year", 0)]
    """Yearly cost of the whole thing; a cost is counted once."""
    currency: str
    """ISO 4217 code."""
    price_year: Annotated[Whole, YEAR]
    """Year of the prices."""
    funded_to: Date | None = None
    """Last day funded; blank: open, which needs a reason."""
    payer_after: Annotated[Id | None, Reference("parties")] = None
    """Who pays afterwards; blank: nobody is named."""
