"""Needs of activities."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Number, Reference, Whole
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["ActivityNeed"]


class ActivityNeed(Row):
    """A prerequisite, a resource, or a part of the same package that an activity needs."""

    table: ClassVar[str] = "activity_needs"
    key: ClassVar[tuple[str, ...]] = ("activity", "kind", "ref")

    activity: Annotated[Id, Reference("activities")]
    """The activity."""
    kind: Literal["prerequisite", "resource", "package", "absorption"]
    """`prerequisite`: starts after another ends; `resource`: uses a pool; `package`: only together with another;
    `absorption`: counts against what an element can take in at once."""
    ref: Id
    """The other activity, the resource, or the element."""
    amount: Annotated[Number, Quantity("units", 0)] = 1.0
    """Units of the resource in use while it runs."""
    lag: Annotated[Whole, Quantity("months", 0)] = 0
    """Months between the end of the prerequisite and the start."""
