"""The plan's threat model held against the plan's own series: what it would have said, and what happened."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.result import Calibration, PastForecast
from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.plan import Driver, Plan, Series
from jisr.threat import Panel, Steps, compile_threat, covered, randomised_pit, window_draws

__all__ = ["calibrations"]

_AHEAD = 12
"""Months each past forecast looks ahead."""
_APART = 3
"""Months between two past cutoffs."""
_LEARNT = 24
"""Months a past forecast must know: twice what the skeleton takes."""
_WINDOWS = 4
"""Fewest windows from which coverage is told: cutoffs over most of a year."""
_DRAWS = 1_000
_BINS = 10


def calibrations(plan: Plan) -> tuple[Calibration, ...]:
    """One for each series that is forecast, in the order of the plan."""
    data = compile_threat(plan)
    return tuple(_calibration(plan, one.series, one.panel, data.model) for one in data.series)


def _calibration(plan: Plan, series: str, panel: Panel, model: str) -> Calibration:
    declared = plan.get(Series, series)
    least = _LEARNT + _AHEAD + _APART * (_WINDOWS - 1)
    first = Calibration(
        series=series,
        name=_name(plan, series),
        unit=declared.unit if declared else panel.unit,
        model=model,
        known=len(panel.values),
        least=least,
    )
    if len(panel.values) < least:
        return first
    return _scored(first, panel, _cutoffs(panel), plan.partnership.seed)


def _name(plan: Plan, series: str) -> Mapping[str, str]:
    driver = next((row for row in plan.rows(Driver) if row.series == series and row.bridge_to is None), None)
    declared = plan.get(Series, series)
    return driver.name if driver else declared.definition if declared else {}


def _cutoffs(panel: Panel) -> list[Month]:
    """The earliest first; the last whose year ahead is known ends with the panel."""
    windows = (len(panel.values) - _LEARNT - _AHEAD) // _APART + 1
    return [panel.last + -(_AHEAD + _APART * i) for i in reversed(range(windows))]


def _scored(first: Calibration, panel: Panel, cutoffs: list[Month], seed: int) -> Calibration:
    windows, months, sums = [], [], []
    for cutoff in cutoffs:
        draws = window_draws(panel, cutoff, Steps(1, _AHEAD), first.model, _DRAWS, seed).values[:, :, 0]
        start = cutoff - panel.first + 1
        actual = panel.values[start : start + _AHEAD, 0]
        uniforms = _uniforms(seed, f"{first.series}:{cutoff}")
        months.append(randomised_pit(draws, actual, uniforms[:-1]))
        sums.append(randomised_pit(draws.sum(axis=1), np.asarray(actual.sum()), uniforms[-1]))
        windows.append(_past(cutoff, draws, actual))
    transforms, of_sums = np.concatenate(months), np.array(sums)
    counted = np.histogram(transforms, bins=_BINS, range=(0.0, 1.0))[0]
    return Calibration(
        **{name: getattr(first, name) for name in ("series", "name", "unit", "model", "known", "least")},
        windows=tuple(windows),
        bins=tuple(int(count) for count in counted),
        within_50=float(covered(transforms, 0.5).mean()),
        within_90=float(covered(transforms, 0.9).mean()),
        sums_within_90=float(covered(of_sums, 0.9).mean()),
    )


def _uniforms(seed: int, name: str) -> NDArray[np.float64]:
    """One number a month ahead, and one for their sum. Shape: (13,)."""
    stream = Stream(seed, "calibration")
    return np.array([stream.uniforms([name], Block(0, 1), step)[0, 0] for step in range(_AHEAD + 1)])


def _past(cutoff: Month, draws: NDArray[np.float64], actual: NDArray[np.float64]) -> PastForecast:
    low, middle, high = np.quantile(draws, (0.05, 0.5, 0.95), axis=0)
    return PastForecast(str(cutoff), *(tuple(map(float, values)) for values in (actual, low, middle, high)))
