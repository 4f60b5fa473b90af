"""Budgets."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Flag, Id, Number, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import YEAR, Quantity

__all__ = ["Budget"]


class Budget(Provenance):
    """One line of money of one payer in one fiscal year, at its stage."""

    table: ClassVar[str] = "budgets"
    key: ClassVar[tuple[str, ...]] = ("budget",)

    budget: Id
    """Id of the line."""
    payer: Annotated[Id, Reference("parties")]
    """Who pays; the fiscal year is this party's."""
    authority: str
    """The law, fund or vote."""
    stage: Literal["requested", "authorised", "appropriated", "obligated", "disbursed"]
    """How far the money has come."""
    use: Literal["programme", "sustainment", "pay", "history"]
    """What it may be spent on; `history`: shown, not spent."""
    fiscal_year: Annotated[Whole, YEAR]
    """Fiscal year, named after the calendar year it ends in."""
    amount: Annotated[Number, Quantity("money", 0)]
    """Amount in currency units."""
    currency: str
    """ISO 4217 code."""
    price_year: Annotated[Whole, YEAR]
    """Year of the prices."""
    available_to: Date | None = None
    """Last day it can be spent; blank: the end of the fiscal year."""
    carry_over: Flag = False
    """Whether what is left goes on to the next year."""
    execution: Annotated[UNumber | None, Quantity("share", 0, 1)] = None
    """Share that is really spent; blank: all."""
