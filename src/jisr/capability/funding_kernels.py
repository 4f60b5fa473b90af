"""The money of a month for every draw, compiled: what `Funding` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["shares"]


@kernel
def shares(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    month: int,
    needed: NDArray[np.float64],
    until: NDArray[np.float64],
    covered: NDArray[np.float64],
    budgets: NDArray[np.int64],
    rows: NDArray[np.int64],
    starts: NDArray[np.int64],
    cost: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The funded share of every thing in a month. Shape: (draw, thing); `starts` (thing + 1,) into `rows`."""
    out = np.empty(cost.shape)
    for d in range(len(out)):
        for t in range(cost.shape[1]):
            paid = 0.0
            for r in rows[starts[t] : starts[t + 1]]:
                if month <= until[d, r]:
                    paid += needed[d, r] * covered[d, budgets[r]]
            out[d, t] = min(1.0, paid / cost[d, t])
    return out
