"""Series: definitions of published figures."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Ids, Reference, Text
from jisr.plan.row import Row

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
