"""Cells of many draws, compiled: what `pert_at_score` computes with arrays, and the scores before it."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.random_kernels import cell_of, fill, normal_row
from jisr.row_kernels import fill_with

__all__ = ["scores", "values"]

_TOGETHER = 64


@kernel
def scores(
    key: np.uint64,
    words: NDArray[np.uint64],
    shared: NDArray[np.float64],
    shared_weight: float,
    own_weight: float,
) -> NDArray[np.float64]:
    """The normal score of a cell in every draw: its own, and that of its group where `shared` is not empty."""
    uniform, out = np.empty(len(words)), np.empty(len(words))
    fill(cell_of(key, 0), words, uniform)
    normal_row(uniform, out)
    for d in range(len(shared)):
        out[d] = shared_weight * shared[d] + own_weight * out[d]
    return out


@kernel
def values(
    score: NDArray[np.float64],
    turned: float,
    pieces: NDArray[np.float64],
    edge: float,
    width: float,
    low: float,
    span: float,
) -> NDArray[np.float64]:
    """The value of a cell at each score, turned round where `turned` is −1; `low` and `span` are where it lies.

    Shape: score, result (draw,), pieces (power, piece) of a width from −edge on.
    """
    out = np.empty_like(score)
    at, within, last = np.empty(_TOGETHER, dtype=np.int64), np.empty(_TOGETHER), pieces.shape[1] - 1
    for first in range(0, len(score), _TOGETHER):
        size = min(_TOGETHER, len(score) - first)
        share = out[first : first + size]
        for d in range(size):
            place = (min(max(turned * score[first + d], -edge), edge) + edge) / width
            at[d] = min(np.int64(place), last)
            within[d] = 2 * (place - at[d]) - 1
        fill_with(0.0, share)
        for power in range(len(pieces) - 1, -1, -1):
            _horner(pieces[power], at, within, share)
        for d in range(size):
            share[d] = low + span * min(max(share[d], 0.0), 1.0)
    return out


@kernel
def _horner(
    factors: NDArray[np.float64], at: NDArray[np.int64], within: NDArray[np.float64], share: NDArray[np.float64]
) -> None:
    for d in range(len(share)):
        share[d] = share[d] * within[d] + factors[at[d]]
