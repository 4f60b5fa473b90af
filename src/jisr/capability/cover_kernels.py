"""Capacity, cover and risk of every draw, compiled: what `capacity`, `cover` and `risk` compute with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`): local is
(area, local task, draw), mobile (mobile task, draw), and what is by task (task, draw).
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = ["by_area", "capacities", "covers", "helped", "risks", "worst_area"]

_Row = NDArray[np.float64]
"""One number in every draw. Shape: (draw,)."""


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

    Shape: yields, readiness (line, draw); factor (task, draw); allowed, even (line, area); required as `local`.
    """
    areas, draws = len(local), yields.shape[1]
    amount, evenly, followed = np.empty(draws), np.empty(draws), np.empty(draws)
    for i in range(len(tasks)):
        column = columns[i]
        _product(yields[i], readiness[i], factor[tasks[i]], amount)
        if is_mobile[i]:
            _add(amount, 1.0, mobile[column])
        elif follows[i]:
            _following(amount, required, column, allowed[i], followed, evenly)
            for a in range(areas):
                if allowed[i, a] > 0:
                    _add_where(required[a, column], allowed[i, a], followed, evenly, even[i, a], local[a, column])
        else:
            for a in range(areas):
                if even[i, a] > 0:
                    _add(amount, even[i, a], local[a, column])


@kernel
def _add(amount: _Row, share: float, out: _Row) -> None:
    for d in range(len(out)):
        out[d] += amount[d] * share


@kernel
def _product(first: _Row, second: _Row, third: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = first[d] * second[d] * third[d]


@kernel
def _following(
    amount: _Row, required: NDArray[np.float64], column: int, allowed: _Row, followed: _Row, evenly: _Row
) -> None:
    """The amount for a unit of requirement where there is any, and else the amount to be given evenly."""
    evenly[:] = 0.0
    for a in range(len(allowed)):
        _add(required[a, column], allowed[a], evenly)
    for d in range(len(amount)):
        total = evenly[d]
        followed[d] = amount[d] / total if total > 0 else 0.0
        evenly[d] = 0.0 if total > 0 else amount[d]


@kernel
def _add_where(required: _Row, allowed: float, followed: _Row, evenly: _Row, even: float, out: _Row) -> None:
    for d in range(len(out)):
        out[d] += required[d] * allowed * followed[d] + evenly[d] * even


@kernel
def helped(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    own_local: NDArray[np.float64],
    own_mobile: NDArray[np.float64],
    start_local: NDArray[np.float64],
    start_mobile: NDArray[np.float64],
    shares: NDArray[np.float64],
    local_tasks: NDArray[np.int64],
    mobile_tasks: NDArray[np.int64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Own capacity and the enablers of a phase. Shape: shares (task, draw)."""
    local, mobile = np.empty_like(own_local), np.empty_like(own_mobile)
    for j in range(len(local_tasks)):
        for a in range(len(local)):
            _plus(own_local[a, j], start_local[a, j], shares[local_tasks[j]], local[a, j])
    for j in range(len(mobile_tasks)):
        _plus(own_mobile[j], start_mobile[j], shares[mobile_tasks[j]], mobile[j])
    return local, mobile


@kernel
def _plus(own: _Row, start: _Row, share: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = own[d] + start[d] * share[d]


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
    """Own, cover and limit by task. Shape of each: (task, draw).

    Needs between tasks are sorted by the place in `order` of the task that needs: `starts` (place + 1,).
    """
    draws, tasks = mobile.shape[1], len(order)
    own, covered = np.ones((tasks, draws)), np.empty((tasks, draws))
    limit = np.full((tasks, draws), np.inf)
    for j in range(len(local_tasks)):
        _met(local, required_local, j, own[local_tasks[j]])
    for j in range(len(mobile_tasks)):
        _share(mobile[j], required_mobile[j], own[mobile_tasks[j]])
    for place in range(tasks):
        k = order[place]
        for n in range(starts[place], starts[place + 1]):
            _bound(covered[asked[n]], strength[n], limit[asking[n]])
        _least(own[k], limit[k], covered[k])
    return own, covered, limit


@kernel
def _met(available: NDArray[np.float64], required: NDArray[np.float64], task: int, out: _Row) -> None:
    """The share of a local task's requirement that is met, area by area; 1 where nothing is required."""
    total = np.zeros(len(out))
    out[:] = 0.0
    for a in range(len(available)):
        _add(required[a, task], 1.0, total)
        _add_least(available[a, task], required[a, task], out)
    for d in range(len(out)):
        out[d] = out[d] / total[d] if total[d] > 0 else 1.0


@kernel
def _add_least(available: _Row, required: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] += min(available[d], required[d])


@kernel
def _share(available: _Row, required: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = min(1.0, available[d] / required[d]) if required[d] > 0 else 1.0


@kernel
def _bound(covered: _Row, strength: float, limit: _Row) -> None:
    for d in range(len(limit)):
        limit[d] = min(limit[d], covered[d] / strength)


@kernel
def by_area(
    available: NDArray[np.float64], required: NDArray[np.float64], limit: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The cover of a local task in each area. Shape: available, required, result (area, draw); limit (draw,)."""
    out = np.empty(available.shape)
    for a in range(len(out)):
        _share(available[a], required[a], out[a])
        _least(out[a], limit, out[a])
    return out


@kernel
def worst_area(
    available: NDArray[np.float64], required: NDArray[np.float64], task: int, limit: NDArray[np.float64]
) -> NDArray[np.float64]:
    """The cover of a local task in its worst area. Shape: limit, result (draw,)."""
    worst, share = np.empty(len(limit)), np.empty(len(limit))
    worst[:] = limit
    for a in range(len(available)):
        _share(available[a, task], required[a, task], share)
        _least(worst, share, worst)
    return worst


@kernel
def _least(first: _Row, second: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = min(first[d], second[d])


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
    weights: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The share of each task's demand that is uncovered, and its weighted sum. Shapes: (task, draw), (draw,)."""
    uncovered, essential = np.zeros(limit.shape), np.zeros(limit.shape[1])
    missing, asked = np.empty(limit.shape[1]), np.empty(limit.shape[1])
    for j in range(len(local_tasks)):
        missing[:], asked[:] = 0.0, 0.0
        for a in range(len(local)):
            _miss(local[a, j], required_local[a, j], demand_local[a, j], limit[local_tasks[j]], missing, asked)
        _divide(missing, asked, uncovered[local_tasks[j]])
    for j in range(len(mobile_tasks)):
        missing[:], asked[:] = 0.0, 0.0
        _miss(mobile[j], required_mobile[j], demand_mobile[j], limit[mobile_tasks[j]], missing, asked)
        _divide(missing, asked, uncovered[mobile_tasks[j]])
    for k in range(len(weights)):
        _add(uncovered[k], weights[k], essential)
    return uncovered, essential


@kernel
def _miss(available: _Row, required: _Row, demand: _Row, limit: _Row, missing: _Row, asked: _Row) -> None:
    for d in range(len(missing)):
        bounded = limit[d] < math.inf and required[d] > 0
        usable = min(available[d], required[d] * limit[d]) if bounded else available[d]
        missing[d] += max(demand[d] - usable, 0.0)
        asked[d] += demand[d]


@kernel
def _divide(missing: _Row, asked: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = missing[d] / asked[d] if asked[d] > 0 else 0.0
