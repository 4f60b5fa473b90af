"""Requirement and demand of every draw, compiled: what `requirement` and `demand` compute with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.row_kernels import add, add_product, copy

__all__ = ["area_sums", "quantiles", "sums", "totals"]

_TOGETHER = 256
"""Draws at a time: so many of what is kept of a window stay in the innermost cache."""


@kernel
def quantiles(
    seen: NDArray[np.float64],
    newest: int,
    drivers: NDArray[np.int64],
    windows: NDArray[np.int64],
    shares: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The quantile of the trailing window of each key (driver, window, share), linear between order statistics.

    Shape: seen (area, driver, month, draw), a ring with its newest month at `newest`; result (area, key, draw).
    """
    areas, _, months, draws = seen.shape
    out = np.empty((areas, len(drivers), draws))
    highest = np.empty((months, _TOGETHER))
    for k in range(len(drivers)):
        position = shares[k] * (windows[k] - 1)
        below = int(position)
        kept = windows[k] - below  # from the highest down to the order statistic below the quantile
        for a in range(areas):
            of_months = seen[a, drivers[k]]
            for first in range(0, draws, _TOGETHER):
                part = out[a, k, first : first + _TOGETHER]
                for count in range(windows[k]):
                    seen_then = of_months[newest - count, first : first + _TOGETHER]
                    _keep(seen_then, highest, min(count, kept), kept)
                _between(highest[kept - 1], highest[max(kept - 2, 0)], position - below, part)
    return out


@kernel
def _between(low: NDArray[np.float64], high: NDArray[np.float64], share: float, out: NDArray[np.float64]) -> None:
    for d in range(len(out)):
        out[d] = low[d] + share * (high[d] - low[d])


@kernel
def _keep(values: NDArray[np.float64], highest: NDArray[np.float64], filled: int, kept: int) -> None:
    """Sort one month's values in among the highest so far. Shape: values (draw,), highest (rank, draw), `filled` ranks."""
    last = highest[filled] if filled < kept else highest[kept - 1]
    if filled < kept:
        copy(values, last[: len(values)])
    else:
        for d in range(len(values)):
            last[d] = max(last[d], values[d])
    for rank in range(min(filled, kept - 1), 0, -1):
        upper, lower = highest[rank - 1], highest[rank]
        for d in range(len(values)):
            high, low = max(upper[d], lower[d]), min(upper[d], lower[d])
            upper[d], lower[d] = high, low


@kernel
def area_sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sum over areas, one after the other. Shape: (area, ·, draw) to (·, draw)."""
    areas, rows, draws = values.shape
    out = np.zeros((rows, draws))
    for j in range(rows):
        for a in range(areas):
            add(values[a, j], out[j])
    return out


@kernel
def totals(
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
    local_tasks: NDArray[np.int64],
    mobile_tasks: NDArray[np.int64],
) -> NDArray[np.float64]:
    """All areas together, by task. Shape: local (area, local task, draw), mobile (mobile task, draw), result (task, draw)."""
    out = np.zeros((len(local_tasks) + len(mobile_tasks), mobile.shape[1]))
    for j in range(len(local_tasks)):
        for a in range(len(local)):
            add(local[a, j], out[local_tasks[j]])
    for j in range(len(mobile_tasks)):
        copy(mobile[j], out[mobile_tasks[j]])
    return out


@kernel
def sums(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    rates: NDArray[np.float64],
    terms: NDArray[np.int64],
    columns: NDArray[np.int64],
    is_mobile: NDArray[np.bool_],
    sources: NDArray[np.int64],
    areas: NDArray[np.int64],
    by_area: NDArray[np.float64],
    pooled: NDArray[np.float64],
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
) -> None:
    """Add rate times source of some terms to the task each belongs to; −1 stands for no source and for every area.

    Shape: rates (term, draw); terms, the positions of those to be added; by_area (area, source, draw); pooled (source, draw); local (area, local task, draw) and
    mobile (mobile task, draw) receive the sums.
    """
    for t in terms:
        column, source, rate = columns[t], sources[t], rates[t]
        if is_mobile[t]:
            if source < 0:
                add(rate, mobile[column])
            else:
                add_product(rate, pooled[source], mobile[column])
            continue
        for a in range(len(local)):
            if areas[t] >= 0 and areas[t] != a:
                continue
            if source < 0:
                add(rate, local[a, column])
            else:
                add_product(rate, by_area[a, source], local[a, column])
