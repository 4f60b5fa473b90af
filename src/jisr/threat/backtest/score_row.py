"""The scores of one model, window and group, summed up."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.threat.backtest.groups import group_masks
from jisr.threat.backtest.unit_scores import UnitScores
from jisr.threat.backtest.window import Window
from jisr.threat.scores import covered

__all__ = ["ScoreRow", "score_rows"]

_RESAMPLES = 1000
_CENTRAL = (5.0, 95.0)


@dataclass(frozen=True)
class ScoreRow:
    """Means over the unit-months of a group; None where the group has none, or where a score needs whole units.

    Parameters: `cutoff` the last observed month, `model` and `group` what is scored and where, `units` and `unit_months` how many are scored, `crps` in counts with the central
    90 % of a bootstrap over units, `crps_ratio` to the reference model with the same, `ignorance` in bits, `interval`
    the mean interval score (MIS) in counts, `coverage_90` and `coverage_50` of randomised transforms of months,
    `sum_…` of the sum of all steps, `log_…` of log(1 + count), `log_crps_median` over units, `quiet_brier` of three
    quiet months in a row, `energy` of the whole path.
    """

    cutoff: str
    model: str
    group: str
    units: int
    unit_months: int
    crps: float | None
    crps_low: float | None
    crps_high: float | None
    crps_ratio: float | None
    crps_ratio_low: float | None
    crps_ratio_high: float | None
    log_crps: float | None
    log_crps_median: float | None
    ignorance: float | None
    interval: float | None
    interval_ratio: float | None
    coverage_90: float | None
    coverage_50: float | None
    sum_coverage_90: float | None
    sum_log_crps: float | None
    quiet_brier: float | None
    energy: float | None


def score_rows(window: Window, scores: Mapping[str, UnitScores], reference: str) -> list[ScoreRow]:
    """One row per group and model; ratios are to the `reference` model."""
    return [
        _row(window, name, group, mask, scores[name], scores[reference])
        for group, mask in group_masks(window).items()
        for name in scores
    ]


def _row(
    window: Window, model: str, group: str, mask: NDArray[np.bool_], own: UnitScores, other: UnitScores
) -> ScoreRow:
    units = mask.any(axis=0)
    whole = units if bool(mask[:, units].all()) else np.zeros_like(units)
    mean, low, high = _bootstrap(own.crps, None, mask)
    ratio, ratio_low, ratio_high = _bootstrap(own.crps, other.crps, mask)
    by_unit = [float(own.log_crps[mask[:, unit], unit].mean()) for unit in np.flatnonzero(units)]
    interval, interval_other = _mean(own.interval[mask]), _mean(other.interval[mask])
    return ScoreRow(
        cutoff=str(window.cutoff),
        model=model,
        group=group,
        units=int(units.sum()),
        unit_months=int(mask.sum()),
        crps=mean,
        crps_low=low,
        crps_high=high,
        crps_ratio=ratio,
        crps_ratio_low=ratio_low,
        crps_ratio_high=ratio_high,
        log_crps=_mean(own.log_crps[mask]),
        log_crps_median=float(np.median(by_unit)) if by_unit else None,
        ignorance=_mean(own.ignorance[mask]),
        interval=interval,
        interval_ratio=interval / interval_other if interval is not None and interval_other else None,
        coverage_90=_mean(covered(own.pit[mask], 0.9)),
        coverage_50=_mean(covered(own.pit[mask], 0.5)),
        sum_coverage_90=_mean(covered(own.sum_pit[whole], 0.9)),
        sum_log_crps=_mean(own.sum_log_crps[whole]),
        quiet_brier=_mean(own.quiet[:, whole]),
        energy=_mean(own.energy[whole]),
    )


def _mean(values: NDArray[np.float64] | NDArray[np.bool_]) -> float | None:
    return float(values.mean()) if values.size else None


def _bootstrap(
    own: NDArray[np.float64], other: NDArray[np.float64] | None, mask: NDArray[np.bool_]
) -> tuple[float | None, float | None, float | None]:
    """The mean of a score, or the ratio of two, with the central 90 % over resampled units."""
    units = np.flatnonzero(mask.any(axis=0))
    below = mask if other is None else np.where(mask, other, 0.0)
    above, under = np.where(mask, own, 0.0).sum(axis=0)[units], below.sum(axis=0)[units]
    if not len(units) or under.sum() == 0:
        return None, None, None
    rng = np.random.default_rng(0)  # the same resamples for every model, so that rows compare
    weights = rng.multinomial(len(units), np.full(len(units), 1 / len(units)), size=_RESAMPLES)
    sums = weights @ under
    ratios = (weights @ above)[sums > 0] / sums[sums > 0]
    low, high = np.percentile(ratios, _CENTRAL)
    return float(above.sum() / under.sum()), float(low), float(high)
