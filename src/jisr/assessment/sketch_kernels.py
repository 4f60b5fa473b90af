"""Counting on a grid, compiled: what `Sketch` counts and adds up with arrays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["add", "count"]

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
    values: NDArray[np.float64], first: int, size: int, place: NDArray[np.uint16], sums: NDArray[np.int64]
) -> bool:
    """The cells of a line of series on the linear grid, and their sums; False where a value is not finite."""
    total, strange, top = np.zeros(_LINE), np.zeros(_LINE), size - 1.0
    for d in range(len(values)):
        for s in range(_LINE):
            value = values[d, first + s]
            strange[s] += value * 0.0
            total[s] += _rounded(value * _FIXED_POINT)  # whole numbers below 2⁵³ add up exactly
            place[d, s] = np.uint16(min(max(_rounded(value * top), 0.0), top))
    finite = strange.sum() == 0.0
    for s in range(_LINE):
        sums[first + s] = np.int64(total[s]) if finite else 0
    return bool(finite)


@kernel
def _logarithmic(
    values: NDArray[np.float64],
    first: int,
    size: int,
    step: float,
    place: NDArray[np.uint16],
    sums: NDArray[np.int64],
) -> bool:
    """The same on the logarithmic grid."""
    for d in range(len(values)):
        for s in range(_LINE):
            value = values[d, first + s]
            if not math.isfinite(value):
                return False
            sums[first + s] += np.int64(round(value * _FIXED_POINT))
            place[d, s] = 0
            if value >= _SMALLEST:
                place[d, s] = np.uint16(min(math.floor(math.log(value / _SMALLEST) / step) + 1.0, size - 1.0))
    return True


@kernel
def count(
    values: NDArray[np.float64], series: int, size: int, step: float
) -> tuple[NDArray[np.int32], NDArray[np.uint16], NDArray[np.uint16], NDArray[np.int64], int]:
    """Where each series begins, the lowest cell it touches, the counts from there to its highest, the sums, and where the
    first line of series begins among which a value is not finite (−1: none).

    Shape: values (draw, column), fewer than 65,536 draws, the columns those of the series and then zeros up to a whole
    number of lines; starts (series + 1,); lowest and sums (series,), sums in units of 2⁻¹⁶; counts (cell,). The grid is
    linear where `step` is 0. A cache line of series is counted at a time, and no branch depends on the values: a wrong
    guess of the processor costs more than a needless write. Indices are unsigned: a negative one would have to be turned.
    """
    draws, columns = values.shape
    starts, sums = np.zeros(series + 1, dtype=np.int32), np.zeros(columns, dtype=np.int64)
    lowest, numbers = np.zeros(series, dtype=np.uint16), np.empty(series * size, dtype=np.uint16)
    seen, place = np.zeros(_LINE * size, dtype=np.uint16), np.empty((draws, _LINE), dtype=np.uint16)
    for first in range(0, series, _LINE):
        if step == 0.0:
            finite = _linear(values, first, size, place, sums)
        else:
            finite = _logarithmic(values, first, size, step, place, sums)
        if not finite:
            return starts, lowest, numbers, sums, first
        for d in range(draws):
            for s in range(_LINE):
                seen[np.uint64(s * size) + np.uint64(place[d, s])] += 1
        for s in range(min(_LINE, series - first)):
            low, high = place[:, s].min(), place[:, s].max()
            start = starts[first + s]
            stop = start + np.int64(high) - np.int64(low) + 1
            numbers[start:stop] = seen[s * size + np.int64(low) : s * size + np.int64(high) + 1]
            lowest[first + s], starts[first + s + 1] = low, stop
        seen[:] = 0
    return starts, lowest, numbers[: starts[series]], sums[:series], -1


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
