"""The energy score: a whole path of months at once."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["energy_score"]

_SHIFTS = 40
"""Pairs of draws per draw: the spread is estimated from this many cyclic shifts, not from all pairs."""


def energy_score(draws: NDArray[np.float64], actual: NDArray[np.float64]) -> NDArray[np.float64]:
    """`mean‖x − y‖ − ½ mean‖x − x'‖` over paths of months, by unit. Shape: draws (draw, month, unit) → (unit,).

    The first mean is over all draws, the second over draws i and i + s for evenly spaced shifts s, the shift 0 counted
    as all pairs count it. Source: Gneiting & Raftery 2007, eq. 22.
    """
    n = len(draws)
    score = np.sqrt(((draws - actual) ** 2).sum(axis=1)).mean(axis=0)
    shifts = np.unique(np.linspace(1, n - 1, min(_SHIFTS, n - 1)).astype(np.int64)) if n > 1 else np.zeros(0, np.int64)
    active = np.flatnonzero(draws.any(axis=(0, 1)))
    paths = np.ascontiguousarray(draws[:, :, active])
    total = np.zeros(len(active))
    for shift in shifts:
        total += np.sqrt(((paths - np.roll(paths, shift, axis=0)) ** 2).sum(axis=1)).mean(axis=0)
    if len(shifts):
        score[active] -= total / len(shifts) * (n - 1) / n / 2
    return np.asarray(score, dtype=np.float64)
