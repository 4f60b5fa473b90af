"""The money of a month for every draw, compiled: what `Funding` computes with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.row_kernels import add

__all__ = ["by_payer", "paid", "shares"]


@kernel
def paid(
    month: int,
    needed: NDArray[np.float64],
    until: NDArray[np.float64],
    covered: NDArray[np.float64],
    budgets: NDArray[np.int64],
) -> NDArray[np.float64]:
    """What each row's payer pays in a month. Shape: (row, draw); covered (budget, draw), budgets (row,)."""
    out = np.empty(needed.shape)
    for r in range(len(out)):
        _owed(month, needed[r], until[r], covered[budgets[r]], out[r])
    return out


@kernel
def _owed(
    month: int,
    needed: NDArray[np.float64],
    until: NDArray[np.float64],
    share: NDArray[np.float64],
    out: NDArray[np.float64],
) -> None:
    for d in range(len(out)):
        out[d] = needed[d] * share[d] * (1.0 if month <= until[d] else 0.0)


@kernel
def by_payer(given: NDArray[np.float64], payer_of: NDArray[np.int64]) -> NDArray[np.float64]:
    """The sum over the rows of each payer. Shape: given (row, draw), payer_of (row,), result (payer, draw)."""
    payers = 0
    for r in range(len(payer_of)):
        payers = max(payers, payer_of[r] + 1)
    out = np.zeros((payers, given.shape[1]))
    for r in range(len(given)):
        add(given[r], out[payer_of[r]])
    return out


@kernel
def shares(
    given: NDArray[np.float64], rows: NDArray[np.int64], starts: NDArray[np.int64], cost: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The funded share of every thing in a month. Shape: (thing, draw); given (row, draw); `starts` (thing + 1,) into `rows`."""
    out = np.zeros(cost.shape)
    for t in range(len(out)):
        share, full = out[t], cost[t]
        for r in rows[starts[t] : starts[t + 1]]:
            add(given[r], share)
        for d in range(len(share)):
            share[d] = min(1.0, share[d] / full[d])
    return out
