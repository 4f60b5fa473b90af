"""Requirement and demand of every draw, compiled: what `requirement` and `demand` compute with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["area_sums", "quantiles", "sums"]


@kernel
def quantiles(
    seen: NDArray[np.float64],
    newest: int,
    drivers: NDArray[np.int64],
    windows: NDArray[np.int64],
    shares: NDArray[np.float64],
    moving: NDArray[np.bool_],
) -> NDArray[np.float64]:
    """The quantile of the trailing window of each key (driver, window, share), linear between order statistics.

    Shape: seen (draw, month, driver, area), a ring with its newest month at `newest`; result (draw, key, area). Of a
    driver that is not `moving` every month is the same.
    """
    draws, months, _, areas = seen.shape
    out = np.empty((draws, len(drivers), areas))
    highest = np.empty(months)
    for d in range(draws):
        for k in range(len(drivers)):
            window, driver = windows[k], drivers[k]
            position = shares[k] * (window - 1)
            below = int(position)
            kept = window - below  # from the highest down to the order statistic below the quantile
            for a in range(areas):
                if not moving[k]:
                    out[d, k, a] = seen[d, newest, driver, a]
                    continue
                for count in range(window):
                    month = newest - count
                    value = seen[d, month if month >= 0 else month + months, driver, a]
                    if count >= kept and value <= highest[kept - 1]:
                        continue
                    place = min(count, kept - 1)
                    while place > 0 and highest[place - 1] < value:
                        highest[place] = highest[place - 1]
                        place -= 1
                    highest[place] = value
                low, high = highest[kept - 1], highest[max(kept - 2, 0)]
                out[d, k, a] = low + (position - below) * (high - low)
    return out


@kernel
def area_sums(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The sum over areas, one after the other. Shape: (draw, ·, area) to (draw, ·)."""
    draws, rows, areas = values.shape
    out = np.zeros((draws, rows))
    for d in range(draws):
        for j in range(rows):
            for a in range(areas):
                out[d, j] += values[d, j, a]
    return out


@kernel
def sums(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    rates: NDArray[np.float64],
    columns: NDArray[np.int64],
    is_mobile: NDArray[np.bool_],
    sources: NDArray[np.int64],
    areas: NDArray[np.int64],
    by_area: NDArray[np.float64],
    pooled: NDArray[np.float64],
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
) -> None:
    """Add rate times source of every term to the task it belongs to; −1 stands for no source and for every area.

    Shape: rates (draw, term); by_area (draw, source, area); pooled (draw, source); local (draw, local task, area) and
    mobile (draw, mobile task) receive the sums.
    """
    for d in range(len(rates)):
        for t in range(len(columns)):
            column, source, rate = columns[t], sources[t], rates[d, t]
            if is_mobile[t]:
                mobile[d, column] += rate if source < 0 else rate * pooled[d, source]
            elif areas[t] >= 0:
                local[d, column, areas[t]] += rate if source < 0 else rate * by_area[d, source, areas[t]]
            elif source < 0:
                for a in range(local.shape[2]):
                    local[d, column, a] += rate
            else:
                for a in range(local.shape[2]):
                    local[d, column, a] += rate * by_area[d, source, a]
