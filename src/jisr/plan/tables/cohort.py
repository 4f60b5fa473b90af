"""Cohorts that move between sites."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Id, Reference, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Cohort"]


class Cohort(Provenance):
    """A count moving together from one site to the next, voluntary by definition."""

    table: ClassVar[str] = "cohorts"
    key: ClassVar[tuple[str, ...]] = ("from_site", "to_site")

    from_site: Annotated[Id, Reference("sites")]
    """Where they leave."""
    to_site: Annotated[Id, Reference("sites")]
    """Where they go."""
    willing: Annotated[UNumber, Quantity("share", 0, 1)]
    """Share of the persons at the cutoff who are willing; the rest are counted as refusals."""
    batch: Annotated[UNumber | None, Quantity("persons", 1)] = None
    """Persons a convoy; blank: no convoys, movement is limited by the stay alone."""
    convoys: Annotated[UNumber | None, Quantity("convoys/month", 0)] = None
    """Convoys a month."""
    family_size: Annotated[UNumber | None, Quantity("persons/family", 1)] = None
    """Persons a family, for reporting in families."""
