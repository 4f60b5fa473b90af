"""Observed counts: figures as published."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Number, Reference
from jisr.plan.row import Row
from jisr.units import MOST_COUNTED, Quantity

__all__ = ["Observed"]


class Observed(Row):
    """One published figure of a series for a window; several figures may exist for one window."""

    table: ClassVar[str] = "observed"
    key: ClassVar[tuple[str, ...]] = ("series", "from_date", "to_date", "scope", "area", "evidence")
    required: ClassVar[bool] = True

    series: Annotated[Id, Reference("series")]
    """The series."""
    from_date: Date
    """First day of the window."""
    to_date: Date
    """Last day of the window."""
    scope: Literal["area", "group", "multi-country"]
    """What the figure covers; `area` with a blank area is all areas of the plan."""
    area: Annotated[Id | None, Reference("areas")] = None
    """The area, or blank for all."""
    value: Annotated[Number, Quantity("count", 0, MOST_COUNTED)]
    """The figure."""
    kind: Literal["total", "mean-per-month", "to-date"]
    """A total of the window, a monthly mean over it, or a total so far of an open window."""
    evidence: Annotated[Id, Reference("evidence")]
    """The source."""
    known_on: Date | None = None
    """When it was known, if not on the day the evidence was published (a later vintage)."""
    note: str | None = None
    """A remark for the reader."""
