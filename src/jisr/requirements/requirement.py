"""The capacity a commission would plan for."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.inputs import Inputs
from jisr.requirements.by_task import ByTask
from jisr.requirements.compiled import QuantileKey, RequirementData
from jisr.requirements.demand import still_terms, with_terms
from jisr.requirements.driver_history import DriverHistory

__all__ = ["quantile_over_months", "requirement"]


def requirement(data: RequirementData, inputs: Inputs, history: DriverHistory) -> ByTask:
    """`R[d,k,a] = floor + Σ_j rate_j · q(driver_j over the trailing planning window)`. Units: the task's, per month.

    `q` is the service-level quantile within the draw, of what that draw has seen; never a second quantile over draws
    (a trial of that came out 58 % higher).
    """
    by_area = _quantiles(history.by_area, history, data.local_keys)
    pooled = _quantiles(history.pooled[..., None], history, data.mobile_keys)[:, :, 0]
    still = still_terms(data, inputs, history)
    return with_terms(data, inputs, still, data.moving_terms, data.term_keys, by_area, pooled)


def _quantiles(seen: NDArray[np.float64], history: DriverHistory, keys: tuple[QuantileKey, ...]) -> NDArray[np.float64]:
    """The quantile of each key. Shape: (draw, key, area)."""
    if enabled():
        from jisr.requirements import requirement_kernels

        return requirement_kernels.quantiles(draws_last(seen), history.newest, *_arrays(keys)).T
    found = np.empty((len(seen), len(keys), seen.shape[3]), order="F")
    for k, key in enumerate(keys):
        window = np.moveaxis(seen[:, history.trailing(key.window), key.driver], 1, -1)
        found[:, k] = quantile_over_months(window, key.service)
    return found


_KeyArrays = tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]


@lru_cache(maxsize=256)
def _arrays(keys: tuple[QuantileKey, ...]) -> _KeyArrays:
    """Driver, window and service level of each key. Shape of each: (key,)."""
    return (
        np.array([key.driver for key in keys], dtype=np.int64),
        np.array([key.window for key in keys], dtype=np.int64),
        np.array([key.service for key in keys], dtype=np.float64),
    )


def quantile_over_months(values: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """The quantile along the month axis (the last), linear between order statistics. Shape: without that axis.

    Source: Hyndman & Fan 1996, definition 7.

    Examples:
        >>> quantile_over_months(np.array([[1.0, 2.0, 3.0, 4.0, 5.0]]), 0.75).tolist()
        [4.0]
    """
    position = share * (values.shape[-1] - 1)
    below = int(position)
    above = min(below + 1, values.shape[-1] - 1)
    ordered = np.partition(values, (below, above), axis=-1)
    return np.asarray(ordered[..., below] + (position - below) * (ordered[..., above] - ordered[..., below]))
