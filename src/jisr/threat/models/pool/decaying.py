"""Members that look at a unit's own past."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.threat.models.pool.grid import histogram, lognormal_kernel
from jisr.threat.models.pool.history import History

__all__ = ["SPREAD", "decaying", "last_year"]

SPREAD = 0.6
"""Standard deviation of the kernel on the log scale; chosen on windows before 2018 (docs/validation/threat.md)."""
_MEMORY = 240


def decaying(history: History, half_life: float, spread: float = SPREAD) -> NDArray[np.float64]:
    """Past months, each counting half as much `half_life` months earlier, blurred. Shape: (unit, point)."""
    seen = history.values[::-1][:_MEMORY]
    weights = 0.5 ** (np.arange(len(seen)) / half_life)
    return np.asarray(histogram(seen, weights / weights.sum()) @ lognormal_kernel(spread))


def last_year(history: History) -> NDArray[np.float64]:
    """The last twelve months as they were. Shape: (unit, point)."""
    return histogram(history.values[-12:], np.full(12, 1 / 12))
