"""Capacity, cover and risk of every draw, compiled: what `capacity`, `cover` and `risk` compute with arrays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["capacities", "covers", "helped", "risks"]


@kernel
def capacities(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    yields: NDArray[np.float64],
    readiness: NDArray[np.float64],
    factor: NDArray[np.float64],
    tasks: NDArray[np.int64],
    columns: NDArray[np.int64],
    is_mobile: NDArray[np.bool_],
    follows: NDArray[np.bool_],
    allowed: NDArray[np.float64],
    even: NDArray[np.float64],
    required: NDArray[np.float64],
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
) -> None:
    """Add the capacity of every line to its task; `follows` says that it goes where the requirement is.

    Shape: yields, readiness (draw, line); factor (draw, task); allowed, even (line, area); required, local (draw, local
    task, area); mobile (draw, mobile task).
    """
    areas = required.shape[2]
    for d in range(len(yields)):
        for i in range(len(tasks)):
            amount = yields[d, i] * readiness[d, i] * factor[d, tasks[i]]
            column = columns[i]
            if is_mobile[i]:
                mobile[d, column] += amount
                continue
            total = 0.0
            if follows[i]:
                for a in range(areas):
                    total += required[d, column, a] * allowed[i, a]
            for a in range(areas):
                share = required[d, column, a] * allowed[i, a] / total if total > 0 else even[i, a]
                local[d, column, a] += amount * share


@kernel
def helped(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    own_local: NDArray[np.float64],
    own_mobile: NDArray[np.float64],
    start_local: NDArray[np.float64],
    start_mobile: NDArray[np.float64],
    shares: NDArray[np.float64],
    phase: NDArray[np.int64],
    local_tasks: NDArray[np.int64],
    mobile_tasks: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Own capacity and the enablers of a phase. Shape: shares (draw, phase, task)."""
    local, mobile = np.empty_like(own_local), np.empty_like(own_mobile)
    for d in range(len(own_mobile)):
        for j in range(len(local_tasks)):
            share = shares[d, phase[d], local_tasks[j]]
            for a in range(own_local.shape[2]):
                local[d, j, a] = own_local[d, j, a] + start_local[d, j, a] * share
        for j in range(len(mobile_tasks)):
            mobile[d, j] = own_mobile[d, j] + start_mobile[d, j] * shares[d, phase[d], mobile_tasks[j]]
    return local, mobile


@kernel
def _met(available: NDArray[np.float64], required: NDArray[np.float64]) -> float:
    """The share of a local task's requirement that is met, area by area; 1 where nothing is required."""
    total, met = 0.0, 0.0
    for a in range(len(available)):
        total += required[a]
        met += min(available[a], required[a])
    return met / total if total > 0 else 1.0


@kernel
def covers(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
    required_local: NDArray[np.float64],
    required_mobile: NDArray[np.float64],
    local_tasks: NDArray[np.int64],
    mobile_tasks: NDArray[np.int64],
    asking: NDArray[np.int64],
    asked: NDArray[np.int64],
    strength: NDArray[np.float64],
    starts: NDArray[np.int64],
    order: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Own, cover and limit by task. Shape of each: (draw, task).

    Needs between tasks are sorted by the place in `order` of the task that needs: `starts` (place + 1,).
    """
    draws, tasks = len(mobile), len(order)
    own, covered = np.ones((draws, tasks)), np.empty((draws, tasks))
    limit = np.full((draws, tasks), np.inf)
    for d in range(draws):
        for j in range(len(local_tasks)):
            own[d, local_tasks[j]] = _met(local[d, j], required_local[d, j])
        for j in range(len(mobile_tasks)):
            if required_mobile[d, j] > 0:
                own[d, mobile_tasks[j]] = min(1.0, mobile[d, j] / required_mobile[d, j])
        for place in range(tasks):
            k = order[place]
            for n in range(starts[place], starts[place + 1]):
                limit[d, asking[n]] = min(limit[d, asking[n]], covered[d, asked[n]] / strength[n])
            covered[d, k] = min(own[d, k], limit[d, k])
    return own, covered, limit


@kernel
def _usable(available: float, required: float, limit: float) -> float:
    if math.isinf(limit) or not required > 0:
        return available
    return min(available, required * limit)


@kernel
def risks(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    local: NDArray[np.float64],
    mobile: NDArray[np.float64],
    required_local: NDArray[np.float64],
    required_mobile: NDArray[np.float64],
    demand_local: NDArray[np.float64],
    demand_mobile: NDArray[np.float64],
    limit: NDArray[np.float64],
    local_tasks: NDArray[np.int64],
    mobile_tasks: NDArray[np.int64],
) -> NDArray[np.float64]:
    """The share of each task's demand that is uncovered. Shape: (draw, task)."""
    uncovered = np.zeros(limit.shape)
    for d in range(len(limit)):
        for j in range(len(local_tasks)):
            k, missing, asked = local_tasks[j], 0.0, 0.0
            for a in range(local.shape[2]):
                usable = _usable(local[d, j, a], required_local[d, j, a], limit[d, k])
                missing += max(demand_local[d, j, a] - usable, 0.0)
                asked += demand_local[d, j, a]
            if asked > 0:
                uncovered[d, k] = missing / asked
        for j in range(len(mobile_tasks)):
            k, asked = mobile_tasks[j], demand_mobile[d, j]
            usable = _usable(mobile[d, j], required_mobile[d, j], limit[d, k])
            if asked > 0:
                uncovered[d, k] = max(asked - usable, 0.0) / asked
    return uncovered
