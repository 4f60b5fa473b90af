"""What a past says at each month of it, for every unit."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

__all__ = ["History", "trailing_mean"]


@dataclass(frozen=True)
class History:
    """Counts up to a cutoff, and what is derived of them. Shape: values and all that follow (month, unit)."""

    values: NDArray[np.float64]

    @cached_property
    def year(self) -> NDArray[np.float64]:
        """Mean of the last twelve months."""
        return trailing_mean(self.values, 12)

    @cached_property
    def quiet(self) -> NDArray[np.int64]:
        """Months without an event up to and with each month."""
        runs = np.zeros(self.values.shape, dtype=np.int64)
        run = np.zeros(self.values.shape[1], dtype=np.int64)
        for month, row in enumerate(self.values):
            run = np.where(row == 0, run + 1, 0)
            runs[month] = run
        return runs

    @cached_property
    def spiked(self) -> NDArray[np.bool_]:
        """Whether the last month is more than ten times the median of the last twelve (at least 1). Shape: (unit,)."""
        median = np.median(self.values[-12:], axis=0)
        return np.asarray(self.values[-1] > 10 * np.maximum(median, 1.0))


def trailing_mean(values: NDArray[np.float64], months: int) -> NDArray[np.float64]:
    """Mean of the last months up to and with each, or of what there is. Shape: (month, unit)."""
    total = np.concatenate([np.zeros((1, values.shape[1])), np.cumsum(values, axis=0)])
    end = np.arange(1, len(values) + 1)
    start = np.maximum(end - months, 0)
    return np.asarray((total[end] - total[start]) / (end - start)[:, None])
