"""Crosswalks: which level of one version of a scale is which level of another."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, Whole
from jisr.plan.row import Basis, Provenance
from jisr.units import Quantity

__all__ = ["Crosswalk"]


class Crosswalk(Provenance):
    """One level read on another scale or version; without it no trend is drawn across the two."""

    table: ClassVar[str] = "crosswalks"
    key: ClassVar[tuple[str, ...]] = ("scale", "version", "level", "to_scale", "to_version")

    scale: Annotated[Id, Reference("scales")]
    """The older scale."""
    version: Whole
    """Its version."""
    level: Annotated[Whole, Quantity("level", 1)]
    """A level of it."""
    to_scale: Annotated[Id, Reference("scales")]
    """The newer scale."""
    to_version: Whole
    """Its version."""
    to_level: Annotated[Whole, Quantity("level", 1)]
    """The level it stands for there."""
    basis: Basis
    """Where the reading comes from."""
