"""Capacity of the host and of the contributors, by task and area."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.capability.anchor import Anchor, line_yields
from jisr.capability.compiled import CapabilityData
from jisr.capability.readiness import LineReadiness
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.plan import Line
from jisr.requirements import ByTask

__all__ = ["capacity", "enablers", "phase_enablers"]


def capacity(
    data: CapabilityData, inputs: Inputs, tied: Anchor, readiness: LineReadiness, requirement: ByTask
) -> ByTask:
    """Host capacity C: the anchored sum over lines, given to areas by each element's rule. Units: the task's, per month."""
    lines = line_yields(data, inputs) * readiness.readiness
    local = np.zeros_like(requirement.local)
    mobile = np.zeros_like(requirement.mobile)
    for i, line in enumerate(data.lines):
        task = next(k for k, row in enumerate(data.tasks) if row.task == line.task)
        amount = lines[:, i] * tied.factor[:, task]
        if task in requirement.mobile_tasks:
            mobile[:, requirement.mobile_tasks.index(task)] += amount
        else:
            column = requirement.local_tasks.index(task)
            local[:, column] += amount[:, None] * _area_shares(data, line, requirement.local[:, column])
    return requirement.with_values(local, mobile)


def _area_shares(data: CapabilityData, line: Line, required: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where an element's capacity goes; shares sum to 1. Shape: (draw, area)."""
    element = data.elements[data.element_at(line.element)]
    allowed = np.array([not element.areas or area in element.areas for area in data.areas], dtype=np.float64)
    if element.allocation == "home" and element.home_area is not None:
        allowed = np.array([area == element.home_area for area in data.areas], dtype=np.float64)
    even = np.broadcast_to(allowed / max(allowed.sum(), 1.0), required.shape)
    if element.allocation != "proportional":
        return even
    wanted = required * allowed
    total = wanted.sum(axis=1, keepdims=True)
    return np.where(total > 0, wanted / np.where(total > 0, total, 1.0), even)


def phase_enablers(data: CapabilityData, inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Enablers of every phase as a share of R₀. Shape: (draw, phase, task)."""
    shares = np.zeros((inputs.block.size, len(data.phases), len(data.tasks)))
    for row in data.enablers:
        if row.ends is not None and month > Month.of(row.ends) - data.cutoff:
            continue
        task = next(k for k, one in enumerate(data.tasks) if one.task == row.task)
        shares[:, data.phases.index(row.phase), task] += inputs.cell(row, "amount")
    return shares


def enablers(shares: NDArray[np.float64], phase: NDArray[np.int64], tied: Anchor) -> ByTask:
    """Enablers of the phase each draw is in, split over areas as the requirement at the cutoff.

    Parameters: `shares` (draw, phase, task) from `phase_enablers`; `phase` (draw,).
    """
    chosen = shares[np.arange(len(phase)), phase]
    start = tied.at_start
    local = start.local * chosen[:, list(start.local_tasks), None]
    return start.with_values(local, start.mobile * chosen[:, list(start.mobile_tasks)])
