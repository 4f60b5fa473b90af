"""The interval score of the central 90 %."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["interval_score"]

_LEVEL = 0.9


def interval_score(draws: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    """`(u − l) + 20 (l − y)⁺ + 20 (y − u)⁺`, l and u the 5 % and 95 % quantiles by linear interpolation. Units: counts.

    Parameters: `draws` sorted along the first axis (draw, …), `actual` of the shape that follows. The mean over
    unit-months is the challenge's MIS. Source: Gneiting & Raftery 2007, eq. 43.
    """
    alpha = 1 - _LEVEL
    low, high = _quantile(draws, alpha / 2), _quantile(draws, 1 - alpha / 2)
    missed = np.maximum(low - actual, 0) + np.maximum(actual - high, 0)
    return np.asarray(high - low + 2 / alpha * missed, dtype=np.float64)


def _quantile(draws: NDArray[np.float64], level: float) -> NDArray[np.float64]:
    """NumPy's linear quantile of sorted draws."""
    at = level * (len(draws) - 1)
    below = min(int(at), len(draws) - 2) if len(draws) > 1 else 0
    above = min(below + 1, len(draws) - 1)
    return np.asarray(draws[below] + (at - below) * (draws[above] - draws[below]), dtype=np.float64)
