"""Counting on a grid, compiled: what `Sketch` counts and adds up with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["TOGETHER", "add", "count_linear", "count_logarithmic"]

_FIXED_POINT = 2.0**16
_TOGETHER = TOGETHER = 8
_Counts = tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint16], NDArray[np.int64]]
"""Where each series begins, the lowest cell it touches, the counts from there to its highest, the sums in units of 2⁻¹⁶.

Shape: starts (series + 1,), lowest (series,), numbers (cell,), sums (series,).
"""
_Room = tuple[NDArray[np.uint16], NDArray[np.uint16]]
"""Room to count some series in: their cells (series, draw), and counts (series, cell), zero before and after."""


@kernel
def count_linear(values: NDArray[np.float64], first: int, room: _Room, counts: _Counts) -> int:
    """Count series on the linear grid as those from `first` on; the first that is not finite, −1 for none.

    Shape: values (series, draw), fewer than 65,536 draws. Some series are counted at a time: two draws in one cell after
    each other would make the second wait for the first.
    """
    series, (place, seen) = len(values), room
    top = seen.shape[1] - 1.0
    for begin in range(0, series, _TOGETHER):
        together = min(_TOGETHER, series - begin)
        for s in range(together):
            if _strange(values[begin + s]):
                return first + begin + s
            _linear(values[begin + s], top, place[s])
            counts[3][first + begin + s] = _total(values[begin + s])
        _count(place, together, first + begin, seen, counts)
    return -1


@kernel
def count_logarithmic(
    values: NDArray[np.float64],
    bits: NDArray[np.uint64],
    edges: NDArray[np.float64],
    table: NDArray[np.uint16],
    shift: int,
    first: int,
    room: _Room,
    counts: _Counts,
) -> int:
    """The same on a grid of equal ratios. Shape: values, and their `bits` (series, draw); edges (cell,), where each begins.

    The leading bits of a number say in which narrow range it lies; no range holds more than one edge. `table` gives the
    cell at the beginning of each range, `shift` the number of bits that are left away.
    """
    series, (place, seen) = len(values), room
    for begin in range(0, series, _TOGETHER):
        together = min(_TOGETHER, series - begin)
        for s in range(together):
            if _strange(values[begin + s]):
                return first + begin + s
            _logarithmic(values[begin + s], bits[begin + s], edges, table, np.uint64(shift), place[s])
            counts[3][first + begin + s] = _total(values[begin + s])
        _count(place, together, first + begin, seen, counts)
    return -1


@kernel
def _strange(row: NDArray[np.float64]) -> bool:
    """Whether a value is not finite."""
    strange = 0
    for d in range(len(row)):
        strange += 0 if row[d] * 0.0 == 0.0 else 1
    return strange > 0


@kernel
def _total(row: NDArray[np.float64]) -> int:
    """The sum in units of 2⁻¹⁶, each value rounded by itself: whole numbers add up exactly in any order."""
    total = np.int64(0)
    for d in range(len(row)):
        total += np.int64(np.rint(row[d] * _FIXED_POINT))
    return total


@kernel
def _linear(row: NDArray[np.float64], top: float, cells: NDArray[np.uint16]) -> None:
    for d in range(len(row)):
        cells[d] = np.uint16(np.int32(min(max(np.rint(row[d] * top), 0.0), top)))


@kernel
def _logarithmic(
    row: NDArray[np.float64],
    words: NDArray[np.uint64],
    edges: NDArray[np.float64],
    table: NDArray[np.uint16],
    shift: np.uint64,
    cells: NDArray[np.uint16],
) -> None:
    lowest = np.int64(np.float64(edges[1]).view(np.uint64) >> shift)
    top, last = len(table) - 1, len(edges) - 1
    for d in range(len(row)):
        narrow = min(max(np.int64(words[d] >> shift) - lowest, 0), top)
        cell = np.int64(table[np.uint64(narrow)]) if row[d] >= edges[1] else 0
        above = min(cell + 1, last)
        cells[d] = np.uint16(above if row[d] >= edges[np.uint64(above)] else cell)


@kernel
def _count(
    place: NDArray[np.uint16], together: int, first: int, seen: NDArray[np.uint16], counts: _Counts
) -> None:
    """Count the cells of some series and write down the range that each touches; `seen` is zero before and after.

    Indices are unsigned: a negative one would have to be turned.
    """
    starts, lowest, numbers, _ = counts
    if together == _TOGETHER:
        for d in range(place.shape[1]):
            for s in range(_TOGETHER):
                seen[s, np.uint64(place[s, d])] += 1
    else:
        for s in range(together):
            for d in range(place.shape[1]):
                seen[s, np.uint64(place[s, d])] += 1
    for s in range(together):
        low, high = np.int64(place[s].min()), np.int64(place[s].max())
        start = starts[first + s]
        stop = start + high - low + 1
        own = seen[s, low : high + 1]
        numbers[start:stop] = own
        own[:] = 0
        lowest[first + s], starts[first + s + 1] = low, stop


@kernel
def add(
    starts: NDArray[np.int32],
    numbers: NDArray[np.generic],
    places: NDArray[np.int64],
    merged: NDArray[np.generic],
) -> None:
    """Add the counts of every series to `merged`, where they begin at `places`. Shape: starts (series + 1,)."""
    for s in range(len(places)):
        _add(numbers[starts[s] : starts[s + 1]], merged[places[s] :])


@kernel
def _add(numbers: NDArray[np.generic], merged: NDArray[np.generic]) -> None:
    for i in range(len(numbers)):
        merged[i] += numbers[i]
