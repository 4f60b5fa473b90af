"""Counting on a grid, compiled: what `Sketch` counts and adds up with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["TOGETHER", "add", "count_linear", "count_logarithmic", "ranges_of"]

_FIXED_POINT = 2.0**16
_DEGREE = 9
_FRACTION, _ONE = (1 << 52) - 1, 1023 << 52
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
def count_logarithmic(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    values: NDArray[np.float64],
    smallest: float,
    octave: NDArray[np.float64],
    cells: float,
    one: float,
    first: int,
    room: _Room,
    counts: _Counts,
) -> int:
    """The same on a grid of equal ratios. Shape: values (series, draw); `octave`, `cells` and `one` as in `Ratios`."""
    series, (place, seen) = len(values), room
    top, within = seen.shape[1] - 1.0, np.empty(values.shape[1])
    for begin in range(0, series, _TOGETHER):
        together = min(_TOGETHER, series - begin)
        for s in range(together):
            row = values[begin + s]
            if _strange(row):
                return first + begin + s
            _logarithmic(row, smallest, octave, cells, one, within)
            _round_down(row, smallest, within, top, place[s])
            counts[3][first + begin + s] = _total(row)
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
def _total(row: NDArray[np.float64]) -> np.int64:
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
    smallest: float,
    octave: NDArray[np.float64],
    cells: float,
    one: float,
    place: NDArray[np.float64],
) -> None:
    """The place of each value on the grid, in cells and parts of them."""
    last = len(octave) - 1
    for d in range(len(row)):
        bits = np.float64(max(row[d], smallest)).view(np.int64)
        within = np.int64((bits & _FRACTION) | _ONE).view(np.float64) - 1.5
        logarithm = octave[last]
        for power in range(_DEGREE):
            logarithm = logarithm * within + octave[last - 1 - power]
        place[d] = (np.float64((bits >> 52) - 1023) + logarithm) * cells + one


@kernel
def _round_down(
    row: NDArray[np.float64], smallest: float, place: NDArray[np.float64], top: float, cells: NDArray[np.uint16]
) -> None:
    for d in range(len(row)):
        cell = min(np.floor(place[d]), top) if row[d] >= smallest else 0.0
        cells[d] = np.uint16(np.int32(cell))


@kernel
def _count(place: NDArray[np.uint16], together: int, first: int, seen: NDArray[np.uint16], counts: _Counts) -> None:
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
        low, high = _range(place[s])
        start = starts[first + s]
        stop = start + high - low + 1
        _take(seen[s, low : high + 1], numbers[start:stop])
        lowest[first + s], starts[first + s + 1] = low, stop


@kernel
def _range(cells: NDArray[np.uint16]) -> tuple[int, int]:
    low, high = np.uint16(65_535), np.uint16(0)
    for d in range(len(cells)):
        low, high = min(low, cells[d]), max(high, cells[d])
    return int(low), int(high)


@kernel
def _take(own: NDArray[np.uint16], numbers: NDArray[np.uint16]) -> None:
    for c in range(len(own)):
        numbers[c] = own[c]
    for c in range(len(own)):
        own[c] = 0


@kernel
def ranges_of(
    starts: NDArray[np.int32],
    lowest: NDArray[np.uint16],
    other_starts: NDArray[np.int32],
    other_lowest: NDArray[np.uint16],
    spare: int,
    size: int,
) -> tuple[NDArray[np.int32], NDArray[np.uint16], bool]:
    """Where each series begins and its lowest cell in the counts of both, and whether the first have room for all.

    A range that has to grow gets `spare` cells more, on a grid of `size` cells.
    """
    both, lows, outside = np.zeros(len(starts), dtype=np.int32), np.empty(len(lowest), dtype=np.uint16), 0
    for s in range(len(lowest)):
        low, other_low = int(lowest[s]), int(other_lowest[s])
        end, other_end = low + int(starts[s + 1] - starts[s]), other_low + int(other_starts[s + 1] - other_starts[s])
        outside += 1 if other_low < low or other_end > end else 0
        low = max(other_low - spare, 0) if other_low < low else low
        end = min(other_end + spare, size) if other_end > end else end
        lows[s] = low
        both[s + 1] = both[s] + end - low
    return both, lows, outside == 0


@kernel
def add(
    starts: NDArray[np.int32],
    lowest: NDArray[np.uint16],
    numbers: NDArray[np.generic],
    merged_starts: NDArray[np.int32],
    merged_lowest: NDArray[np.uint16],
    merged: NDArray[np.generic],
) -> None:
    """Add the counts of every series to `merged`, which reach at least as far both ways."""
    for s in range(len(lowest)):
        place = np.int64(merged_starts[s]) + np.int64(lowest[s]) - np.int64(merged_lowest[s])
        _add(numbers[starts[s] : starts[s + 1]], merged[place:])


@kernel
def _add(numbers: NDArray[np.generic], merged: NDArray[np.generic]) -> None:
    for i in range(len(numbers)):
        merged[i] += numbers[i]
