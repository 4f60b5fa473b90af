"""Choosing the programme: what each activity is worth in paired runs, then the schedule that fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from jisr.assessment.executor import Executor
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.run import run
from jisr.assessment.tally import Tally
from jisr.plan import Plan
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

__all__ = ["ActivityValues", "ProgrammeChoice", "activity_values", "choose_programme", "uncovered"]

_DRAWS = 200
"""Draws of a paired one-activity run: differences on common random numbers need few (docs/method/programme.md)."""
_UNITS = 1_000_000
"""Values are whole millionths of the uncovered essential requirement."""


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
    problems = [compile_problem(plan, effects_of(plan, data, dict(starts)), in_full=False) for starts in sets]
    tallies = run([(problem, min(_DRAWS, draws)) for problem in problems], executor, progress)
    seen = dict(zip(sets, tallies, strict=True))
    by_start = {}
    for one in data.activities:
        worth = _worth(problems[0], seen[before[one.id]], seen[with_it[one.id]])
        shared = {month: value / len(package_of(data, one.id)) for month, value in worth.items()}
        by_start[one.id] = _by_start(plan, data, one, shared)
    return ActivityValues(data, by_start)


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


def _worth(problem: Problem, base: Tally, other: Tally) -> dict[int, float]:
    """Mean reduction at each milestone, below zero counted as none."""
    return {
        month: max(0.0, float(np.mean(base.per_draw(f"uncovered:{month}") - other.per_draw(f"uncovered:{month}"))))
        for month in problem.milestones
    }
