"""Ratings."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Reference, UNumber, Whole
from jisr.plan.functions import Function
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Rating"]


class Rating(Provenance):
    """A level given to a function of an element by one party on one day."""

    table: ClassVar[str] = "ratings"
    key: ClassVar[tuple[str, ...]] = ("element", "function", "assessor", "rated_on")

    element: Annotated[Id, Reference("elements")]
    """The element or institution."""
    function: Function
    """The function rated."""
    scale: Annotated[Id, Reference("scales")]
    """The scale."""
    version: Whole
    """Its version."""
    level: Annotated[UNumber, Quantity("level", 1)]
    """The level; uncertain when a statement was read as a level."""
    assessor: Annotated[Id, Reference("parties", "joint")]
    """The party that rates."""
    method: Literal["visit", "report", "remote"]
    """How."""
    rated_on: Date
    """The day it describes."""
    expires: Date | None = None
    """Last day it is valid; blank: the scale's validity."""
    denominator: Id | None = None
    """Id of the set of units rated."""
    confidence: Literal["low", "medium", "high"] | None = None
    """The assessor's confidence."""
    note: str | None = None
    """What was said, paraphrased."""
