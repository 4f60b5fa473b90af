"""Sessions of the dialogue."""

import datetime as dt
from typing import Annotated, ClassVar

from pydantic import ValidationInfo, field_validator
from pydantic_core import PydanticCustomError

from jisr.plan.cells import Date, Id, Ids, Reference, Text
from jisr.plan.row import Row

__all__ = ["Session"]


class Session(Row):
    """One meeting of the two sides."""

    table: ClassVar[str] = "sessions"
    key: ClassVar[tuple[str, ...]] = ("session",)

    session: Id
    """Id of the session."""
    name: Text
    """Name in each language of the plan."""
    held_from: Date
    """First day."""
    held_to: Date | None = None
    """Last day."""
    place: str | None = None
    """Where."""
    body: str | None = None
    """The body that met."""
    evidence: Annotated[Ids, Reference("evidence")]
    """Sources."""
    note: str | None = None
    """What came of it."""

    @field_validator("held_to")
    @classmethod
    def _runs_forward(cls, last: dt.date | None, info: ValidationInfo) -> dt.date | None:
        first = info.data.get("held_from")
        if last is not None and first is not None and last < first:
            msg = "out_of_range"
            raise PydanticCustomError(msg, "ends before it begins", {"found": str(last), "low": str(first)})
        return last
