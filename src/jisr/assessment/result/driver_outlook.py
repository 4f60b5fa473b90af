"""What drives demand, seen and ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment.result.fan import Fan

__all__ = ["AreaOutlook", "DriverOutlook", "History"]


@dataclass(frozen=True)
class History:
    """Observed values by month, as held now; `revised_later` when they are of a later vintage than the cutoff."""

    months: tuple[str, ...]
    """The months observed."""
    values: tuple[float, ...]
    """Value of each."""
    revised_later: bool
    """Whether they are of a later vintage than the cutoff."""
    evidence: tuple[str, ...]
    """Sources, by id."""


@dataclass(frozen=True)
class AreaOutlook:
    """One area's part of a driver."""

    id: str
    """Area."""
    name: Mapping[str, str]
    """Its name."""
    quarters: Fan
    """Sum of each quarter ahead. Shape: (quarter,)."""


@dataclass(frozen=True)
class DriverOutlook:
    """One driver of demand, all areas together."""

    id: str
    """Driver."""
    name: Mapping[str, str]
    """Its name."""
    unit: str
    """Unit of its monthly value."""
    kind: str
    """`forecast`, `area-attribute` or `stock`."""
    history: History | None
    """Observed months; None when none is observed."""
    ahead: Fan
    """Monthly value ahead."""
    quarters: tuple[str, ...] = ()
    """First month of each quarter ahead."""
    areas: tuple[AreaOutlook, ...] = ()
    """What is forecast, by area and quarter, the plan's areas in their order; empty for what is no forecast."""
