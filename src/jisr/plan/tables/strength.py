"""Personnel of force elements."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Strength"]


class Strength(Provenance):
    """One count of an element's personnel: authorised, assigned, present; the last before the cutoff is used."""

    table: ClassVar[str] = "strength"
    key: ClassVar[tuple[str, ...]] = ("element", "counted_on")
    required: ClassVar[bool] = True

    element: Annotated[Id, Reference("elements")]
    """The element."""
    counted_on: Date
    """Date of the count."""
    authorised: Annotated[Whole, Quantity("persons", 1)]
    """Posts."""
    assigned: Annotated[UNumber, Quantity("persons", 0)]
    """Persons on the rolls."""
    present: Annotated[UNumber | None, Quantity("share", 0, 1)] = None
    """Share of the assigned who are present; blank or `?`: unmeasured, the plan's interval."""
    count_method: Literal["payroll", "roll-call", "biometric", "report", "estimate"]
    """How presence was counted; a change of method is a break, not attrition."""
    denominator: Id
    """Id of the set of units counted."""
    attrition: Annotated[UNumber, Quantity("share/month", 0, 1)]
    """Share of the assigned lost each month."""
    own_intake: Annotated[UNumber | None, Quantity("persons/month", 0)] = None
    """Own recruits a month; blank: what holds today's strength."""
