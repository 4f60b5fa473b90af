"""Money of activities."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import YEAR, Quantity

__all__ = ["ActivityMoney"]


class ActivityMoney(Provenance):
    """What an activity costs one payer."""

    table: ClassVar[str] = "activity_money"
    key: ClassVar[tuple[str, ...]] = ("activity", "payer")

    activity: Annotated[Id, Reference("activities")]
    """The activity."""
    payer: Annotated[Id, Reference("parties")]
    """Who pays, from its programme budgets."""
    authority: str | None = None
    """Restricts it to the budgets of one authority; blank: any of the payer's."""
    amount: Annotated[UNumber, Quantity("money", 0)]
    """Amount in currency units."""
    currency: str
    """ISO 4217 code."""
    price_year: Annotated[Whole, YEAR]
    """Year of the prices."""
    profile: Literal["start", "even"]
    """Paid at the start, or in equal parts over the months."""
