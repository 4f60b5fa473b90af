"""Skills of force elements."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, Text, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Skill"]


class Skill(Provenance):
    """Qualified persons of an element in one skill, with own intake, courses and decay."""

    table: ClassVar[str] = "skills"
    key: ClassVar[tuple[str, ...]] = ("element", "skill")

    element: Annotated[Id, Reference("elements")]
    """The element."""
    skill: Id
    """Id of the skill."""
    name: Text
    """Name in each language of the plan."""
    need: Annotated[Whole, Quantity("persons", 1)]
    """Qualified persons for full capacity."""
    qualified: Annotated[UNumber, Quantity("persons", 0)]
    """Qualified persons today, absent ones included."""
    half_life: Annotated[UNumber | None, Quantity("months", 1)] = None
    """Months in which half of them lose the qualification without practice; blank: none."""
    own_intake: Annotated[UNumber | None, Quantity("persons/month", 0)] = None
    """Own graduates a month; blank: what holds today's stock."""
    seats: Annotated[Whole | None, Quantity("seats/month", 0)] = None
    """Course places a month that the programme can fill; blank: as many as its activities ask."""
    pass_share: Annotated[UNumber | None, Quantity("share", 0, 1)] = None
    """Share of course entrants who graduate; blank: all."""
    retained: Annotated[UNumber | None, Quantity("share", 0, 1)] = None
    """Share of graduates who fill a post; blank: all."""
