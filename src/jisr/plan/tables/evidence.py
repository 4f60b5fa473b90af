"""Evidence: sources."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Id, Reference, Whole
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["Evidence"]


class Evidence(Row):
    """A source with publisher, date and grade."""

    table: ClassVar[str] = "evidence"
    key: ClassVar[tuple[str, ...]] = ("evidence",)
    required: ClassVar[bool] = True

    evidence: Id
    """Id of the source."""
    publisher: str
    """Who published it."""
    title: str
    """Title."""
    published: Date
    """Day of publication."""
    url: str | None = None
    """Address."""
    hash: str | None = None
    """Hash of the stored copy (`sha256:…`)."""
    grade: Annotated[Whole, Quantity("grade", 1, 4)]
    """1 primary official, 2 official words carried by others, 3 press or analyst count, 4 weak copy, a lead only."""
    party: Annotated[Id | None, Reference("parties", "joint")] = None
    """The party that contributed it."""
    paraphrase: str | None = None
    """What it says, in our words."""
    release: Literal["public", "parties", "party"] = "public"
    """Who may see it."""
