"""Needs and lines of every draw, compiled: what `line_readiness` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["lines", "needs"]

PERSONNEL, SKILL, ITEM = 0, 1, 2


@kernel
def needs(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    kinds: NDArray[np.int64],
    elements: NDArray[np.int64],
    positions: NDArray[np.int64],
    wanted: NDArray[np.float64],
    thresholds: NDArray[np.float64],
    present: NDArray[np.float64],
    presence: NDArray[np.float64],
    qualified: NDArray[np.float64],
    serviceable: NDArray[np.float64],
    functions: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The value of every need against its threshold, capped at 1. Shape: (draw, need); `wanted` (need,) is full strength."""
    out = np.empty((len(present), len(kinds)))
    for d in range(len(present)):
        for n in range(len(kinds)):
            kind, at = kinds[n], positions[n]
            if kind == PERSONNEL:
                value = present[d, elements[n]] / wanted[n]
            elif kind == SKILL:
                value = presence[d, elements[n]] * qualified[d, at] / wanted[n]
            elif kind == ITEM:
                value = serviceable[d, at] / wanted[n]
            else:
                value = functions[d, at]
            out[d, n] = min(1.0, min(1.0, value) / thresholds[n])
    return out


@kernel
def lines(
    values: NDArray[np.float64], starts: NDArray[np.int64], mandatory: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Readiness of every line, and its lowest and second lowest need, −1 for none.

    Shape: values (draw, need); starts (line + 1,) into `mandatory`, the needs line by line; results (draw, line).
    """
    shape = (len(values), len(starts) - 1)
    readiness = np.ones(shape)
    lowest, second = np.full(shape, -1), np.full(shape, -1)
    for d in range(len(values)):
        for i in range(len(starts) - 1):
            least, after = np.inf, np.inf
            for n in mandatory[starts[i] : starts[i + 1]]:
                value = values[d, n]
                if value < least:
                    after, second[d, i] = least, lowest[d, i]
                    least, lowest[d, i] = value, n
                elif value < after:
                    after, second[d, i] = value, n
            if lowest[d, i] >= 0:
                readiness[d, i] = least
    return readiness, lowest, second
