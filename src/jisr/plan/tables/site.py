"""Sites of voluntary returns."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Text, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Site"]


class Site(Provenance):
    """A camp, a centre or a community on the way home."""

    table: ClassVar[str] = "sites"
    key: ClassVar[tuple[str, ...]] = ("site",)

    site: Id
    """Id of the site."""
    name: Text
    """Name in each language of the plan."""
    kind: Literal["camp", "centre", "community"]
    """Kind."""
    persons: Annotated[UNumber | None, Quantity("persons", 0)] = None
    """Persons of the cohort there at the cutoff."""
    capacity: Annotated[UNumber | None, Quantity("persons", 0)] = None
    """Persons it can hold; blank: no limit."""
    stay: Annotated[UNumber | None, Quantity("months", 0)] = None
    """Length of stay; blank: none."""
