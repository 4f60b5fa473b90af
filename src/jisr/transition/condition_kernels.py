"""The state of every condition in a month, compiled: what `step` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["judge"]


@kernel
def judge(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    judged: NDArray[np.float64],
    threshold: NDArray[np.float64],
    leave: NDArray[np.float64],
    sign: NDArray[np.int64],
    persistence: NDArray[np.int64],
    is_mean: NDArray[np.bool_],
    is_open: NDArray[np.bool_],
    run: NDArray[np.int64],
    met_run: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.int64], NDArray[np.int64]]:
    """Margin beyond the threshold, months in a row satisfied, and months in a row met. Shape of each: (draw, condition).

    `is_open` (condition,): whether the window of a mean is full; `leave` the signed value from which a met one stays met.
    """
    margin, satisfied, met = np.empty_like(judged), np.zeros_like(run), np.zeros_like(met_run)
    for d in range(len(judged)):
        for c in range(len(sign)):
            margin[d, c] = sign[c] * (judged[d, c] - threshold[d, c])
            if margin[d, c] >= 0:
                satisfied[d, c] = run[d, c] + 1
            stays = met_run[d, c] > 0 and sign[c] * judged[d, c] >= leave[d, c]
            enters = (margin[d, c] >= 0 and is_open[c]) if is_mean[c] else satisfied[d, c] >= persistence[c]
            if stays or enters:
                met[d, c] = met_run[d, c] + 1
    return margin, satisfied, met
