"""How the threat reacts to a change of phase."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["ThreatResponse"]


class ThreatResponse(Provenance):
    """A factor on event rates since a phase began; `assumed` unless there is evidence."""

    table: ClassVar[str] = "threat_response"
    key: ClassVar[tuple[str, ...]] = ("phase", "area", "from_months")

    phase: Annotated[Id, Reference("phases")]
    """The phase whose beginning it follows."""
    area: Annotated[Id | None, Reference("areas")] = None
    """The area; blank: all."""
    from_months: Annotated[Whole, Quantity("months", 0)]
    """First month since the phase began, 0 the month it begins."""
    to_months: Annotated[Whole | None, Quantity("months", 0)] = None
    """Last month; blank: to the end."""
    factor: Annotated[UNumber, Quantity("factor", 0)]
    """Factor on the rate; 1: the threat does not react."""
