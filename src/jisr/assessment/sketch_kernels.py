"""Counting on a grid, compiled: what `Sketch` counts and adds up with arrays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["count", "merge"]

_FIXED_POINT = 2.0**16
_SMALLEST = 1e-3
_ROUNDING = 6_755_399_441_055_744.0
"""1.5 · 2⁵²: beside it a float has no room for a fraction."""
_LINE = 8


@kernel
def _rounded(value: float) -> float:
    """The nearest whole number, of two equally near the even one, for values below 2⁵¹: in two additions."""
    return (value + _ROUNDING) - _ROUNDING


@kernel
def _linear(
    values: NDArray[np.float64],
    first: int,
    width: int,
    size: int,
    place: NDArray[np.int32],
    sums: NDArray[np.int64],
) -> bool:
    """The cells of some series on the linear grid, and their sums; False where a value is not finite."""
    total, strange, top = np.zeros(_LINE), 0.0, size - 1.0
    for d in range(len(values)):
        for s in range(width):
            value = values[d, first + s]
            strange += value * 0.0
            total[s] += _rounded(value * _FIXED_POINT)  # whole numbers below 2⁵³ add up exactly
            place[d, s] = np.int32(min(max(_rounded(value * top), 0.0), top))
    if strange == 0.0:
        for s in range(width):
            sums[first + s] = np.int64(total[s])
    return strange == 0.0


@kernel
def _logarithmic(
    values: NDArray[np.float64],
    first: int,
    width: int,
    size: int,
    step: float,
    place: NDArray[np.int32],
    sums: NDArray[np.int64],
) -> bool:
    """The same on the logarithmic grid."""
    for d in range(len(values)):
        for s in range(width):
            value = values[d, first + s]
            if not math.isfinite(value):
                return False
            sums[first + s] += np.int64(round(value * _FIXED_POINT))
            place[d, s] = 0
            if value >= _SMALLEST:
                place[d, s] = np.int32(min(math.floor(math.log(value / _SMALLEST) / step) + 1.0, size - 1.0))
    return True


@kernel
def count(
    values: NDArray[np.float64], size: int, step: float
) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint16], NDArray[np.int64], int]:
    """Where each series begins, the cells it touches, their counts, the sums, and where the first series begins of those
    among which a value is not finite (−1: none).

    Shape: values (draw, series), fewer than 65,536 draws; starts (series + 1,); cells and counts (touched,); sums
    (series,) in units of 2⁻¹⁶. The grid is linear where `step` is 0. A cache line of series is counted at a time, and no
    branch depends on the values: a wrong guess of the processor costs more than a needless write.
    """
    draws, series = values.shape
    starts, sums = np.zeros(series + 1, dtype=np.int32), np.zeros(series, dtype=np.int64)
    cells = np.empty(series * min(draws, size) + size, dtype=np.uint16)
    numbers = np.empty(len(cells), dtype=np.uint16)
    seen, touched = np.zeros((_LINE, size), dtype=np.uint16), 0
    place = np.empty((draws, _LINE), dtype=np.int32)
    for first in range(0, series, _LINE):
        width = min(_LINE, series - first)
        if step == 0.0:
            finite = _linear(values, first, width, size, place, sums)
        else:
            finite = _logarithmic(values, first, width, size, step, place, sums)
        if not finite:
            return starts, cells, numbers, sums, first
        for d in range(draws):
            for s in range(width):
                seen[s, place[d, s]] += 1
        for s in range(width):
            low, high = place[:, s].min(), place[:, s].max()
            for cell in range(low, high + 1):
                cells[touched], numbers[touched] = cell, seen[s, cell]
                touched += 1 if seen[s, cell] > 0 else 0
                seen[s, cell] = 0
            starts[first + s + 1] = touched
    return starts, cells[:touched].copy(), numbers[:touched].copy(), sums, -1


@kernel
def merge(
    starts: NDArray[np.int32],
    cells: NDArray[np.uint16],
    numbers: NDArray[np.generic],
    other_starts: NDArray[np.int32],
    other_cells: NDArray[np.uint16],
    other_numbers: NDArray[np.generic],
) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint32]]:
    """The counts of both, series by series; shapes as in `count`."""
    total = len(cells) + len(other_cells)
    merged_starts = np.zeros(len(starts), dtype=np.int32)
    merged, added, at = np.empty(total, dtype=np.uint16), np.empty(total, dtype=np.uint32), 0
    for s in range(len(starts) - 1):
        i, j = starts[s], other_starts[s]
        while i < starts[s + 1] or j < other_starts[s + 1]:
            own = cells[i] if i < starts[s + 1] else np.uint16(65_535)
            theirs = other_cells[j] if j < other_starts[s + 1] else np.uint16(65_535)
            merged[at], added[at] = min(own, theirs), 0
            if own <= theirs:
                added[at] += numbers[i]
                i += 1
            if theirs <= own:
                added[at] += other_numbers[j]
                j += 1
            at += 1
        merged_starts[s + 1] = at
    return merged_starts, merged[:at].copy(), added[:at].copy()
