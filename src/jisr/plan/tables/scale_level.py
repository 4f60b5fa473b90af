"""Levels of rating scales."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Number, Reference, Text, Whole
from jisr.plan.row import Basis, Row
from jisr.units import Quantity

__all__ = ["ScaleLevel"]


class ScaleLevel(Row):
    """One level of a scale: its definition, and the capacity it stands for."""

    table: ClassVar[str] = "scale_levels"
    key: ClassVar[tuple[str, ...]] = ("scale", "version", "level")

    scale: Annotated[Id, Reference("scales")]
    """The scale."""
    version: Whole
    """Its version."""
    level: Annotated[Whole, Quantity("level", 1)]
    """Level, 1 the lowest."""
    definition: Text
    """Definition in each language of the plan."""
    capacity: Annotated[Number, Quantity("share", 0, 1)]
    """Share of full capacity the level stands for."""
    basis: Basis
    """Where that share comes from."""
    reason: str | None = None
    """Why, when assessed or assumed."""
