"""Areas: the governorates, provinces or districts a partnership speaks of."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Date, Id, Number, Reference, Text, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Area"]


class Area(Provenance):
    """One area, with its neighbours and its place on a tile map; never finer than a second-level district."""

    table: ClassVar[str] = "areas"
    key: ClassVar[tuple[str, ...]] = ("area",)
    required: ClassVar[bool] = True

    area: Id
    """Id of the area."""
    name: Text
    """Name in each language of the plan."""
    iso: str | None = None
    """ISO 3166-2 code."""
    pcode: str | None = None
    """OCHA P-code; blank until verified."""
    parent: Annotated[Id | None, Reference("areas")] = None
    """The area it was split from, or is part of."""
    tile_row: Annotated[Whole | None, Quantity("count", 1, 100)] = None
    """Row on the tile map, from 1 at the top."""
    tile_col: Annotated[Whole | None, Quantity("count", 1, 100)] = None
    """Column on the tile map, from 1 at the west."""
    km2: Annotated[Number | None, Quantity("km2", 0)] = None
    """Surface."""
    population: Annotated[UNumber | None, Quantity("persons", 0)] = None
    """Inhabitants."""
    border_km: Annotated[Number | None, Quantity("km", 0)] = None
    """Length of international border."""
    border_with: str | None = None
    """Neighbouring states, ISO 3166-1 codes separated by blanks."""
    valid_from: Date
    """Date of the boundary set."""
    note: str | None = None
    """A remark for the reader."""
