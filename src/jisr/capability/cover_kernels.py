"""Capacity, cover and risk of every draw, compiled: what `capacity`, `cover` and `risk` compute with arrays.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`): local is
(area, local task, draw), mobile (mobile task, draw), and what is by task (task, draw). What is available is own capacity,
and the requirement at the cutoff (`start`) times the share that enablers give: `own + start · share`.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.row_kernels import add, add_scaled, copy, fill_with, least, lower

__all__ = ["BY_DRAW", "by_area", "capacities", "covers", "risks", "worst_area"]

_TOGETHER = 256
"""Draws at a time where several rows are gone through again and again: so many stay in the innermost cache."""
BY_DRAW = -1
"""The setting in which each draw is in a phase of its own."""
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
            add(amount, mobile[column])
        elif follows[i]:
            _following(amount, required, column, allowed[i], followed, evenly)
            for a in range(areas):
                if allowed[i, a] > 0:
                    _add_where(required[a, column], allowed[i, a], followed, evenly, even[i, a], local[a, column])
        else:
            for a in range(areas):
                if even[i, a] > 0:
                    add_scaled(amount, even[i, a], local[a, column])


@kernel
def _product(first: _Row, second: _Row, third: _Row, out: _Row) -> None:
    for d in range(len(out)):
        out[d] = first[d] * second[d] * third[d]


@kernel
def _following(
    amount: _Row, required: NDArray[np.float64], column: int, allowed: _Row, followed: _Row, evenly: _Row
) -> None:
    """The amount for a unit of requirement where there is any, and else the amount to be given evenly."""
    fill_with(0.0, evenly)
    for a in range(len(allowed)):
        add_scaled(required[a, column], allowed[a], evenly)
    for d in range(len(amount)):
        total = evenly[d]
        followed[d] = amount[d] / total if total > 0 else 0.0
        evenly[d] = 0.0 if total > 0 else amount[d]


@kernel
def _add_where(required: _Row, allowed: float, followed: _Row, evenly: _Row, even: float, out: _Row) -> None:
    for d in range(len(out)):
        out[d] += required[d] * allowed * followed[d] + evenly[d] * even


@kernel
def covers(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    own_local: NDArray[np.float64],
    own_mobile: NDArray[np.float64],
    start_local: NDArray[np.float64],
    start_mobile: NDArray[np.float64],
    shares: NDArray[np.float64],
    settings: NDArray[np.int64],
    phase: NDArray[np.int64],
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
    """Own, cover and limit by task in several settings. Shape of each: (setting, task, draw).

    Shape: shares (task, phase, draw); settings (setting,) the phase whose enablers help, `BY_DRAW` for that of each draw's
    `phase` (draw,). Needs between tasks are sorted by the place in `order` of the task that needs: `starts` (place + 1,).
    All settings are computed task by task: what is required and what is own is read once for all.
    """
    shape = len(settings), len(order), shares.shape[2]
    own, covered, limit = np.empty(shape), np.empty(shape), np.full(shape, np.inf)
    helping, total = np.empty((shape[0], shape[2])), np.empty(shape[2])
    for j in range(len(local_tasks)):
        k = local_tasks[j]
        _help(shares[k], settings, phase, helping)
        _met(own_local, start_local, helping, required_local, j, k, own, total)
    for j in range(len(mobile_tasks)):
        k = mobile_tasks[j]
        _help(shares[k], settings, phase, helping)
        for s in range(shape[0]):
            _share(own_mobile[j], start_mobile[j], helping[s], required_mobile[j], own[s, k])
    for s in range(shape[0]):
        for place in range(shape[1]):
            k = order[place]
            for n in range(starts[place], starts[place + 1]):
                _bound(covered[s, asked[n]], strength[n], limit[s, asking[n]])
            least(own[s, k], limit[s, k], covered[s, k])
    return own, covered, limit


@kernel
def _help(
    shares: NDArray[np.float64], settings: NDArray[np.int64], phase: NDArray[np.int64], out: NDArray[np.float64]
) -> None:
    """What enablers give a task in each setting. Shape: shares (phase, draw), out (setting, draw)."""
    for s in range(len(settings)):
        if settings[s] != BY_DRAW:
            copy(shares[settings[s]], out[s])
        else:
            for d in range(out.shape[1]):
                out[s, d] = shares[phase[d], d]


@kernel
def _met(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    own: NDArray[np.float64],
    start: NDArray[np.float64],
    helping: NDArray[np.float64],
    required: NDArray[np.float64],
    task: int,
    place: int,
    met: NDArray[np.float64],
    total: _Row,
) -> None:
    """What is met of a local task's requirement in each setting; `place` is that of the task among all.

    Shape: helping (setting, draw), met (setting, task, draw).
    """
    for s in range(len(met)):
        fill_with(0.0, met[s, place])
    for first in range(0, len(total), _TOGETHER):
        here = total[first : first + _TOGETHER]
        fill_with(0.0, here)
        for a in range(len(own)):
            ours, theirs = own[a, task, first : first + _TOGETHER], start[a, task, first : first + _TOGETHER]
            asked = required[a, task, first : first + _TOGETHER]
            add(asked, here)
            for s in range(len(met)):
                share, given = helping[s, first : first + _TOGETHER], met[s, place, first : first + _TOGETHER]
                _add_met(ours, theirs, share, asked, given)
    for s in range(len(met)):
        _divide_by(met[s, place], total)


@kernel
def _divide_by(met: _Row, total: _Row) -> None:
    """Make a share of what is met; all is met where nothing is required. In place, and so not by `_divide`: where a row is
    read and written under two names, draws are computed one by one.
    """
    for d in range(len(met)):
        met[d] = met[d] / total[d] if total[d] > 0 else 1.0


@kernel
def _add_met(own: _Row, start: _Row, share: _Row, required: _Row, met: _Row) -> None:
    """Add what is met of the requirement of one area."""
    for d in range(len(met)):
        met[d] += min(own[d] + start[d] * share[d], required[d])


@kernel
def _share(own: _Row, start: _Row, share: _Row, required: _Row, out: _Row) -> None:
    """The share of a requirement that is met; 1 where nothing is required."""
    for d in range(len(out)):
        out[d] = min(1.0, (own[d] + start[d] * share[d]) / required[d]) if required[d] > 0 else 1.0


@kernel
def _bound(covered: _Row, strength: float, limit: _Row) -> None:
    for d in range(len(limit)):
        limit[d] = min(limit[d], covered[d] / strength)


@kernel
def by_area(
    own: NDArray[np.float64],
    start: NDArray[np.float64],
    share: NDArray[np.float64],
    required: NDArray[np.float64],
    task: int,
    limit: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The cover of a local task in each area. Shape: own, start, required as `local`; share, limit (draw,); (area, draw)."""
    out = np.empty((len(own), len(limit)))
    for a in range(len(out)):
        _share(own[a, task], start[a, task], share, required[a, task], out[a])
        lower(out[a], limit)
    return out


