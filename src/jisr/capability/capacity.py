"""Capacity of the host and of the contributors, by task and area."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.anchor import Anchor
from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.requirements import ByTask, sum_over_areas

__all__ = ["capacity", "phase_enablers", "with_enablers"]


def capacity(data: CapabilityData, tied: Anchor, readiness: NDArray[np.float64], requirement: ByTask) -> ByTask:
    """Host capacity C: the anchored sum over lines, given to areas by each element's rule. Units: the task's, per month."""
    local = np.zeros(requirement.local.shape, order="F")
    mobile = np.zeros(requirement.mobile.shape, order="F")
    where = data.line_areas
    if enabled():
        from jisr.capability import cover_kernels

        drawn = tied.yields, readiness, tied.factor
        lines = data.line_tasks, data.line_columns, data.line_is_mobile
        areas = where.follows, where.allowed, where.even
        turned = [draws_last(one) for one in drawn]
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


def phase_enablers(data: CapabilityData, inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Enablers of every phase as a share of R₀, the same until the next month of `enabler_changes`. Shape: (draw, phase, task)."""
    shares = np.zeros((inputs.block.size, len(data.phases), len(data.tasks)), order="F")
    for row in data.enablers:
        if row.ends is not None and month > Month.of(row.ends) - data.cutoff:
            continue
        task = next(k for k, one in enumerate(data.tasks) if one.task == row.task)
        shares[:, data.phases.index(row.phase), task] += inputs.cell(row, "amount")
    return shares


def with_enablers(
    own: ByTask, shares: NDArray[np.float64], phase: NDArray[np.int64] | int, tied: Anchor
) -> ByTask:
    """Own capacity and the enablers of a phase, split over areas as the requirement at the cutoff.

    Parameters: `shares` (draw, phase, task) from `phase_enablers`; `phase` of each draw (draw,), or of all.
    """
    start = tied.at_start
    chosen = shares[:, phase] if isinstance(phase, int) else _of_phase(shares, phase)
    if enabled():
        from jisr.capability import cover_kernels

        turned = [draws_last(one) for one in (own.local, own.mobile, start.local, start.mobile, chosen)]
        local, mobile = cover_kernels.helped(*turned, *own.positions())
        return own.with_values(local.T, mobile.T)
    local = start.local * chosen[:, list(start.local_tasks), None]
    return own.with_values(own.local + local, own.mobile + start.mobile * chosen[:, list(start.mobile_tasks)])


def _of_phase(shares: NDArray[np.float64], phase: NDArray[np.int64]) -> NDArray[np.float64]:
    """The shares of the phase each draw is in. Shape: (draw, task)."""
    chosen = shares[:, 0].copy(order="K")
    for number in range(1, shares.shape[1]):
        there = phase == number
        if there.any():
            chosen = np.where(there[:, None], shares[:, number], chosen)
    return chosen
