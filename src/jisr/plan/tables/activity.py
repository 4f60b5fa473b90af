"""Activities of the cooperation programme."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, DotmlpfP, Flag, Id, Ids, MonthCell, Reference, Text, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Activity"]


class Activity(Provenance):
    """One line of the programme."""

    table: ClassVar[str] = "activities"
    key: ClassVar[tuple[str, ...]] = ("activity",)

    activity: Id
    """Id of the activity."""
    title: Text
    """Title in each language of the plan."""
    component: Literal["military-training", "equipment", "strategic-planning"]
    """Component of the programme."""
    kind: Literal[
        "training",
        "equipment",
        "exercise",
        "technical-assistance",
        "pme",
        "liaison",
        "strategic-planning",
        "infrastructure",
    ]
    """Kind of activity."""
    element: Annotated[Id | None, Reference("elements")] = None
    """The element it is for."""
    gaps: Annotated[Ids, Reference("gaps")] = ()
    """The gaps of the register it works on, separated by blanks."""
    dotmlpf_p: DotmlpfP = ()
    """What it provides: doctrine, organisation, training, materiel, leadership (and education), personnel, facilities,
    policy; separated by blanks."""
    commitment: Annotated[Id | None, Reference("commitments")] = None
    """The commitment it carries out."""
    mandatory: Flag = False
    """Whether it is agreed and must be done."""
    months: Annotated[UNumber, Quantity("months", 1)]
    """Duration."""
    earliest: MonthCell
    """First month it can start."""
    latest: MonthCell | None = None
    """Last month it can start."""
    lead: Annotated[UNumber | None, Quantity("months", 0)] = None
    """Months between decision and start; blank: none."""
    first_baseline: Date | None = None
    """First planned delivery; lateness is counted from it."""
    status: Literal["proposed", "agreed", "running", "done", "cancelled"] = "proposed"
    """Status at the cutoff."""
    owner: Annotated[Id, Reference("parties", "joint")]
    """The party that must act."""
