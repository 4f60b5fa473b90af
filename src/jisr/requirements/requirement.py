"""The capacity a commission would plan for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.requirements.by_task import ByTask
from jisr.requirements.compiled import DemandTerm, RequirementData
from jisr.requirements.demand import sum_of_terms
from jisr.requirements.driver_history import DriverHistory

__all__ = ["quantile_over_months", "requirement"]


def requirement(data: RequirementData, inputs: Inputs, history: DriverHistory) -> ByTask:
    """`R[d,k,a] = floor + Σ_j rate_j · q(driver_j over the trailing planning window)`. Units: the task's, per month.

    `q` is the service-level quantile within the draw, of what that draw has seen; never a second quantile over draws
    (a trial of that came out 58 % higher).
    """
    local: dict[tuple[int, int, float], NDArray[np.float64]] = {}
    mobile: dict[tuple[int, int, float], NDArray[np.float64]] = {}

    def by_area(term: DemandTerm) -> NDArray[np.float64]:
        key = _key(data, term)
        if key not in local:
            local[key] = quantile_over_months(history.trailing(key[1])[:, :, key[0]], key[2])
        return local[key]

    def pooled(term: DemandTerm) -> NDArray[np.float64]:
        key = _key(data, term)
        if key not in mobile:
            mobile[key] = quantile_over_months(history.trailing(key[1])[:, :, key[0]].sum(axis=2), key[2])
        return mobile[key]

    return sum_of_terms(data, inputs, by_area, pooled)


def _key(data: RequirementData, term: DemandTerm) -> tuple[int, int, float]:
    return term.driver or 0, data.windows[term.task], data.services[term.task]


def quantile_over_months(values: NDArray[np.float64], share: float) -> NDArray[np.float64]:
    """The quantile along the month axis (axis 1), linear between order statistics. Shape: without that axis.

    Source: Hyndman & Fan 1996, definition 7.

    Examples:
        >>> quantile_over_months(np.array([[1.0, 2.0, 3.0, 4.0, 5.0]]), 0.75).tolist()
        [4.0]
    """
    position = share * (values.shape[1] - 1)
    below = int(position)
    above = min(below + 1, values.shape[1] - 1)
    ordered = np.partition(values, (below, above), axis=1)
    return np.asarray(ordered[:, below] + (position - below) * (ordered[:, above] - ordered[:, below]))
