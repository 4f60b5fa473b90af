"""The partnership: parties, languages, calendar, money, cutoff and horizon (`partnership.yaml`)."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from pydantic_core import PydanticCustomError

from jisr.months import Month
from jisr.plan.cells import Date, Id, Ids, Number, Text, Whole
from jisr.plan.row import Basis
from jisr.units import YEAR

__all__ = [
    "CURRENCY_PATTERN",
    "OUTLINES_PATTERN",
    "PAIR_PATTERN",
    "BoundaryFile",
    "Defaults",
    "ExchangeRate",
    "Partnership",
    "Party",
]

CURRENCY_PATTERN = r"^[A-Z]{3}$"
"""A code of ISO 4217."""
PAIR_PATTERN = r"^[A-Z]{3}/[A-Z]{3}$"
"""Two of them: from which into which."""
OUTLINES_PATTERN = r"^[A-Za-z0-9][A-Za-z0-9._-]*\.(geojson|json)$"
"""A file beside `partnership.yaml`, never one elsewhere."""

_FROZEN = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


_FIRST, _LAST = dt.date(1900, 1, 1), dt.date(2200, 12, 31)


def _within_reach(date: dt.date) -> dt.date:
    if not _FIRST <= date <= _LAST:
        msg = "out_of_range"
        limits = {"found": str(date), "low": str(_FIRST), "high": str(_LAST), "unit": "date"}
        raise PydanticCustomError(msg, "out of range", limits)
    return date


class Party(BaseModel):
    """A side of the partnership, or an observer."""

    model_config = _FROZEN

    id: Id
    """Id of the party."""
    role: Literal["host", "contributor", "observer"]
    """`host`: whose security is assessed; `contributor`: supports it; `observer`: reads."""
    label: Text
    """Name in each language of the plan."""
    fiscal_year_start: Annotated[Whole, Field(ge=1, le=12)] = 1
    """First month of the fiscal year, 1–12; a fiscal year is named after the calendar year it ends in."""
    currency: str | None = None
    """ISO 4217 code of its own money."""


class ExchangeRate(BaseModel):
    """How much of the base currency one unit of another is worth on a date."""

    model_config = _FROZEN

    date: Date
    """The date."""
    pair: Annotated[str, Field(pattern=PAIR_PATTERN)]
    """`FROM/TO`, e.g. `IQD/USD`: units of TO per unit of FROM."""
    rate: Annotated[Number, Field(gt=0)]
    """The rate."""
    basis: Basis = "sourced"
    """Where it comes from."""
    evidence: Ids = ()
    """Sources, when sourced."""
    reason: str | None = None
    """Why, when assessed or assumed."""


class Defaults(BaseModel):
    """What holds where a table says nothing."""

    model_config = _FROZEN

    rating_validity: Annotated[Whole, Field(ge=1)] = 6
    """Months a rating stays valid (AT-05: about two thirds of top ratings regress within a year)."""
    presence_low: Annotated[Number, Field(ge=0, le=1)] = 0.4
    """Low end of an unmeasured presence share."""
    presence_high: Annotated[Number, Field(ge=0, le=1)] = 1.0
    """High end of an unmeasured presence share."""
    service: Annotated[Number, Field(gt=0, lt=1)] = 0.8
    """Service level of requirements."""
    kappa: Annotated[Number, Field(gt=0, le=1)] = 0.8
    """Strength of a soft dependency that is left blank."""
    correlation: Annotated[Number, Field(ge=0, lt=1)] = 0.7
    """Correlation of the normal scores of inputs that share a group."""
    demand_correlation: Annotated[Number, Field(ge=0, lt=1)] = 0.5
    """Correlation of the demand rates and floors of one task."""
    rating_up_per_year: Annotated[Number, Field(ge=0, le=1)] = 0.0
    """Yearly chance that a function without a stock rises a level by itself; zero is said, not implied."""
    held_months: Annotated[Whole, Field(ge=1)] = 6
    """Months a gate must stay met to count as held."""
    threat_model: str = "skeleton"
    """Name of the threat model."""


class BoundaryFile(BaseModel):
    """Where the outlines of the areas are, for maps; without it areas stand as tiles."""

    model_config = _FROZEN

    file: Annotated[str, Field(pattern=OUTLINES_PATTERN)]
    """A GeoJSON file beside `partnership.yaml`, in degrees (WGS 84)."""
    property: str
    """The property of its features that names them."""
    column: Literal["area", "iso", "pcode"] = "iso"
    """The column of `areas` with the same names."""


class Partnership(BaseModel):
    """Who works together, in which languages and money, from which cutoff, how far ahead."""

    model_config = _FROZEN

    id: Id
    """Id of the plan."""
    title: Text
    """Title in each language."""
    parties: Annotated[tuple[Party, ...], Field(min_length=2)]
    """The parties."""
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    """Languages of names and texts, the first the one that is always filled."""
    calendar: Literal["gregorian"] = "gregorian"
    """Calendar."""
    currency_base: Annotated[str, Field(pattern=CURRENCY_PATTERN)]
    """ISO 4217 code of the money everything is shown in."""
    price_year: Annotated[Whole, YEAR]
    """Year of the prices everything is shown in."""
    fx: tuple[ExchangeRate, ...] = ()
    """Exchange rates into the base currency."""
    cutoff: Annotated[Date, AfterValidator(_within_reach)]
    """Last day observed, 1900 to 2200."""
    horizon: Annotated[Whole, Field(ge=6, le=240)]
    """Months looked ahead."""
    seed: Annotated[Whole, Field(ge=0)]
    """Seed of the random numbers."""
    draws: Annotated[Whole, Field(ge=100, le=1_000_000)]
    """Number of draws."""
    boundaries: BoundaryFile | None = None
    """Outlines of the areas."""
    defaults: Defaults = Defaults()
    """What holds where a table says nothing."""

    @property
    def cutoff_month(self) -> Month:
        """The last month observed; month 1 of every stage follows it."""
        return Month.of(self.cutoff)

    def party(self, party: str) -> Party | None:
        """The party of an id, or None."""
        return next((one for one in self.parties if one.id == party), None)

    def of_role(self, role: str) -> tuple[Party, ...]:
        """The parties of a role, in the order of the file."""
        return tuple(one for one in self.parties if one.role == role)
