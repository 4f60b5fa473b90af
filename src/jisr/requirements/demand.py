"""What a month asks of each task."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.inputs import Inputs
from jisr.requirements.by_task import ByTask, sum_over_areas
from jisr.requirements.compiled import RequirementData

__all__ = ["demand", "sum_of_terms"]


def demand(data: RequirementData, inputs: Inputs, values: NDArray[np.float64]) -> ByTask:
    """`D[d,k,a] = floor + Σ_j rate_j · driver_j`. Units: the task's, per month.

    Parameters: `values` (draw, driver, area), the drivers of the month. Mobile tasks pool the drivers over areas first.
    """
    return sum_of_terms(data, inputs, data.term_drivers, values, sum_over_areas(values))


def sum_of_terms(
    data: RequirementData,
    inputs: Inputs,
    sources: NDArray[np.int64],
    by_area: NDArray[np.float64],
    pooled: NDArray[np.float64],
) -> ByTask:
    """Floor plus rate times whatever stands for the driver: its value (demand) or its quantile (requirement).

    Shape: sources (term,), a column of `by_area` (draw, source, area) for a local task and of `pooled` (draw, source)
    for a mobile one, −1 for a floor.
    """
    rates = inputs.columns(data.term_rows, "rate")
    local = np.zeros((inputs.block.size, len(data.local_tasks), len(data.areas)), order="F")
    mobile = np.zeros((inputs.block.size, len(data.mobile_tasks)), order="F")
    if enabled():
        from jisr.requirements import requirement_kernels

        terms = data.term_columns, data.term_is_mobile, sources, data.term_areas
        drawn = draws_last(by_area), draws_last(pooled)
        requirement_kernels.sums(draws_last(rates), *terms, *drawn, local.T, mobile.T)
        return ByTask(local, mobile, data.local_tasks, data.mobile_tasks)
    for t, source in enumerate(sources):
        rate, column, area = rates[:, t], data.term_columns[t], data.term_areas[t]
        if data.term_is_mobile[t]:
            mobile[:, column] += rate if source < 0 else rate * pooled[:, source]
            continue
        amount = rate[:, None] if source < 0 else rate[:, None] * by_area[:, source]
        if area < 0:
            local[:, column] += amount
        else:
            local[:, column, area] += amount[:, 0 if source < 0 else area]
    return ByTask(local, mobile, data.local_tasks, data.mobile_tasks)