@kernel
def worst_area(
    own: NDArray[np.float64],
    start: NDArray[np.float64],
    share: NDArray[np.float64],
    required: NDArray[np.float64],
    task: int,
    limit: NDArray[np.float64],
) -> NDArray[np.float64]:
    """The cover of a local task in its worst area. Shape: as of `by_area`, result (draw,)."""
    worst, found = np.empty(len(limit)), np.empty(len(limit))
    copy(limit, worst)
    for a in range(len(own)):
        _share(own[a, task], start[a, task], share, required[a, task], found)
        lower(worst, found)
    return worst


@kernel
def risks(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    own_local: NDArray[np.float64],
    own_mobile: NDArray[np.float64],
    start_local: NDArray[np.float64],
    start_mobile: NDArray[np.float64],
    shares: NDArray[np.float64],
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
    uncovered, essential = np.empty(limit.shape), np.zeros(limit.shape[1])
    missing, asked, usable = np.empty(limit.shape[1]), np.empty(limit.shape[1]), np.empty(limit.shape[1])
    for j in range(len(local_tasks)):
        k = local_tasks[j]
        fill_with(0.0, missing)
        fill_with(0.0, asked)
        for a in range(len(own_local)):
            _use(own_local[a, j], start_local[a, j], shares[k], required_local[a, j], limit[k], usable)
            _miss(usable, demand_local[a, j], missing, asked)
        _divide(missing, asked, 0.0, uncovered[k])
    for j in range(len(mobile_tasks)):
        k = mobile_tasks[j]
        fill_with(0.0, missing)
        fill_with(0.0, asked)
        _use(own_mobile[j], start_mobile[j], shares[k], required_mobile[j], limit[k], usable)
        _miss(usable, demand_mobile[j], missing, asked)
        _divide(missing, asked, 0.0, uncovered[k])
    for k in range(len(weights)):
        add_scaled(uncovered[k], weights[k], essential)
    return uncovered, essential


@kernel
def _use(own: _Row, start: _Row, share: _Row, required: _Row, limit: _Row, usable: _Row) -> None:
    """What can be used of what is available: no more of the requirement than the tasks it needs allow."""
    for d in range(len(usable)):
        available = own[d] + start[d] * share[d]
        bounded = (limit[d] < math.inf) & (required[d] > 0)
        usable[d] = min(available, required[d] * limit[d]) if bounded else available


@kernel
def _miss(usable: _Row, demand: _Row, missing: _Row, asked: _Row) -> None:
    for d in range(len(missing)):
        missing[d] += max(demand[d] - usable[d], 0.0)
    for d in range(len(missing)):
        asked[d] += demand[d]


@kernel
def _divide(part: _Row, whole: _Row, nothing: float, out: _Row) -> None:
    """A share; `nothing` where there is nothing to have a share of."""
    for d in range(len(out)):
        out[d] = part[d] / whole[d] if whole[d] > 0 else nothing
