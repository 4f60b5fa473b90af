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


_Part = tuple[NDArray[np.int32], NDArray[np.int32]]
_LOOSE_PARTS = 8
"""Parts of a month kept before they are added up: adding up each one at once would cost as much as counting it."""


class Sketch:
    """Counts and sums of several series by month over any number of draws.

    Shape: sums (month, series). Months are 0 (the cutoff) to the horizon. Counts are kept only where there are any: a
    series of a month touches a few dozen of its grid's cells, and so few bytes travel between processes.
    """

    def __init__(self, grid: Grid, series: Sequence[str], months: int) -> None:
        self.grid = grid
        self.series = tuple(series)
        self.position = {name: i for i, name in enumerate(self.series)}
        self.sums = np.zeros((months, len(self.series)), dtype=np.int64)
        self._parts: list[list[_Part]] = [[] for _ in range(months)]
        """By month: places (series · cells + cell, rising) and their counts, several to be added up."""

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
        self._add(month, _part(np.bincount((self.grid.bins(values) + offsets).ravel())))
        self.sums[month] += np.rint(values * _FIXED_POINT).astype(np.int64).sum(axis=0)

    def merge(self, other: Sketch) -> None:
        """Add the counts of other draws."""
        for month, parts in enumerate(other._parts):
            for part in parts:
                self._add(month, part)
        self.sums += other.sums

    def counts(self, name: str) -> NDArray[np.int64]:
        """The counts of one series. Shape: (month, cell)."""
        first = self.position[name] * self.grid.size
        found = np.zeros((len(self._parts), self.grid.size), dtype=np.int64)
        for month, parts in enumerate(self._parts):
            for places, numbers in parts:
                own = slice(*np.searchsorted(places, (first, first + self.grid.size)))
                found[month, places[own] - first] += numbers[own]
        return found

    def total(self) -> int:
        """The number of draws counted."""
        return int(self.counts(self.series[0])[-1].sum()) if self.series else 0

    def quantile(self, name: str, share: float) -> NDArray[np.float64]:
        """The smallest value with at least `share` of the draws at or below it. Shape: (month,)."""
        cumulative = self.counts(name).cumsum(axis=1)
        wanted = np.maximum(np.ceil(share * cumulative[:, -1:] - 1e-9), 1)
        return np.asarray(self.grid.values()[(cumulative >= wanted).argmax(axis=1)])

    def mean(self, name: str) -> NDArray[np.float64]:
        """The mean over the draws. Shape: (month,)."""
        totals = np.maximum(self.counts(name).sum(axis=1), 1)
        return np.asarray(self.sums[:, self.position[name]] / _FIXED_POINT / totals, dtype=np.float64)

    def _add(self, month: int, part: _Part) -> None:
        parts = self._parts[month]
        parts.append(part)
        if len(parts) > _LOOSE_PARTS:
            places, numbers = (np.concatenate(column) for column in zip(*parts, strict=True))
            # whole numbers below 2⁵³ add up exactly as float64
            parts[:] = [_part(np.bincount(places, weights=numbers))]


def _part(dense: NDArray[np.int64] | NDArray[np.float64]) -> _Part:
    """The places of a dense array that hold something, and what they hold."""
    places = np.flatnonzero(dense)
    return places.astype(np.int32), dense[places].astype(np.int32)
