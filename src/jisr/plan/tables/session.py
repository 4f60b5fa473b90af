"""Sessions of the dialogue."""

from typing import Annotated, ClassVar

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
