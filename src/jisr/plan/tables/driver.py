"""Drivers: what demand follows."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Id, Number, Reference, Text, UNumber
from jisr.plan.row import Provenance
from jisr.units import Quantity

__all__ = ["Driver"]


class Driver(Provenance):
    """A quantity by area and month that demand is proportional to.

    `forecast` follows a forecast series (through a bridge when it counts something else); `area-attribute` is a fixed
    column of `areas`; `stock` is the persons at a site of the returns.
    """

    table: ClassVar[str] = "drivers"
    key: ClassVar[tuple[str, ...]] = ("driver",)
    required: ClassVar[bool] = True

    driver: Id
    """Id of the driver."""
    name: Text
    """Name in each language of the plan."""
    unit: str
    """Unit of the driver, per month where it is a rate."""
    kind: Literal["forecast", "area-attribute", "stock"]
    """Where its values come from."""
    series: Annotated[Id | None, Reference("series")] = None
    """The observed series that is forecast (`forecast`)."""
    bridge_to: Annotated[Id | None, Reference("series")] = None
    """The series the driver counts, when its definition is another one."""
    bridge: Annotated[UNumber | None, Quantity("ratio", 0)] = None
    """Units of `bridge_to` per unit of `series`."""
    shares_series: Annotated[Id | None, Reference("series")] = None
    """The series whose counts by area split the national total; blank: the areas of `series` itself."""
    shares_weight: Annotated[Number | None, Quantity("weight", 0, 1)] = None
    """How much one count by area weighs in the shares; below 1 because windows are few and counts cluster."""
    attribute: Literal["population", "km2", "border_km"] | None = None
    """The column of `areas` (`area-attribute`)."""
    attribute_scale: Annotated[Number | None, Quantity("ratio", 0)] = None
    """Divide the attribute by this (1000 for thousands)."""
    site: Annotated[Id | None, Reference("sites")] = None
    """The site whose persons are counted (`stock`)."""
