"""What a month asks of each task."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.inputs import Inputs
from jisr.requirements.by_task import ByTask
from jisr.requirements.compiled import RequirementData
from jisr.requirements.driver_history import DriverHistory

__all__ = ["demand", "still_terms", "with_terms"]


def demand(data: RequirementData, inputs: Inputs, history: DriverHistory) -> ByTask:
    """`D[d,k,a] = floor + Σ_j rate_j · driver_j` of the newest month. Units: the task's, per month.

    Mobile tasks pool the drivers over areas first.
    """
    by_area, pooled = history.by_area[:, history.newest], history.pooled[:, history.newest]
    still = still_terms(data, inputs, history)
    return with_terms(data, inputs, still, data.moving_terms, data.term_drivers, by_area, pooled)


def still_terms(data: RequirementData, inputs: Inputs, history: DriverHistory) -> ByTask:
    """Floors, and rates of drivers that are the same in all months: demand and requirement have them in common."""
    if history.still is None:
        draws = inputs.block.size
        local = np.zeros((draws, len(data.local_tasks), len(data.areas)), order="F")
        mobile = np.zeros((draws, len(data.mobile_tasks)), order="F")
        nothing = ByTask(local, mobile, data.local_tasks, data.mobile_tasks)
        by_area, pooled = history.by_area[:, history.newest], history.pooled[:, history.newest]
        history.still = with_terms(data, inputs, nothing, data.still_terms, data.term_drivers, by_area, pooled)
    return history.still


def with_terms(
    data: RequirementData,
    inputs: Inputs,
    before: ByTask,
    terms: NDArray[np.int64],
    sources: NDArray[np.int64],
    by_area: NDArray[np.float64],
    pooled: NDArray[np.float64],
) -> ByTask:
    """Some terms added: rate times whatever stands for the driver, its value (demand) or its quantile (requirement).

    Shape: terms, positions in the plan's order; sources (term,) of all terms, a column of `by_area` (draw, source, area) for a
    local task and of `pooled` (draw, source) for a mobile one, −1 for a floor.
    """
    rates = inputs.columns(data.term_rows, "rate")
    local, mobile = before.local.copy(order="K"), before.mobile.copy(order="K")
    if enabled():
        from jisr.requirements import requirement_kernels

        where = terms, data.term_columns, data.term_is_mobile, sources, data.term_areas
        drawn = draws_last(by_area), draws_last(pooled)
        requirement_kernels.sums(draws_last(rates), *where, *drawn, local.T, mobile.T)
        return before.with_values(local, mobile)
    for t in terms:
        rate, column, area, source = rates[:, t], data.term_columns[t], data.term_areas[t], sources[t]
        if data.term_is_mobile[t]:
            mobile[:, column] += rate if source < 0 else rate * pooled[:, source]
            continue
        amount = rate[:, None] if source < 0 else rate[:, None] * by_area[:, source]
        if area < 0:
            local[:, column] += amount
        else:
            local[:, column, area] += amount[:, 0 if source < 0 else area]
    return before.with_values(local, mobile)
