"""Piecewise polynomials of many points, compiled: what `pert_at_score` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["shares"]


@kernel
def shares(score: NDArray[np.float64], pieces: NDArray[np.float64], edge: float, width: float) -> NDArray[np.float64]:
    """The share of a cell's width at each score, 0–1. Shape: score (draw,), pieces (piece, power) from −edge on."""
    out = np.empty_like(score)
    for d in range(len(score)):
        place = (min(max(score[d], -edge), edge) + edge) / width
        piece = min(int(place), len(pieces) - 1)
        within = 2 * (place - piece) - 1
        share = pieces[piece, pieces.shape[1] - 1]
        for power in range(pieces.shape[1] - 2, -1, -1):
            share = share * within + pieces[piece, power]
        out[d] = min(max(share, 0.0), 1.0)
    return out
