"""How good a stored forecast was, once the months have arrived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.threat.scores import covered, crps, ignorance, interval_score, randomised_pit
from jisr.threat.stored_forecast import StoredForecast

__all__ = ["SCORE_SCHEMA", "ForecastScore", "ScoredMonth", "UnitScore", "forecast_score"]

SCORE_SCHEMA = "jisr/score/1"


@dataclass(frozen=True)
class ScoredMonth:
    """One month of one unit: what was expected, and what happened."""

    unit: str
    """Area; empty: all areas together."""
    month: str
    """The month."""
    observed: float
    """What happened."""
    q05: float
    """5 % quantile of the forecast."""
    q50: float
    """Median."""
    q95: float
    """95 % quantile."""
    crps: float
    """Continuous ranked probability score."""
    ignorance: float
    """Ignorance score over the challenge's bins, in bits."""
    interval: float
    """Interval score of the central 90 %; its mean is MIS."""
    pit: float
    """Randomised probability integral transform: below 0.05 or above 0.95 the month fell outside 90 %."""


@dataclass(frozen=True)
class UnitScore:
    """The mean over the months of a unit."""

    unit: str
    """Area; empty: all areas together; `*`: mean of the areas."""
    months: int
    """Unit-months that were scored."""
    crps: float
    """Mean continuous ranked probability score."""
    ignorance: float
    """Mean ignorance score."""
    interval: float
    """Mean interval score of the central 90 % (MIS)."""
    within_90: float
    """Share of months inside the central 90 % by randomised PIT."""


@dataclass(frozen=True)
class ForecastScore:
    """The scores of one series of one stored forecast."""

    source: str
    """Name of the file it was stored in."""
    series: str
    """The series."""
    model: str
    """The threat model; empty where the file does not say."""
    first: str
    """First month that was forecast."""
    draws: int
    """Draws that were kept."""
    units: tuple[UnitScore, ...]
    """All areas together, the mean of the areas, then each area; those that were observed."""
    months: tuple[ScoredMonth, ...]
    """Every month of every unit that was observed."""


def forecast_score(
    source: str, forecast: StoredForecast, counts: Mapping[str, Mapping[Month, float]]
) -> ForecastScore | None:
    """The scores of the months that were observed; None when none was.

    Parameters: `counts` by unit and month. The random part of PIT is keyed by series, unit and month: the same every time.
    """
    months: list[ScoredMonth] = []
    for i, unit in enumerate(forecast.units):
        seen = counts.get(unit, {})
        for j in range(forecast.values.shape[1]):
            month = forecast.first + j
            if month in seen:
                months.append(_month(forecast, unit, month, forecast.values[:, j, i], seen[month]))
    if not months:
        return None
    groups = {unit: [one for one in months if one.unit == unit] for unit in dict.fromkeys(one.unit for one in months)}
    areas = [one for one in months if one.unit]
    if len(groups) > 2 or ("" not in groups and len(groups) > 1):
        groups = {"": groups.get("", []), "*": areas, **groups}
    return ForecastScore(
        source=source,
        series=forecast.series,
        model=forecast.model,
        first=str(forecast.first),
        draws=len(forecast.values),
        units=tuple(_unit(unit, rows) for unit, rows in groups.items() if rows),
        months=tuple(months),
    )


def _month(
    forecast: StoredForecast, unit: str, month: Month, draws: NDArray[np.float64], observed: float
) -> ScoredMonth:
    actual = np.array(observed)
    uniform = Stream(0, "score").uniform(f"{forecast.series}:{unit}", Block(0, 1), month.ordinal)[0]
    low, middle, high = np.quantile(draws, [0.05, 0.5, 0.95])
    return ScoredMonth(
        unit=unit,
        month=str(month),
        observed=float(observed),
        q05=float(low),
        q50=float(middle),
        q95=float(high),
        crps=float(crps(draws, actual)),
        ignorance=float(ignorance(draws, actual)),
        interval=float(interval_score(draws, actual)),
        pit=float(randomised_pit(draws, actual, np.array(uniform))),
    )


def _unit(unit: str, rows: list[ScoredMonth]) -> UnitScore:
    return UnitScore(
        unit=unit,
        months=len(rows),
        crps=float(np.mean([one.crps for one in rows])),
        ignorance=float(np.mean([one.ignorance for one in rows])),
        interval=float(np.mean([one.interval for one in rows])),
        within_90=float(np.mean(covered(np.array([one.pit for one in rows]), 0.9))),
    )
