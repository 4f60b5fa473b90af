"""The one grid of counts on which every member of the pool is a probability vector."""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

__all__ = ["GRID", "POINTS", "histogram", "lognormal_kernel", "place", "quantile"]

_EXACT = 40
_STEP = 1.045
_TOP = 400_000.0
"""Above any month on record; larger values count as this one."""


def _grid() -> NDArray[np.float64]:
    points = [float(count) for count in range(_EXACT + 1)]
    reach = points[-1]
    while points[-1] < _TOP:
        reach *= _STEP
        if round(reach) > points[-1]:
            points.append(float(round(reach)))
    return np.array(points)


GRID = _grid()
"""0, 1 … 40, then steps of about 4.5 %. Shape: (point,). Units: counts."""
POINTS = len(GRID)
_UPPER = (GRID[1:] + GRID[:-1]) / 2
_FIRST = np.concatenate([[0.0], np.floor(_UPPER) + 1])
"""The lowest whole count of each cell; a count midway belongs to the lower one."""
_WIDTH = np.diff(np.append(_FIRST, _TOP + 1))


def place(counts: NDArray[np.float64]) -> NDArray[np.int64]:
    """The cell of each count."""
    return np.searchsorted(_UPPER, counts, side="left")


def histogram(counts: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Weighted counts as probability vectors. Shape: counts (case, unit), weights (case,) → (unit, point)."""
    vectors = np.zeros((counts.shape[1], POINTS))
    units = np.broadcast_to(np.arange(counts.shape[1]), counts.shape)
    np.add.at(vectors, (units, place(counts)), np.broadcast_to(weights[:, None], counts.shape))
    return vectors


@cache
def lognormal_kernel(spread: float) -> NDArray[np.float64]:
    """Row x: the distribution of `x · exp(spread · z)`, z standard normal; 0 stays 0. Shape: (point, point)."""
    from scipy.special import ndtr

    below = ndtr((np.log(_UPPER)[None, :] - np.log(GRID[1:])[:, None]) / spread)
    edges = np.concatenate([np.zeros((POINTS - 1, 1)), below, np.ones((POINTS - 1, 1))], axis=1)
    kernel = np.zeros((POINTS, POINTS))
    kernel[0, 0] = 1.0
    kernel[1:] = np.diff(edges, axis=1)
    return kernel


def quantile(vectors: NDArray[np.float64], levels: NDArray[np.float64]) -> NDArray[np.float64]:
    """Whole counts at levels in 0–1; inside a wide cell all counts are equally likely.

    Shape: vectors (month, unit, point), levels (draw, month, unit) → (draw, month, unit).
    """
    counts = np.empty(levels.shape)
    for month in range(vectors.shape[0]):
        for unit in range(vectors.shape[1]):
            up_to = np.cumsum(vectors[month, unit])
            level = levels[:, month, unit] * up_to[-1]
            cell = np.minimum(np.searchsorted(up_to, level), POINTS - 1)
            share = np.maximum(vectors[month, unit, cell], 1e-300)
            inside = np.clip((level - up_to[cell] + share) / share, 0.0, 1 - 1e-12)
            counts[:, month, unit] = _FIRST[cell] + np.floor(inside * _WIDTH[cell])
    return counts
