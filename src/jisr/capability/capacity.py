"""Capacity of the host and of the contributors, by task and area."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import enabled
from jisr.capability.anchor import Anchor
from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.requirements import ByTask, sum_over_areas

__all__ = ["capacity", "phase_enablers", "with_enablers"]


def capacity(data: CapabilityData, tied: Anchor, readiness: NDArray[np.float64], requirement: ByTask) -> ByTask:
    """Host capacity C: the anchored sum over lines, given to areas by each element's rule. Units: the task's, per month."""
    local, mobile = np.zeros_like(requirement.local), np.zeros_like(requirement.mobile)
    where = data.line_areas
    if enabled():
        from jisr.capability import cover_kernels

        drawn = tied.yields, readiness, tied.factor
        lines = data.line_tasks, data.line_columns, data.line_is_mobile
        areas = where.follows, where.allowed, where.even
        cover_kernels.capacities(*drawn, *lines, *areas, requirement.local, local, mobile)
        return requirement.with_values(local, mobile)
    amounts = tied.yields * readiness * tied.factor[:, data.line_tasks]
    for i, column in enumerate(data.line_columns):
        if data.line_is_mobile[i]:
            mobile[:, column] += amounts[:, i]
            continue
        shares = np.broadcast_to(where.even[i], local[:, column].shape)
        if where.follows[i]:
            wanted = requirement.local[:, column] * where.allowed[i]
            total = sum_over_areas(wanted)[:, None]
            shares = np.where(total > 0, wanted / np.where(total > 0, total, 1.0), shares)
        local[:, column] += amounts[:, i, None] * shares
    return requirement.with_values(local, mobile)


def phase_enablers(data: CapabilityData, inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Enablers of every phase as a share of R₀. Shape: (draw, phase, task)."""
    shares = np.zeros((inputs.block.size, len(data.phases), len(data.tasks)))
    for row in data.enablers:
        if row.ends is not None and month > Month.of(row.ends) - data.cutoff:
            continue
        task = next(k for k, one in enumerate(data.tasks) if one.task == row.task)
        shares[:, data.phases.index(row.phase), task] += inputs.cell(row, "amount")
    return shares


def with_enablers(own: ByTask, shares: NDArray[np.float64], phase: NDArray[np.int64], tied: Anchor) -> ByTask:
    """Own capacity and the enablers of a phase, split over areas as the requirement at the cutoff.

    Parameters: `shares` (draw, phase, task) from `phase_enablers`; `phase` (draw,).
    """
    start = tied.at_start
    if enabled():
        from jisr.capability import cover_kernels

        tasks = np.array(own.local_tasks, dtype=np.int64), np.array(own.mobile_tasks, dtype=np.int64)
        given = cover_kernels.helped(own.local, own.mobile, start.local, start.mobile, shares, phase, *tasks)
        return own.with_values(*given)
    chosen = shares[np.arange(len(phase)), phase]
    local = start.local * chosen[:, list(start.local_tasks), None]
    return own.with_values(own.local + local, own.mobile + start.mobile * chosen[:, list(start.mobile_tasks)])
