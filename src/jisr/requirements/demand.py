"""What a month asks of each task."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.requirements.by_task import ByTask
from jisr.requirements.compiled import DemandTerm, RequirementData

__all__ = ["demand", "sum_of_terms"]


def demand(data: RequirementData, inputs: Inputs, values: NDArray[np.float64]) -> ByTask:
    """`D[d,k,a] = floor + Σ_j rate_j · driver_j`. Units: the task's, per month.

    Parameters: `values` (draw, driver, area), the drivers of the month. Mobile tasks pool the drivers over areas first.
    """
    pooled = values.sum(axis=2)
    return sum_of_terms(
        data, inputs, lambda term: values[:, term.driver or 0], lambda term: pooled[:, term.driver or 0]
    )


def sum_of_terms(
    data: RequirementData,
    inputs: Inputs,
    local_driver: Callable[[DemandTerm], NDArray[np.float64]],
    mobile_driver: Callable[[DemandTerm], NDArray[np.float64]],
) -> ByTask:
    """Floor plus rate times whatever stands for the driver: its value (demand) or its quantile (requirement)."""
    draws = inputs.block.size
    local = np.zeros((draws, len(data.local_tasks), len(data.areas)))
    mobile = np.zeros((draws, len(data.mobile_tasks)))
    for term in data.terms:
        rate = inputs.cell(term.row, "rate")
        if term.task in data.mobile_tasks:
            column = data.mobile_tasks.index(term.task)
            mobile[:, column] += rate if term.driver is None else rate * mobile_driver(term)
            continue
        column = data.local_tasks.index(term.task)
        amount = rate[:, None] if term.driver is None else rate[:, None] * local_driver(term)
        if term.area is None:
            local[:, column] += amount
        else:
            local[:, column, term.area] += amount[:, 0 if term.driver is None else term.area]
    return ByTask(local, mobile, data.local_tasks, data.mobile_tasks)
