"""Choosing the programme: what each activity is worth in paired runs, then the schedule that fits."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.executor import Executor
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.run import run_blocks
from jisr.assessment.tally import Tally
from jisr.inputs import Effect, Variant
from jisr.keyed_random import Block
from jisr.plan import ActivityEffect, Plan
from jisr.programme import (
    ProgrammeActivity,
    ProgrammeData,
    Schedule,
    compile_programme,
    earliest_starts,
    effects_of,
    in_force,
    package_of,
    solve,
)

__all__ = ["ActivityValues", "ProgrammeChoice", "activity_values", "choose_programme", "uncovered", "uncovered_under"]

_DRAWS = 200
"""Draws of a paired one-activity run: differences on common random numbers need few (docs/method/programme.md)."""
_TOGETHER = 1_200
"""Draws of all copies computed at once: as many as the arrays of a month fit into the processor's cache."""
_UNITS = 1_000_000
"""Values are whole millionths of the uncovered essential requirement."""

_Starts = tuple[tuple[str, int], ...]
"""The start of each activity of a schedule."""
_Uncovered = Mapping[int, NDArray[np.float64]]
"""By milestone."""


@dataclass(frozen=True)
class ActivityValues:
    """What each activity brings alone, by the month it starts in (1…T): reduction of uncovered essential requirement."""

    data: ProgrammeData
    by_start: dict[str, list[float]]


@dataclass(frozen=True)
class ProgrammeChoice:
    """The schedule, and the value of each activity alone: reduction of uncovered essential requirement, never below 0."""

    data: ProgrammeData
    schedule: Schedule
    values: dict[str, float]


def activity_values(
    plan: Plan, draws: int, executor: Executor, progress: Callable[[int, int], None] | None = None
) -> ActivityValues:
    """Each activity by what its package adds to all that it needs, in paired runs (`models.md` 4).

    What an activity needs is credited to itself, and a package is shared evenly by its activities: the values of a
    schedule add up to what the chain brings, not to a multiple of it.
    """
    data = compile_programme(plan)
    if not data.activities:
        return ActivityValues(data, {})
    with_it = {one.id: _starts(data, earliest_starts(data, one.id)) for one in data.activities}
    before = {
        one.id: tuple(pair for pair in with_it[one.id] if pair[0] not in package_of(data, one.id))
        for one in data.activities
    }
    sets = list(dict.fromkeys([(), *with_it.values(), *before.values()]))
    effects = {starts: effects_of(plan, data, dict(starts)) for starts in sets}
    seen = uncovered_under(plan, effects, min(_DRAWS, draws), executor, progress)
    by_start = {}
    for one in data.activities:
        worth = _worth(seen[before[one.id]], seen[with_it[one.id]])
        shared = {month: value / len(package_of(data, one.id)) for month, value in worth.items()}
        by_start[one.id] = _by_start(plan, data, one, shared)
    return ActivityValues(data, by_start)


def uncovered_under(
    plan: Plan,
    schedules: Mapping[_Starts, Sequence[Effect]],
    draws: int,
    executor: Executor,
    progress: Callable[[int, int], None] | None = None,
) -> dict[_Starts, _Uncovered]:
    """Uncovered essential requirement at each milestone under each schedule, on the same draws. Shape of each: (draw,).

    Several schedules are computed at once as copies of the draws; each gives what a run of its own would give.
    """
    listed, step = list(schedules.items()), max(1, _TOGETHER // draws)
    together = [listed[first : first + step] for first in range(0, len(listed), step)]
    work = [(_side_by_side(plan, [effects for _, effects in group]), len(group)) for group in together]
    blocks = [(problem, Block(0, draws).times((frozenset(),) * copies)) for problem, copies in work]
    tallies = run_blocks(blocks, executor, progress)
    found: dict[_Starts, _Uncovered] = {}
    for group, tally in zip(together, tallies, strict=True):
        by_month = {
            month: tally.per_draw(f"uncovered:{month}").reshape(len(group), draws) for month in tally.problem.milestones
        }
        for i, (starts, _) in enumerate(group):
            found[starts] = {month: values[i] for month, values in by_month.items()}
    return found


def _side_by_side(plan: Plan, schedules: Sequence[Sequence[Effect]]) -> Problem:
    """One problem for several schedules: each effect in the copies whose schedule holds it, in the order of the table."""
    copies: dict[Effect, set[int]] = {}
    for i, effects in enumerate(schedules):
        for effect in effects:
            copies.setdefault(effect, set()).add(i)
    order = {row.key_text: i for i, row in enumerate(plan.rows(ActivityEffect))}
    effects = [dataclasses.replace(effect, copies=frozenset(held)) for effect, held in copies.items()]
    effects.sort(key=lambda effect: (order[effect.amount.key], effect.start))
    problem = compile_problem(plan, effects, in_full=False)
    return dataclasses.replace(problem, variants=(Variant(),) * len(schedules))


def _starts(data: ProgrammeData, starts: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """Starts in the order of the table, so that the same set is one run."""
    return tuple((one.id, starts[one.id]) for one in data.activities if one.id in starts)


def _by_start(plan: Plan, data: ProgrammeData, one: ProgrammeActivity, worth: Mapping[int, float]) -> list[float]:
    """The mean over milestones of what it brings by the month it starts in: a milestone counts while an effect holds."""
    return [
        sum(value for month, value in worth.items() if in_force(plan, one, start, month)) / max(len(worth), 1)
        for start in range(1, data.horizon + 1)
    ]


def choose_programme(found: ActivityValues) -> ProgrammeChoice:
    """The additive programme of `models.md` 4: one solve for the schedule that brings most and fits."""
    wanted = {name: [round(value * _UNITS) for value in values] for name, values in found.by_start.items()}
    best = {name: max(values, default=0.0) for name, values in found.by_start.items()}
    return ProgrammeChoice(found.data, solve(found.data, wanted), best)


def uncovered(tally: Tally) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Uncovered essential requirement of each draw, mean of the milestones. Shape: (draw,)."""
    return np.asarray(np.mean([tally.per_draw(f"uncovered:{month}") for month in tally.problem.milestones], axis=0))


def _worth(base: _Uncovered, other: _Uncovered) -> dict[int, float]:
    """Mean reduction at each milestone, below zero counted as none."""
    return {month: max(0.0, float(np.mean(base[month] - other[month]))) for month in base}
