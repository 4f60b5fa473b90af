"""Which option leaves the least essential requirement uncovered."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Problem, under_option
from jisr.comparison.held_programme import held_problem
from jisr.comparison.reach.answers import Answers
from jisr.comparison.reach.items import SURE, change_of
from jisr.plan import Option, Plan

__all__ = ["leading_option", "option_problems"]


def option_problems(plan: Plan, starts: Mapping[str, int], base: Problem) -> dict[str, Problem]:
    """The run of each option, with the programme as the plan's was chosen, or without one where the option says so."""
    return {
        row.option: held_problem(under_option(plan, row.option), starts if row.programme == "plan" else {}, like=base)
        for row in plan.rows(Option)
    }


def leading_option(found: Mapping[str, Answers]) -> str | None:
    """The option with the least uncovered, where it is told from the next; None without two options, or when it is not."""
    if len(found) < 2:
        return None
    ordered = sorted(found, key=lambda option: float(found[option].uncovered.mean()))
    change, error = change_of(found[ordered[0]].uncovered, found[ordered[1]].uncovered)
    return ordered[0] if change > SURE * error else None
