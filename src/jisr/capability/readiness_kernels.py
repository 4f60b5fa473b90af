"""The readiness of every line and draw, compiled: what `line_readiness` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["readiness"]

PERSONNEL, SKILL, ITEM = 0, 1, 2


@kernel
def readiness(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
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
    starts: NDArray[np.int64],
    mandatory: NDArray[np.int64],
) -> NDArray[np.float64]:
    """The lowest of the mandatory needs of every line. Shape: (draw, line).

    Shape: kinds … thresholds (need,), of which `wanted` is full strength; present … functions (draw, ·); starts
    (line + 1,) into `mandatory`, the needs line by line.
    """
    out = np.ones((len(present), len(starts) - 1))
    for d in range(len(present)):
        for i in range(len(starts) - 1):
            for n in mandatory[starts[i] : starts[i + 1]]:
                kind, at = kinds[n], positions[n]
                if kind == PERSONNEL:
                    value = present[d, elements[n]] / wanted[n]
                elif kind == SKILL:
                    value = presence[d, elements[n]] * qualified[d, at] / wanted[n]
                elif kind == ITEM:
                    value = serviceable[d, at] / wanted[n]
                else:
                    value = functions[d, at]
                out[d, i] = min(out[d, i], min(1.0, value) / thresholds[n])
    return out
