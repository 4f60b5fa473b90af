"""Positions of the parties."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Date, Id, Reference
from jisr.plan.row import Provenance

__all__ = ["Position"]


class Position(Provenance):
    """One party's value for a judgement; a joint position is a further record, never an overwrite."""

    table: ClassVar[str] = "positions"
    key: ClassVar[tuple[str, ...]] = ("judgement", "party")
    uncertain_needs_provenance: ClassVar[bool] = False

    judgement: Annotated[Id, Reference("judgements")]
    """The judgement."""
    party: Annotated[Id, Reference("parties", "joint")]
    """The party, or `joint`."""
    value: str
    """The value, read with the type of the field it is about."""
    rationale: str
    """Why."""
    given_on: Date
    """When."""
