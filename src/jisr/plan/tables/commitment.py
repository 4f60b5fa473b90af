"""Commitments."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Ids, Reference, Text
from jisr.plan.row import Row

__all__ = ["Commitment"]


class Commitment(Row):
    """One operative sentence of a minute or statement."""

    table: ClassVar[str] = "commitments"
    key: ClassVar[tuple[str, ...]] = ("commitment",)

    commitment: Id
    """Id of the commitment."""
    made_on: Date
    """Day it was made."""
    session: Annotated[Id | None, Reference("sessions")] = None
    """The session it was made in."""
    text: Text
    """The sentence, paraphrased, in each language of the plan."""
    owner: Annotated[Id, Reference("parties", "joint")]
    """The side that owes it."""
    office: str | None = None
    """The office that acts for it."""
    due: str
    """A date, or `none given`."""
    status: Literal["open", "done", "lapsed", "superseded"]
    """Status at the cutoff."""
    done_on: Date | None = None
    """Day it was fulfilled."""
    supersedes: Annotated[Id | None, Reference("commitments")] = None
    """The commitment it replaces."""
    evidence: Annotated[Ids, Reference("evidence")]
    """Sources."""
    note: str | None = None
    """What is known of it."""
