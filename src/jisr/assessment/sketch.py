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

from jisr.acceleration import enabled

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


@dataclass(frozen=True)
class _Counts:
    """The cells a month touches, series by series. Shape: starts (series + 1,) into cells and numbers (touched,)."""

    starts: NDArray[np.int32]
    cells: NDArray[np.uint16]
    numbers: NDArray[np.generic]


class Sketch:
    """Counts and sums of several series by month over any number of draws.

    Shape: sums (month, series), draws (month,). Months are 0 (the cutoff) to the horizon. Counts are kept only where
    there are any, four bytes a cell touched: few bytes travel between processes, and a long run fits in memory.
    """

    def __init__(self, grid: Grid, series: Sequence[str], months: int) -> None:
        self.grid = grid
        self.series = tuple(series)
        self.position = {name: i for i, name in enumerate(self.series)}
        self.sums = np.zeros((months, len(self.series)), dtype=np.int64)
        self.draws = np.zeros(months, dtype=np.int64)
        self._months: list[_Counts | None] = [None] * months
        self._quantiles: dict[float, NDArray[np.float64]] = {}

    def observe(self, month: int, *parts: NDArray[np.float64]) -> None:
        """Count one month of a block. Shape of each part: (draw, series), one after the other all series.

        Raises:
            FloatingPointError: a value is not finite: a defect of the stage that made it.
        """
        counted, sums, first = list[_Counts](), list[NDArray[np.int64]](), 0
        for part in parts:
            counts, added, bad = _count(self.grid, part)
            if bad >= 0:
                msg = f"{self.series[first + bad]} in month {month} is not finite"
                raise FloatingPointError(msg)
            counted.append(counts)
            sums.append(added)
            first += part.shape[1]
        self._add(month, _joined(counted))
        self.sums[month] += np.concatenate(sums)
        self.draws[month] += len(parts[0])

    def merge(self, other: Sketch) -> None:
        """Add the counts of other draws."""
        for month, counts in enumerate(other._months):
            if counts is not None:
                self._add(month, counts)
        self.sums += other.sums
        self.draws += other.draws

    def counts(self, name: str) -> NDArray[np.int64]:
        """The counts of one series. Shape: (month, cell)."""
        at = self.position[name]
        found = np.zeros((len(self._months), self.grid.size), dtype=np.int64)
        for month, counts in enumerate(self._months):
            if counts is not None:
                own = slice(counts.starts[at], counts.starts[at + 1])
                found[month, counts.cells[own]] = counts.numbers[own]
        return found

    def total(self) -> int:
        """The number of draws counted."""
        return int(self.draws[-1]) if self.series else 0

    def quantile(self, name: str, share: float) -> NDArray[np.float64]:
        """The smallest value with at least `share` of the draws at or below it. Shape: (month,)."""
        if share not in self._quantiles:
            read = [self._quantiles_of(counts, share) for counts in self._months]
            self._quantiles[share] = self.grid.values()[np.stack(read)]
        return self._quantiles[share][:, self.position[name]]

    def mean(self, name: str) -> NDArray[np.float64]:
        """The mean over the draws. Shape: (month,)."""
        totals = np.maximum(self.draws, 1)
        return np.asarray(self.sums[:, self.position[name]] / _FIXED_POINT / totals, dtype=np.float64)

    def _quantiles_of(self, counts: _Counts | None, share: float) -> NDArray[np.int64]:
        """The cells of a quantile in one month, all series at once. Shape: (series,)."""
        if counts is None:
            return np.zeros(len(self.series), dtype=np.int64)
        reached = np.cumsum(counts.numbers, dtype=np.int64)
        before = np.concatenate([[0], reached])[counts.starts]
        wanted = np.maximum(np.ceil(share * np.diff(before) - 1e-9), 1)
        return counts.cells[np.searchsorted(reached, before[:-1] + wanted)].astype(np.int64)

    def _add(self, month: int, counts: _Counts) -> None:
        own = self._months[month]
        self._months[month] = _packed(counts if own is None else _merged(self.grid, own, counts))
        self._quantiles.clear()


def _count(grid: Grid, values: NDArray[np.float64]) -> tuple[_Counts, NDArray[np.int64], int]:
    """The counts of one month of a block, the sums, and the first series that is not finite (−1: none)."""
    if enabled():
        from jisr.assessment import sketch_kernels

        step = 0.0 if grid.kind == "linear" else grid.step
        starts, cells, numbers, sums, near = sketch_kernels.count(np.ascontiguousarray(values), grid.size, step)
        bad = -1 if near < 0 else near + int(np.argwhere(~np.isfinite(values[:, near:]))[:, 1].min())
        return _Counts(starts, cells, numbers), sums, bad
    series = values.shape[1]
    if not np.isfinite(values).all():
        bad = int(np.argwhere(~np.isfinite(values))[:, 1].min())
        return _sparse(grid, series, np.zeros(0)), np.zeros(series, dtype=np.int64), bad
    offsets = np.arange(series, dtype=np.int64) * grid.size
    dense = np.bincount((grid.bins(values) + offsets).ravel(), minlength=series * grid.size)
    sums = np.rint(values * _FIXED_POINT).astype(np.int64).sum(axis=0)
    return _sparse(grid, series, dense), sums, -1


def _joined(parts: Sequence[_Counts]) -> _Counts:
    """The series of all parts, one after the other."""
    if len(parts) == 1:
        return parts[0]
    touched = np.cumsum([0, *(part.starts[-1] for part in parts)])
    starts = [part.starts[:-1] + before for part, before in zip(parts, touched[:-1], strict=True)]
    return _Counts(
        np.concatenate([*starts, touched[-1:]]).astype(np.int32),
        np.concatenate([part.cells for part in parts]),
        np.concatenate([part.numbers for part in parts]),
    )


def _merged(grid: Grid, one: _Counts, other: _Counts) -> _Counts:
    if enabled():
        from jisr.assessment import sketch_kernels

        sides = one.starts, one.cells, one.numbers, other.starts, other.cells, other.numbers
        return _Counts(*sketch_kernels.merge(*sides))
    series = len(one.starts) - 1
    places = [np.repeat(np.arange(series), np.diff(side.starts)) * grid.size + side.cells for side in (one, other)]
    weights = np.concatenate([one.numbers, other.numbers])
    # whole numbers below 2⁵³ add up exactly as float64
    return _sparse(grid, series, np.bincount(np.concatenate(places), weights=weights, minlength=series * grid.size))


def _sparse(grid: Grid, series: int, dense: NDArray[np.generic]) -> _Counts:
    """The cells of a dense array that hold something."""
    places = np.flatnonzero(dense)
    starts = np.searchsorted(places, np.arange(series + 1) * grid.size)
    return _Counts(starts.astype(np.int32), (places % grid.size).astype(np.uint16), dense[places].astype(np.uint32))


def _packed(counts: _Counts) -> _Counts:
    """The same in two bytes a number where they suffice."""
    if counts.numbers.dtype == np.uint16 or int(counts.numbers.max(initial=0)) > np.iinfo(np.uint16).max:
        return counts
    return _Counts(counts.starts, counts.cells, counts.numbers.astype(np.uint16))
