"""How good the model's forecasts of a plan's own series would have been."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Calibration", "PastForecast"]


@dataclass(frozen=True)
class PastForecast:
    """What the model would have said at a past cutoff, from nothing after it, and what happened. Shape: (month,)."""

    cutoff: str
    """Last month it knew."""
    observed: tuple[float, ...]
    """What happened in the months after it."""
    q05: tuple[float, ...]
    """5 per cent."""
    q50: tuple[float, ...]
    """Median."""
    q95: tuple[float, ...]
    """95 per cent."""


@dataclass(frozen=True)
class Calibration:
    """One series: past forecasts by the plan's own model, and where what happened lay in them.

    Coverage is that of the randomised probability integral transform (Czado, Gneiting & Held 2009), so that counts do
    not over-cover by construction. Windows overlap: their months are not independent of one another.
    """

    series: str
    """Series."""
    name: Mapping[str, str]
    """Name of the driver that counts as it does; where none does, what the series counts."""
    unit: str
    """Unit of a month."""
    model: str
    """Model of the plan."""
    known: int
    """Months in a row up to the cutoff."""
    least: int
    """Months it takes for this check."""
    windows: tuple[PastForecast, ...] = ()
    """The past forecasts, the earliest first; empty where the history is too short."""
    bins: tuple[int, ...] = ()
    """Months by where they lay in their forecast: ten equal parts from its low end to its high end."""
    within_50: float | None = None
    """Share of months within the middle half."""
    within_90: float | None = None
    """Share of months within nine of ten."""
    sums_within_90: float | None = None
    """Share of sums of all months of a window within nine of ten."""
