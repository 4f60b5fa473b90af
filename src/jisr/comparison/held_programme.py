"""Runs of other plans with the programme kept as an assessment chose it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from jisr.assessment import Assessment, Problem, compile_problem
from jisr.ids import Address
from jisr.inputs import Unknowns
from jisr.months import Month
from jisr.plan import Plan
from jisr.programme import compile_programme, effects_of

__all__ = ["held_problem", "starts_of"]


def starts_of(plan: Plan, assessment: Assessment) -> dict[str, int]:
    """Month of start (1…T) by activity, as the assessment chose them."""
    cutoff = plan.partnership.cutoff_month
    return {one.id: Month.parse(one.start) - cutoff for one in assessment.programme.activities if one.start is not None}


def held_problem(
    plan: Plan,
    starts: Mapping[str, int],
    *,
    unknowns: Unknowns = "range",
    judge: str | None = None,
    like: Problem | None = None,
) -> Problem:
    """The run of a plan with these activities, gates and uncovered requirement alone.

    Parameters: `like` a run whose milestones it takes, looking as far ahead as they lie, so that uncovered requirement
    is a mean over the same months.
    """
    effects = effects_of(plan, compile_programme(plan), starts)
    problem = compile_problem(plan, effects, unknowns=unknowns, judge=judge, in_full=False)
    if like is None or like.milestones == problem.milestones:
        return problem
    if problem.threat.horizon < like.milestones[-1]:
        longer = plan.replace({Address("partnership", "", "horizon"): like.milestones[-1]})
        problem = dataclasses.replace(compile_problem(longer, effects, unknowns=unknowns, judge=judge), in_full=False)
    return dataclasses.replace(problem, milestones=like.milestones)
