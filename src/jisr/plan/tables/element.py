"""Force elements."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Ids, Reference, Text
from jisr.plan.row import Row

__all__ = ["Element"]


class Element(Row):
    """A set of units assessed together."""

    table: ClassVar[str] = "elements"
    key: ClassVar[tuple[str, ...]] = ("element",)
    required: ClassVar[bool] = True

    element: Id
    """Id of the element."""
    name: Text
    """Name in each language of the plan."""
    party: Annotated[Id, Reference("parties")]
    """The party it belongs to."""
    ministry: str | None = None
    """The ministry or institution it answers to."""
    kind: str | None = None
    """Land, air, special operations, border, police, institution …"""
    home_area: Annotated[Id | None, Reference("areas")] = None
    """Where it is based."""
    areas: Annotated[Ids, Reference("areas")] = ()
    """Where it may work; blank: everywhere."""
    allocation: Literal["proportional", "fixed", "home"] = "proportional"
    """How its capacity goes to areas: in proportion to requirement, in equal parts, or to its home area."""
