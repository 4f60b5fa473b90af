"""A quantity by task: by area for local tasks, in all for mobile ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled

__all__ = ["ByTask", "sum_over_areas"]


@dataclass(frozen=True)
class ByTask:
    """Shape: local (draw, local task, area), mobile (draw, mobile task). Units: each task's, per month.

    `local_tasks` and `mobile_tasks` are positions in the plan's order of tasks.
    """

    local: NDArray[np.float64]
    mobile: NDArray[np.float64]
    local_tasks: tuple[int, ...]
    mobile_tasks: tuple[int, ...]

    def total(self) -> NDArray[np.float64]:
        """All areas together, in the plan's order of tasks. Shape: (draw, task)."""
        if enabled():
            from jisr.requirements import requirement_kernels

            return requirement_kernels.totals(draws_last(self.local), draws_last(self.mobile), *self.positions()).T
        total = np.empty((len(self.mobile), len(self.local_tasks) + len(self.mobile_tasks)), order="F")
        total[:, list(self.local_tasks)] = sum_over_areas(self.local)
        total[:, list(self.mobile_tasks)] = self.mobile
        return total

    def positions(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The positions of local and of mobile tasks, for kernels."""
        return _array(self.local_tasks), _array(self.mobile_tasks)

    def with_values(self, local: NDArray[np.float64], mobile: NDArray[np.float64]) -> ByTask:
        """The same tasks with other values."""
        return ByTask(local, mobile, self.local_tasks, self.mobile_tasks)


@lru_cache(maxsize=64)
def _array(positions: tuple[int, ...]) -> NDArray[np.int64]:
    return np.array(positions, dtype=np.int64)


def sum_over_areas(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sum over the last axis, one area after the other: NumPy's own order depends on the number of draws beside it."""
    if enabled() and values.ndim == 3:
        from jisr.requirements import requirement_kernels

        return requirement_kernels.area_sums(draws_last(values)).T
    total = np.zeros(values.shape[:-1], order="F")
    for area in range(values.shape[-1]):
        total += values[..., area]
    return total
