"""Distributions by month that merge exactly: counts on a fixed grid, and fixed-point sums.

Whatever the blocks and whatever their order, the counts and sums are the same integers, so the same bytes come out.
Quantiles are order statistics (inverse distribution function) read at the resolution of the grid.
"""

from __future__ import annotations

import math
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled

__all__ = ["AMOUNTS", "AREA_AMOUNTS", "SHARES", "Grid", "Sketch"]

_FIXED_POINT = 2**16
"""Sums are kept in units of 2⁻¹⁶: exact for 10⁶ draws of amounts up to 10⁸."""


class Ratios(NamedTuple):
    """The logarithm of a number by its exponent and a polynomial of its fraction, in cells.

    Shape: octave (power,), log₂ over 1–2 around 1.5, within 1e-8 (Trefethen 2013, ch. 5 and 8): a hundred-thousandth of a
    cell. Whole vectors of the processor compute it, which a logarithm of the library does not.
    """

    octave: NDArray[np.float64]
    cells: float
    """Cells an octave."""
    first: float
    """The cell of 1."""


_DEGREE = 9
_FRACTION, _ONE = np.int64((1 << 52) - 1), np.int64(1023 << 52)
"""The bits of a number's fraction, and those of 1.0."""


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
        bits = np.maximum(values, _SMALLEST).astype(np.float64).view(np.int64)
        within = ((bits & _FRACTION) | _ONE).view(np.float64) - 1.5
        octave = np.full(values.shape, self.ratios.octave[-1])
        for factor in self.ratios.octave[-2::-1]:
            octave = octave * within + factor
        place = ((bits >> 52) - 1023 + octave) * self.ratios.cells + self.ratios.first
        cells = np.where(values < _SMALLEST, 0.0, np.minimum(np.floor(place), self.size - 1.0))
        return np.asarray(cells, dtype=np.int64)

    @cached_property
    def ratios(self) -> Ratios:
        """How a `log` grid finds the cell of a number."""
        nodes = (np.cos((2 * np.arange(_DEGREE + 1) + 1) * np.pi / (2 * (_DEGREE + 1)))) / 2
        powers = np.asarray(np.linalg.solve(np.vander(nodes, increasing=True), np.log2(nodes + 1.5)), dtype=np.float64)
        cells = math.log(2) / self.step
        return Ratios(powers, cells, 1 - math.log2(_SMALLEST) * cells)

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
    """The counts of a month from the lowest cell that a series touches to its highest, one series after the other.

    Shape: starts (series + 1,) into numbers (cell,), lowest (series,).
    """

    starts: NDArray[np.int32]
    lowest: NDArray[np.uint16]
    numbers: NDArray[np.unsignedinteger]

    def copy(self) -> _Counts:
        """The same in memory of its own."""
        return _Counts(self.starts, self.lowest, self.numbers.copy())


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
        counts, sums, bad = _count(self.grid, parts, len(self.series))
        if bad >= 0:
            msg = f"{self.series[bad]} in month {month} is not finite"
            raise FloatingPointError(msg)
        self.draws[month] += len(parts[0])
        self.sums[month] += sums
        self._add(month, counts)

    def merge(self, other: Sketch) -> None:
        """Add the counts of other draws."""
        self.sums += other.sums
        self.draws += other.draws
        for month, counts in enumerate(other._months):
            if counts is not None:
                self._add(month, counts)

    def counts(self, name: str) -> NDArray[np.int64]:
        """The counts of one series. Shape: (month, cell)."""
        at = self.position[name]
        found = np.zeros((len(self._months), self.grid.size), dtype=np.int64)
        for month, counts in enumerate(self._months):
            if counts is not None:
                own = counts.numbers[counts.starts[at] : counts.starts[at + 1]]
                found[month, counts.lowest[at] : counts.lowest[at] + len(own)] = own
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
        return np.searchsorted(reached, before[:-1] + wanted) - counts.starts[:-1] + counts.lowest

    def _add(self, month: int, counts: _Counts) -> None:
        own, small = self._months[month], self.draws[month] <= np.iinfo(np.uint16).max
        kind: np.dtype[np.unsignedinteger] = np.dtype(np.uint16 if small else np.uint32)
        # what another sketch has counted, or what the next month will be counted into, is not kept itself
        self._months[month] = counts.copy() if own is None else _merged(own, counts, kind, self.grid.size)
        self._quantiles.clear()


