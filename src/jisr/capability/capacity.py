"""Capacity of the host, by task and area."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.anchor import Anchor
from jisr.capability.compiled import CapabilityData
from jisr.requirements import ByTask, sum_over_areas

__all__ = ["capacity"]


def capacity(data: CapabilityData, tied: Anchor, readiness: NDArray[np.float64], requirement: ByTask) -> ByTask:
    """Host capacity C: the anchored sum over lines, given to areas by each element's rule. Units: the task's, per month."""
    local = np.zeros(requirement.local.shape, order="F")
    mobile = np.zeros(requirement.mobile.shape, order="F")
    where = data.line_areas
    if enabled():
        from jisr.capability import cover_kernels

        lines = data.line_tasks, data.line_columns, data.line_is_mobile
        areas = where.follows, where.allowed, where.even
        turned = draws_last(tied.yields), draws_last(readiness), draws_last(tied.factor)
        cover_kernels.capacities(*turned, *lines, *areas, draws_last(requirement.local), local.T, mobile.T)
        return requirement.with_values(local, mobile)
    amounts = tied.yields * readiness * tied.factor[:, data.line_tasks]
    for i, column in enumerate(data.line_columns):
        if data.line_is_mobile[i]:
            mobile[:, column] += amounts[:, i]
            continue
        evenly, followed = amounts[:, i], np.zeros(len(amounts))
        wanted = requirement.local[:, column] * where.allowed[i]
        if where.follows[i]:
            total = sum_over_areas(wanted)
            followed = np.where(total > 0, evenly / np.where(total > 0, total, 1.0), 0.0)
            evenly = np.where(total > 0, 0.0, evenly)
        local[:, column] += wanted * followed[:, None] + evenly[:, None] * where.even[i]
    return requirement.with_values(local, mobile)
