"""Series: definitions of published figures."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Ids, Number, Reference, Text
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["Series"]


class Series(Row):
    """What a published figure counts; two series meet only through a declared bridge."""

    table: ClassVar[str] = "series"
    key: ClassVar[tuple[str, ...]] = ("series",)
    required: ClassVar[bool] = True

    series: Id
    """Id of the series."""
    definition: Text
    """What is counted, how, by whom."""
    unit: str
    """Unit of its values."""
    counts: Literal["claims", "incidents", "deaths", "operations", "persons", "other"]
    """Kind of thing counted."""
    actor: str | None = None
    """Actor filter."""
    scope: Literal["area", "group", "multi-country"]
    """`area`: one area of the plan or all of them; `group`: a named group; `multi-country`: more than the plan's areas."""
    comparable_with: Annotated[Ids, Reference("series")] = ()
    """Series of the same definition, comparable without a bridge."""
    vintage: str | None = None
    """Version of the source."""
    publisher: str | None = None
    """Who publishes it."""
    evenness: Annotated[Number | None, Quantity("shape", 0.01, 1000)] = None
    """How even the months of a longer window are (gamma shape of a month's rate); blank: 0.5, as deaths are; 5 or more for
    counts that hardly change from month to month."""
