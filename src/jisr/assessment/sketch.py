"""Distributions by month that merge exactly: counts on a fixed grid, and fixed-point sums.

Whatever the blocks and whatever their order, the counts and sums are the same integers, so the same bytes come out.
Quantiles are order statistics (inverse distribution function) read at the resolution of the grid.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["AMOUNTS", "AREA_AMOUNTS", "SHARES", "Grid", "Sketch"]

_FIXED_POINT = 2**16
"""Sums are kept in units of 2⁻¹⁶: exact for 10⁶ draws of amounts up to 10⁸."""


@dataclass(frozen=True)
class Grid:
    """A fixed grid: `linear` from 0 to 1 in steps of 0.001, or `log` with 0 apart and equal ratios of `step`.

    Resolution: 0.0005 (`linear`); half a step of the value from 10⁻³ upwards (`log`), half a per cent by default.
    """

    kind: str
    size: int
    step: float = math.log(1.01)

    def bins(self, values: NDArray[np.float64]) -> NDArray[np.int64]:
        """The cell of each value; values outside the grid go to its ends."""
        if self.kind == "linear":
            return np.asarray(np.clip(np.rint(values * (self.size - 1)), 0, self.size - 1), dtype=np.int64)
        with np.errstate(divide="ignore"):
            steps = np.floor(np.log(np.maximum(values, 0.0) / _SMALLEST) / self.step)
        cells = np.clip(np.where(values < _SMALLEST, -1, steps) + 1, 0, self.size - 1)
        return np.asarray(cells, dtype=np.int64)

    def values(self) -> NDArray[np.float64]:
        """The value each cell stands for. Shape: (cell,)."""
        cells = np.arange(self.size, dtype=np.float64)
        if self.kind == "linear":
            return cells / (self.size - 1)
        return np.where(cells == 0, 0.0, _SMALLEST * np.exp((cells - 0.5) * self.step))


_SMALLEST = 1e-3
SHARES = Grid("linear", 1001)
AMOUNTS = Grid("log", 2 + math.ceil(math.log(1e15) / math.log(1.01)))
AREA_AMOUNTS = Grid("log", 2 + math.ceil(math.log(1e12) / math.log(1.05)), math.log(1.05))
"""Steps of five per cent: hundreds of areas are shown as small pictures, and their counts must fit in memory."""


class Sketch:
    """Counts and sums of several series by month over any number of draws.

    Shape: counts (month, series, cell), sums (month, series). Months are 0 (the cutoff) to the horizon.
    """

    def __init__(self, grid: Grid, series: Sequence[str], months: int) -> None:
        self.grid = grid
        self.series = tuple(series)
        self.position = {name: i for i, name in enumerate(self.series)}
        self.counts = np.zeros((months, len(self.series), grid.size), dtype=np.int32)
        self.sums = np.zeros((months, len(self.series)), dtype=np.int64)

    def observe(self, month: int, values: NDArray[np.float64]) -> None:
        """Count one month of a block. `values` (draw, series); NaN is refused.

        Raises:
            FloatingPointError: a value is not finite: a defect of the stage that made it.
        """
        if not np.isfinite(values).all():
            bad = self.series[int(np.argwhere(~np.isfinite(values))[0, 1])]
            msg = f"{bad} in month {month} is not finite"
            raise FloatingPointError(msg)
        offsets = np.arange(len(self.series), dtype=np.int64) * self.grid.size
        flat = np.bincount((self.grid.bins(values) + offsets).ravel(), minlength=len(self.series) * self.grid.size)
        self.counts[month] += flat.reshape(len(self.series), self.grid.size).astype(np.int32)
        self.sums[month] += np.rint(values * _FIXED_POINT).astype(np.int64).sum(axis=0)

    def merge(self, other: Sketch) -> None:
        """Add the counts of other draws."""
        self.counts += other.counts
        self.sums += other.sums

    def total(self) -> int:
        """The number of draws counted."""
        return int(self.counts[-1, 0].sum()) if self.series else 0

    def quantile(self, name: str, share: float) -> NDArray[np.float64]:
        """The smallest value with at least `share` of the draws at or below it. Shape: (month,)."""
        cumulative = self.counts[:, self.position[name], :].cumsum(axis=1)
        wanted = np.maximum(np.ceil(share * cumulative[:, -1:] - 1e-9), 1)
        return np.asarray(self.grid.values()[(cumulative >= wanted).argmax(axis=1)])

    def mean(self, name: str) -> NDArray[np.float64]:
        """The mean over the draws. Shape: (month,)."""
        totals = np.maximum(self.counts[:, self.position[name], :].sum(axis=1), 1)
        return np.asarray(self.sums[:, self.position[name]] / _FIXED_POINT / totals, dtype=np.float64)
