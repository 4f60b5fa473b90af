"""The readiness of every line and draw, compiled: what `line_readiness` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["limits", "readiness"]

PERSONNEL, SKILL, ITEM = 0, 1, 2


@kernel
def readiness(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    kinds: NDArray[np.int64],
    elements: NDArray[np.int64],
    positions: NDArray[np.int64],
    full: NDArray[np.float64],
    present: NDArray[np.float64],
    presence: NDArray[np.float64],
    qualified: NDArray[np.float64],
    serviceable: NDArray[np.float64],
    functions: NDArray[np.float64],
    starts: NDArray[np.int64],
    mandatory: NDArray[np.int64],
) -> NDArray[np.float64]:
    """The lowest of the mandatory needs of every line. Shape: (line, draw).

    Shape: kinds … full (need,), of which `full` is what makes a need full; present … functions (·, draw); starts
    (line + 1,) into `mandatory`, the needs line by line.
    """
    out = np.ones((len(starts) - 1, present.shape[1]))
    for i in range(len(out)):
        for n in mandatory[starts[i] : starts[i + 1]]:
            kind, at = kinds[n], positions[n]
            if kind == PERSONNEL:
                _lower(present[elements[n]], full[n], out[i])
            elif kind == SKILL:
                _lower_product(presence[elements[n]], qualified[at], full[n], out[i])
            elif kind == ITEM:
                _lower(serviceable[at], full[n], out[i])
            else:
                _lower(functions[at], full[n], out[i])
    return out


@kernel
def _lower(values: NDArray[np.float64], full: float, out: NDArray[np.float64]) -> None:
    part = 1.0 / full
    for d in range(len(out)):
        # full is full, whatever a reciprocal rounds to
        share = values[d] * part if values[d] < full else 1.0
        out[d] = min(out[d], share)


@kernel
def _lower_product(
    presence: NDArray[np.float64], qualified: NDArray[np.float64], full: float, out: NDArray[np.float64]
) -> None:
    part = 1.0 / full
    for d in range(len(out)):
        value = presence[d] * qualified[d]
        share = value * part if value < full else 1.0
        out[d] = min(out[d], share)


@kernel
def limits(
    values: NDArray[np.float64], starts: NDArray[np.int64], mandatory: NDArray[np.int64]
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The lowest and the second lowest need of every line, of equals the first; −1 for none. Shape of each: (line, draw).

    Shape: values (need, draw).
    """
    draws = values.shape[1]
    lowest = np.full((len(starts) - 1, draws), -1, dtype=np.int64)
    second = np.full((len(starts) - 1, draws), -1, dtype=np.int64)
    for i in range(len(lowest)):
        for n in mandatory[starts[i] : starts[i + 1]]:
            for d in range(draws):
                first, then = lowest[i, d], second[i, d]
                if first < 0 or values[n, d] < values[first, d]:
                    lowest[i, d], second[i, d] = n, first
                elif then < 0 or values[n, d] < values[then, d]:
                    second[i, d] = n
    return lowest, second
