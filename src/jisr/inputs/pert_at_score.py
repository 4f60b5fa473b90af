"""The PERT distribution read at normal scores, from one table for every shape."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import enabled
from jisr.plan import Uncertain

__all__ = ["pert_at_score"]

_WEIGHT = 4.0
_SHAPES = 24
_DEGREE = 9
_EDGE = 8.5
"""Beyond this score a probability is not told from 0 or 1."""
_PIECE = 0.5


def pert_at_score(cell: Uncertain, score: NDArray[np.float64], turned: int = 1) -> NDArray[np.float64]:
    """The values of a cell at standard normal scores: `pert_quantile` at Φ(score), or at Φ(−score) when `turned` is −1.

    Shape: as `score`. Units: the cell's.

    The shapes of a PERT sum to 6, so its quantile is a smooth function of two numbers, the first shape and the score:
    polynomials of degree 9 on pieces of half a score, themselves interpolated between 24 shapes. Within 1e-10 of the
    width of the cell (Trefethen 2013, Approximation Theory and Approximation Practice, ch. 5 and 8).

    Examples:
        >>> pert_at_score(Uncertain(0, 0.5, 1), np.array([0.0])).round(6).tolist()
        [0.5]
    """
    if cell.is_exact:
        return np.full_like(score, cell.mode)
    width = cell.high - cell.low
    pieces = _pieces(1 + _WEIGHT * (cell.mode - cell.low) / width)
    if enabled():
        from jisr.inputs import pert_kernels

        found = pert_kernels.values(score.ravel(), float(turned), pieces, _EDGE, _PIECE, cell.low, width)
        return found.reshape(score.shape)
    place = (np.clip(turned * score, -_EDGE, _EDGE) + _EDGE) / _PIECE
    piece = np.minimum(place.astype(np.int64), pieces.shape[1] - 1)
    within = 2 * (place - piece) - 1
    share = pieces[_DEGREE, piece]
    for power in range(_DEGREE - 1, -1, -1):
        share = share * within + pieces[power, piece]
    return np.asarray(cell.low + width * np.clip(share, 0.0, 1.0), dtype=np.float64)


@lru_cache(maxsize=4_096)
def _pieces(shape: float) -> NDArray[np.float64]:
    """The polynomials of one shape. Shape: (power, piece)."""
    nodes, weights, table = _table()
    apart = shape - nodes
    at = np.flatnonzero(np.abs(apart) < 1e-13)
    if len(at):
        return np.ascontiguousarray(table[at[0]].T)
    terms = weights / apart
    return np.ascontiguousarray(np.tensordot(terms / terms.sum(), table, axes=1).T)


@lru_cache(maxsize=1)
def _table() -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Nodes and barycentric weights over shapes 1–5, and the polynomials at each node: (node, piece, power)."""
    from scipy.special import betaincinv, ndtr

    k = np.arange(_SHAPES)
    angles = (2 * k + 1) * np.pi / (2 * _SHAPES)
    nodes, weights = 3 + 2 * np.cos(angles), (-1.0) ** k * np.sin(angles)
    local = np.cos((2 * np.arange(_DEGREE + 1) + 1) * np.pi / (2 * (_DEGREE + 1)))
    starts = np.arange(-_EDGE, _EDGE, _PIECE)
    scores = starts[:, None] + (local + 1) / 2 * _PIECE
    first = nodes[:, None, None]
    below = ndtr(-np.abs(scores))
    # from the nearer end, where the small probability keeps its digits
    values = np.where(scores < 0, betaincinv(first, 6 - first, below), 1 - betaincinv(6 - first, first, below))
    powers = np.linalg.inv(np.vander(local, increasing=True)).T
    return nodes, np.asarray(weights, dtype=np.float64), np.asarray(values @ powers, dtype=np.float64)
