"""The PERT distribution of an uncertain cell."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.plan import Uncertain

__all__ = ["pert_quantile"]

_WEIGHT = 4.0
"""Weight of the mode in the mean, (low + 4 mode + high) / 6."""


def pert_quantile(cell: Uncertain, uniform: NDArray[np.float64]) -> NDArray[np.float64]:
    """The values of a cell at given probabilities. Shape: as `uniform`. Units: the cell's.

    Source: Malcolm, Roseboom, Clark & Fazar 1959, Operations Research 7(5): a beta distribution on [low, high] with
    shapes 1 + 4 (mode − low)/(high − low) and 1 + 4 (high − mode)/(high − low).

    Examples:
        >>> pert_quantile(Uncertain(0, 0.5, 1), np.array([0.5])).round(6).tolist()
        [0.5]
    """
    if cell.is_exact:
        return np.full_like(uniform, cell.mode)
    from scipy.special import betaincinv

    width = cell.high - cell.low
    first = 1 + _WEIGHT * (cell.mode - cell.low) / width
    second = 1 + _WEIGHT * (cell.high - cell.mode) / width
    return np.asarray(cell.low + width * betaincinv(first, second, uniform), dtype=np.float64)
