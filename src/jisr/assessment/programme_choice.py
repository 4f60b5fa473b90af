"""Choosing the programme: what each activity is worth in paired runs, then the schedule that fits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from jisr.assessment.executor import Executor
from jisr.assessment.problem import Problem, compile_problem
from jisr.assessment.run import run
from jisr.assessment.tally import Tally
from jisr.plan import Plan
from jisr.programme import ProgrammeData, Schedule, compile_programme, earliest_starts, effects_of, solve

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
    """Each activity by its own run, paired with the run without any, with all it needs (`models.md` 4)."""
    data = compile_programme(plan)
    if not data.activities:
        return ActivityValues(data, {})
    starts = {one.id: earliest_starts(data, one.id) for one in data.activities}
    problems = [compile_problem(plan, in_full=False)]
    problems += [compile_problem(plan, effects_of(plan, data, one), in_full=False) for one in starts.values()]
    tallies = run([(problem, min(_DRAWS, draws)) for problem in problems], executor, progress)
    worth = {
        activity: _worth(problems[0], tallies[0], tally) for activity, tally in zip(starts, tallies[1:], strict=True)
    }
    by_start = {
        one.id: [_value_from(problems[0], worth[one.id], month + one.duration) for month in range(1, data.horizon + 1)]
        for one in data.activities
    }
    return ActivityValues(data, by_start)


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


def _value_from(problem: Problem, worth: dict[int, float], in_force: int) -> float:
    """The mean over milestones of what an activity in force from a month on brings."""
    return sum(value for month, value in worth.items() if month >= in_force) / len(problem.milestones)
