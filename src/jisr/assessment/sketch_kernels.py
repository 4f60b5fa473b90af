"""Counting on a grid, compiled: what `Sketch` counts and adds up with arrays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["count", "merge"]

_FIXED_POINT = 2.0**16
_SMALLEST = 1e-3


@kernel
def _cell(value: float, size: int, step: float) -> int:
    """The cell of a value: of the linear grid where `step` is 0, else of the logarithmic one."""
    if step == 0.0:
        return int(min(max(round(value * (size - 1)), 0), size - 1))
    if value < _SMALLEST:
        return 0
    return int(min(math.floor(math.log(value / _SMALLEST) / step) + 1, size - 1))


@kernel
def count(
    values: NDArray[np.float64], size: int, step: float
) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint32], NDArray[np.int64], int]:
    """Where each series begins, the cells it touches, their counts, the sums, and a series that is not finite (−1: none).

    Shape: values (draw, series); starts (series + 1,); cells and counts (touched,); sums (series,) in units of 2⁻¹⁶.
    """
    draws, series = values.shape
    starts, sums = np.zeros(series + 1, dtype=np.int32), np.zeros(series, dtype=np.int64)
    cells = np.empty(series * min(draws, size), dtype=np.uint16)
    numbers = np.empty(len(cells), dtype=np.uint32)
    seen, touched = np.zeros(size, dtype=np.uint32), 0
    for s in range(series):
        low, high = size, -1
        for d in range(draws):
            value = values[d, s]
            if not math.isfinite(value):
                return starts, cells, numbers, sums, s
            cell = _cell(value, size, step)
            seen[cell] += np.uint32(1)
            low, high = min(low, cell), max(high, cell)
            sums[s] += np.int64(round(value * _FIXED_POINT))
        for cell in range(low, high + 1):
            if seen[cell] > 0:
                cells[touched], numbers[touched] = cell, seen[cell]
                seen[cell] = 0
                touched += 1
        starts[s + 1] = touched
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
