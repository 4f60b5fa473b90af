"""Event files: counts by area and month that are read from a file beside the plan, not typed."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, MonthCell, Reference
from jisr.plan.row import Row

__all__ = ["EventFile"]


class EventFile(Row):
    """A file of events or counts that fills `observed` of one series, by area and month up to the cutoff.

    The file stays where it is. A bundle holds the counts it gave and its hash; where `observed` already has rows of the
    series from the same evidence, those hold and no file is read.
    """

    table: ClassVar[str] = "event_files"
    key: ClassVar[tuple[str, ...]] = ("series",)

    series: Annotated[Id, Reference("series")]
    """The series the counts belong to."""
    source: Literal["ucdp", "ucdp-candidate", "acled", "views"]
    """Whose file it is: how it is read (`jisr threat panel --source`)."""
    files: str
    """Names of files, separated by `;`, beside `partnership.yaml` or in the folder `JISR_EVENT_FILES` names."""
    place: Literal["reported", "outline"] = "reported"
    """Area of an event: the first-level area it reports, or the outline (`boundaries`) its point lies in."""
    names: str | None = None
    """A CSV of two columns from reported name to area, where names differ from ids."""
    kinds: str | None = None
    """Kinds of violence that count, separated by `;`; blank: all."""
    measure: Literal["deaths", "low", "high", "events"] = "deaths"
    """What is counted."""
    column: str | None = None
    """The value column of a panel (`views`), where it is not called `value`."""
    from_month: MonthCell | None = None
    """First month read; blank: 240 months back from the cutoff."""
    zeros: Literal["covered", "from-first", "given"] = "covered"
    """A month without events: zero wherever the source looked, zero from an area's first event on, or not observed."""
    sha256: str | None = None
    """Hash of the files as they were read; where it is given, another file is refused."""
    evidence: Annotated[Id, Reference("evidence")]
    """The source, by id."""
