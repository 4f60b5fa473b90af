"""Rating scales."""

from typing import Annotated, ClassVar

from jisr.plan.cells import Date, Id, Text, Whole
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["Scale"]


class Scale(Row):
    """A rating scale in one version; a change of definition is a new version."""

    table: ClassVar[str] = "scales"
    key: ClassVar[tuple[str, ...]] = ("scale", "version")

    scale: Id
    """Id of the scale."""
    version: Whole
    """Version."""
    name: Text
    """Name in each language of the plan."""
    valid_from: Date
    """First day of the version."""
    validity: Annotated[Whole, Quantity("months", 1)] = 6
    """Months a rating on it stays valid."""
