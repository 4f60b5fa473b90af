"""The state of every condition in a month, compiled: what `step` and `GateTally` compute with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["holding", "judge"]

_Row = NDArray[np.float64]
_Months = NDArray[np.int64]


@kernel
def judge(
    judged: NDArray[np.float64],
    threshold: NDArray[np.float64],
    leave: NDArray[np.float64],
    sign: NDArray[np.int64],
    wanted: NDArray[np.int64],
    run: NDArray[np.int64],
    met_run: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Margin beyond the threshold, months in a row satisfied, and months in a row met. Shape of each: (condition, draw).

    `wanted` (condition,): months in a row it must be satisfied to be met; `leave` the signed value from which a met one
    stays met.
    """
    margin, satisfied, met = np.empty_like(judged), np.empty_like(run), np.empty_like(met_run)
    for c in range(len(sign)):
        better = np.float64(sign[c])
        _measure(judged[c], threshold[c], better, margin[c])
        _count(margin[c], run[c], satisfied[c])
        _enter(judged[c], leave[c], better, satisfied[c], wanted[c], met_run[c], met[c])
    return margin, satisfied, met


@kernel
def _measure(judged: _Row, threshold: _Row, better: float, margin: _Row) -> None:
    for d in range(len(margin)):
        margin[d] = better * (judged[d] - threshold[d])


@kernel
def _count(margin: _Row, run: _Months, satisfied: _Months) -> None:
    for d in range(len(margin)):
        satisfied[d] = run[d] + 1 if margin[d] >= 0 else 0


@kernel
def _enter(
    judged: _Row, leave: _Row, better: float, satisfied: _Months, wanted: int, met_run: _Months, met: _Months
) -> None:
    for d in range(len(met)):
        stays = (met_run[d] > 0) & (better * judged[d] >= leave[d])
        met[d] = met_run[d] + 1 if stays | (satisfied[d] >= wanted) else 0


@kernel
def holding(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """In how many draws each holds. Shape: flags (row, draw), result (row,)."""
    out = np.zeros(len(flags), dtype=np.int64)
    for r in range(len(out)):
        row, count = flags[r], 0
        for d in range(len(row)):
            count += 1 if row[d] else 0
        out[r] = count
    return out
