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
def _cell(value: float, size: int, step: float) -> int:
    """The cell of a value: of the linear grid where `step` is 0, else of the logarithmic one."""
    if step == 0.0:
        return int(min(max(_rounded(value * (size - 1)), 0.0), size - 1.0))
    if value < _SMALLEST:
        return 0
    return int(min(math.floor(math.log(value / _SMALLEST) / step) + 1.0, size - 1.0))


@kernel
def count(
    values: NDArray[np.float64], size: int, step: float
) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint16], NDArray[np.int64], int]:
    """Where each series begins, the cells it touches, their counts, the sums, and a series that is not finite (−1: none).

    Shape: values (draw, series), fewer than 65,536 draws; starts (series + 1,); cells and counts (touched,); sums
    (series,) in units of 2⁻¹⁶. A cache line of series is counted at a time.
    """
    draws, series = values.shape
    starts, sums = np.zeros(series + 1, dtype=np.int32), np.zeros(series, dtype=np.int64)
    cells = np.empty(series * min(draws, size), dtype=np.uint16)
    numbers = np.empty(len(cells), dtype=np.uint16)
    seen, touched = np.zeros((_LINE, size), dtype=np.uint16), 0
    low, high = np.empty(_LINE, dtype=np.int64), np.empty(_LINE, dtype=np.int64)
    for first in range(0, series, _LINE):
        width = min(_LINE, series - first)
        low[:], high[:] = size, -1
        for d in range(draws):
            for s in range(width):
                value = values[d, first + s]
                if not math.isfinite(value):
                    return starts, cells, numbers, sums, first + s
                cell = _cell(value, size, step)
                seen[s, cell] += 1
                low[s], high[s] = min(low[s], cell), max(high[s], cell)
                sums[first + s] += np.int64(_rounded(value * _FIXED_POINT))
        for s in range(width):
            for cell in range(low[s], high[s] + 1):
                if seen[s, cell] > 0:
                    cells[touched], numbers[touched] = cell, seen[s, cell]
                    seen[s, cell] = 0
                    touched += 1
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
