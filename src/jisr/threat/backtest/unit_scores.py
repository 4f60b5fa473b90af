"""The scores of one model in one window, before they are summed up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream
from jisr.threat.backtest.window import Window
from jisr.threat.count_draws import CountDraws
from jisr.threat.scores import crps, energy_score, ignorance, interval_score, quiet_brier, randomised_pit

__all__ = ["UnitScores", "score_draws"]

_IGNORANCE_DRAWS = 1000
"""Fewer draws are repeated to about as many, so that the pseudo-counts weigh the same for every model."""


@dataclass(frozen=True)
class UnitScores:
    """Scores by month ahead and unit, and of the months together by unit.

    Shape: crps, log_crps, ignorance, interval, pit (month, unit); quiet (month − 2, unit); sum_pit, sum_log_crps,
    energy (unit,). `log_…` is of log(1 + count); `pit` is randomised with the same numbers for every model.
    """

    crps: NDArray[np.float64]
    log_crps: NDArray[np.float64]
    ignorance: NDArray[np.float64]
    interval: NDArray[np.float64]
    pit: NDArray[np.float64]
    quiet: NDArray[np.float64]
    sum_pit: NDArray[np.float64]
    sum_log_crps: NDArray[np.float64]
    energy: NDArray[np.float64]


def score_draws(draws: CountDraws, window: Window, seed: int) -> UnitScores:
    """Every score of draws whose months are the window's steps."""
    values, actual = draws.values, window.actual
    ordered = np.sort(values, axis=0)
    names = [f"pit:{unit}" for unit in draws.areas]
    stream, one = Stream(seed, "backtest"), Block(0, 1)
    uniform = np.stack([stream.uniforms(names, one, step)[0] for step in range(1, len(actual) + 1)])
    sums, total = np.sort(values.sum(axis=1), axis=0), actual.sum(axis=0)
    repeats = max(round(_IGNORANCE_DRAWS / len(values)), 1)
    return UnitScores(
        crps=crps(ordered, actual),
        log_crps=crps(np.log1p(ordered), np.log1p(actual)),
        ignorance=ignorance(np.repeat(values, repeats, axis=0), actual),
        interval=interval_score(ordered, actual),
        pit=randomised_pit(values, actual, uniform),
        quiet=quiet_brier(values, actual),
        sum_pit=randomised_pit(sums, total, stream.uniforms(names, one)[0]),
        sum_log_crps=crps(np.log1p(sums), np.log1p(total)),
        energy=energy_score(values, actual),
    )
