"""The ignorance score over the challenge's bins of deaths."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["BIN_EDGES", "ignorance"]

BIN_EDGES = (0.5, 2.5, 5.5, 10.5, 25.5, 50.5, 100.5, 250.5, 500.5, 1000.5)
"""Inner edges of the eleven bins of the VIEWS Prediction Challenge 2023/24; the first begins at 0, the last is open."""


def ignorance(draws: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    """`−log2((n_b + 1) / (S + 11))`, n_b the draws in the bin of what happened: one pseudo-count a bin. Units: bits.

    Parameters: `draws` (draw, …), `actual` of the shape that follows.
    """
    edges = np.array(BIN_EDGES)
    place = np.searchsorted(edges, actual)
    low = np.concatenate([[-np.inf], edges])[place]
    high = np.concatenate([edges, [np.inf]])[place]
    inside = ((draws > low) & (draws <= high)).sum(axis=0)
    return np.asarray(-np.log2((inside + 1) / (len(draws) + len(edges) + 1)), dtype=np.float64)
