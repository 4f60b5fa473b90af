"""The probability of months without a single event in a row."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["QUIET_MONTHS", "quiet_brier", "quiet_probability"]

QUIET_MONTHS = 3


def quiet_probability(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    """Share of draws in which a run of three months is all zero. Shape: draws (draw, month, unit) → (month − 2, unit)."""
    quiet = draws == 0
    runs = quiet[:, :-2] & quiet[:, 1:-1] & quiet[:, 2:]
    return np.asarray(runs.mean(axis=0), dtype=np.float64)


def quiet_brier(draws: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    """Brier score of three quiet months in a row. Shape: (month − 2, unit), no row where there are fewer months."""
    if draws.shape[1] < QUIET_MONTHS:
        return np.zeros((0, draws.shape[2]))
    happened = quiet_probability(actual[None])
    return np.asarray((quiet_probability(draws) - happened) ** 2, dtype=np.float64)
