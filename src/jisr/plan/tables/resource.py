"""Resources of the programme: seats, instructors, ranges, what an element can absorb."""

from typing import Annotated, ClassVar, Literal

from pydantic import field_validator
from pydantic_core import PydanticCustomError

from jisr.plan.cells import Id, Ids, MonthCell, Number, Reference, Text
from jisr.plan.row import Basis, Row
from jisr.plan.uncertain import parse_number
from jisr.units import Quantity

__all__ = ["Resource"]

_CALENDAR_MONTH = Quantity("months", 1, 12)


class Resource(Row):
    """A pool used by activities while they run; a pool whose capacity changes has a row for each range of months."""

    table: ClassVar[str] = "resources"
    key: ClassVar[tuple[str, ...]] = ("resource", "from_month")

    resource: Id
    """Id of the pool."""
    name: Text
    """Name in each language of the plan."""
    kind: Literal["instructor", "range", "seat", "absorption"]
    """Kind."""
    party: Annotated[Id, Reference("parties")]
    """Whose it is."""
    element: Annotated[Id | None, Reference("elements")] = None
    """With `absorption`: the element."""
    capacity: Annotated[Number, Quantity("units", 0)]
    """Units at once."""
    from_month: MonthCell | None = None
    """First month of this capacity; blank: from the start."""
    to_month: MonthCell | None = None
    """Last month of this capacity; blank: to the end. The ranges of one pool do not meet; outside them it is not there."""
    blackout: str | None = None
    """Calendar months (1–12) without activity, separated by blanks."""
    basis: Basis
    """Where the capacity comes from."""
    evidence: Annotated[Ids, Reference("evidence")] = ()
    """Sources, when sourced."""
    reason: str | None = None
    """Why, when assessed or assumed."""

    @field_validator("blackout")
    @classmethod
    def _calendar_months(cls, text: str | None) -> str | None:
        for part in (text or "").split():
            if not _CALENDAR_MONTH.checked(parse_number(part)).is_integer():
                msg = "not_whole"
                raise PydanticCustomError(msg, "expected a whole number", {"found": part})
        return text

    @property
    def closed(self) -> frozenset[int]:
        """The calendar months of `blackout`."""
        return frozenset(int(parse_number(part)) for part in (self.blackout or "").split())
