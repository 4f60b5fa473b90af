"""The continuous ranked probability score of draws."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["crps"]


def crps(draws: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    """`mean|x − y| − ½ mean|x − x'|` over all pairs, a draw with itself among them: the score of the empirical distribution.

    Parameters: `draws` sorted along the first axis (draw, …), `actual` of the shape that follows. Units: counts.
    Source: Gneiting & Raftery 2007, eq. 21; `xskillscore.crps_ensemble`, as the VIEWS Prediction Challenge uses it.

    Examples:
        >>> float(crps(np.array([0.0, 2.0]), np.array(1.0)))
        0.5
    """
    n = len(draws)
    ranks = (2.0 * np.arange(1, n + 1) - n - 1) / n**2
    spread = np.tensordot(ranks, draws, axes=(0, 0))
    return np.asarray(np.abs(draws - actual).mean(axis=0) - spread, dtype=np.float64)
