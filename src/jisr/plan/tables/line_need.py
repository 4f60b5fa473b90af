"""Needs of capability lines."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Flag, Id, Number, Reference
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["LineNeed"]


class LineNeed(Row):
    """One thing a line needs; its readiness is the minimum over the mandatory ones."""

    table: ClassVar[str] = "line_needs"
    key: ClassVar[tuple[str, ...]] = ("line", "kind", "name")
    required: ClassVar[bool] = True

    line: Annotated[Id, Reference("lines")]
    """The line."""
    kind: Literal["personnel", "skill", "item", "function"]
    """Kind of need."""
    name: Id
    """`personnel`, the skill, the item, or the function."""
    mandatory: Flag
    """Whether it limits readiness; supporting needs are reported only."""
    threshold: Annotated[Number, Quantity("share", 0.05, 1)] = 1.0
    """Value from which the need counts as full."""