def _count(grid: Grid, parts: Sequence[NDArray[np.float64]], series: int) -> tuple[_Counts, NDArray[np.int64], int]:
    """The counts of one month of a block, the sums, and the first series that is not finite (−1: none)."""
    if enabled():
        return _count_compiled(grid, parts, series)
    values = np.concatenate([part.T for part in parts]).T
    if not np.isfinite(values).all():
        bad = int(np.argwhere(~np.isfinite(values))[:, 1].min())
        return _ranges(np.zeros((series, 1), dtype=np.uint16)), np.zeros(series, dtype=np.int64), bad
    cells = grid.bins(values) + np.arange(series, dtype=np.int64) * grid.size
    dense = np.bincount(cells.ravel(), minlength=series * grid.size).reshape(series, grid.size)
    return _ranges(dense), np.rint(values * _FIXED_POINT).astype(np.int64).sum(axis=0), -1


def _count_compiled(
    grid: Grid, parts: Sequence[NDArray[np.float64]], series: int
) -> tuple[_Counts, NDArray[np.int64], int]:
    from jisr.assessment import sketch_kernels

    starts, lowest = np.zeros(series + 1, dtype=np.int32), np.zeros(series, dtype=np.uint16)
    numbers, sums = _numbers(series * grid.size), np.zeros(series, dtype=np.int64)
    counts, at_once = (starts, lowest, numbers, sums), sketch_kernels.TOGETHER
    room = np.empty((at_once, len(parts[0])), dtype=np.uint16), np.zeros((at_once, grid.size), dtype=np.uint16)
    first, bad = 0, -1
    for part in parts:
        values = draws_last(part)
        if grid.kind == "linear":
            bad = sketch_kernels.count_linear(values, first, room, counts)
        else:
            bad = sketch_kernels.count_logarithmic(values, _SMALLEST, *grid.ratios, first, room, counts)
        if bad >= 0:
            break
        first += len(values)
    return _Counts(starts, lowest, numbers[: starts[first]]), sums, bad


_local = threading.local()


def _numbers(size: int) -> NDArray[np.uint16]:
    """Room for all counts of a month that there could be, kept by thread: to be copied from, and written over next time."""
    kept: NDArray[np.uint16] | None = getattr(_local, "numbers", None)
    if kept is None or len(kept) < size:
        kept = _local.numbers = np.empty(size, dtype=np.uint16)
    return kept


def _ranges(dense: NDArray[np.integer]) -> _Counts:
    """Each series from the first cell that holds something to the last. Shape: dense (series, cell)."""
    touched = dense > 0
    lowest, size = touched.argmax(axis=1), dense.shape[1]
    highest = size - 1 - touched[:, ::-1].argmax(axis=1)
    cells = np.arange(size)
    inside = (cells >= lowest[:, None]) & (cells <= highest[:, None])
    starts = np.concatenate([[0], np.cumsum(inside.sum(axis=1))])
    return _Counts(starts.astype(np.int32), lowest.astype(np.uint16), dense[inside].astype(np.uint16))


def _merged(own: _Counts, other: _Counts, kind: np.dtype[np.unsignedinteger], size: int) -> _Counts:
    """The counts of both: in `own` itself where it has the room, so that memory is not taken anew month by month."""
    starts, lowest, inside = _ranges_of(own, other, size)
    if inside and own.numbers.dtype == kind:
        _add_up(other, own)
        return own
    merged = _Counts(starts, lowest, np.zeros(starts[-1], dtype=kind))
    _add_up(own, merged)
    _add_up(other, merged)
    return merged


_SPARE = 8
"""Cells of spare room on both sides where a range has to grow: the next draws that reach further find it there."""


def _ranges_of(own: _Counts, other: _Counts, size: int) -> tuple[NDArray[np.int32], NDArray[np.uint16], bool]:
    """Where each series begins and its lowest cell in the counts of both, and whether `own` has room for all."""
    if enabled():
        from jisr.assessment import sketch_kernels

        return sketch_kernels.ranges_of(own.starts, own.lowest, other.starts, other.lowest, _SPARE, size)
    low, end = own.lowest.astype(np.int64), own.lowest + np.diff(own.starts)
    other_low, other_end = other.lowest.astype(np.int64), other.lowest + np.diff(other.starts)
    lowest = np.where(other_low < low, np.maximum(other_low - _SPARE, 0), low)
    highest = np.where(other_end > end, np.minimum(other_end + _SPARE, size), end)
    starts = np.concatenate([[0], np.cumsum(highest - lowest)]).astype(np.int32)
    return starts, lowest.astype(np.uint16), bool((other_low >= low).all() and (other_end <= end).all())


def _add_up(counts: _Counts, merged: _Counts) -> None:
    """Add counts to others, which reach at least as far both ways in every series."""
    if enabled():
        from jisr.assessment import sketch_kernels

        sketch_kernels.add(counts.starts, counts.lowest, counts.numbers, merged.starts, merged.lowest, merged.numbers)
        return
    places = merged.starts[:-1] + (counts.lowest.astype(np.int64) - merged.lowest)
    at = np.arange(len(counts.numbers)) + np.repeat(places - counts.starts[:-1], np.diff(counts.starts))
    merged.numbers[at] += counts.numbers.astype(merged.numbers.dtype)
