"""From seats to graduates to posts filled, with retention."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.result import CourseOutlook, Spread
from jisr.inputs import Effect, Inputs, draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Activity, ActivityEffect, Plan, Skill
from jisr.programme import compile_programme, effects_of
from jisr.record import latest_strength

__all__ = ["course_outlooks", "spread"]

_LATER = 24
"""Months after which posts are counted again: two years, about one tour."""
_EXACT = 1e-9
"""A share of a month that is rounding, not waiting."""


def course_outlooks(plan: Plan, starts: Mapping[str, int], draws: int) -> tuple[CourseOutlook, ...]:
    """Every activity that adds qualified persons, over the same draws of its inputs as the assessment.

    Parameters: `starts` month (1…T) by chosen activity. Posts filled = entrants × pass × retained; later ones what
    attrition and fading leave of them after two years.
    """
    inputs = draw_inputs(plan, Block(0, draws), seed=plan.partnership.seed)
    through = _last_through(plan, inputs, starts)
    found = []
    for row in plan.rows(ActivityEffect):
        activity, skill = plan.get(Activity, row.activity), plan.get(Skill, row.target.key)
        if row.target.table == Skill.table and row.effect == "add-stock" and activity and skill:
            one = _course(plan, inputs, row, activity, skill, starts)
            found.append(dataclasses.replace(one, through=through.get(row.key_text)))
    return tuple(found)


def _last_through(plan: Plan, inputs: Inputs, starts: Mapping[str, int]) -> dict[str, str]:
    """Median month in which the last of each course has come through the seats of its skill, by row of effects.

    The queue of the month loop, seen from its end: `F_i = max(F_{i−1}, e_i − 1) + entrants_i / seats`, served in the
    order of arrival (Lindley 1952). Effects that begin after the horizon have no month.
    """
    waiting: dict[str, list[Effect]] = {}
    for effect in effects_of(plan, compile_programme(plan), starts):
        if (effect.target.table, effect.kind) == (Skill.table, "add-stock"):
            waiting.setdefault(effect.target.key, []).append(effect)
    found: dict[str, str] = {}
    for key, effects in waiting.items():
        skill = plan.get(Skill, key)
        if skill is not None:
            months = _months_through(inputs, sorted(effects, key=lambda one: one.start), skill.seats)
            found |= {row: str(plan.partnership.cutoff_month + month) for row, month in months.items()}
    return found


def _months_through(inputs: Inputs, effects: Sequence[Effect], seats: int | None) -> dict[str, int]:
    """Months are counted from the cutoff."""
    if seats is None:
        return {one.amount.key: one.start for one in effects}
    busy, found = np.zeros(inputs.block.size), {}
    for one in effects:
        busy = np.maximum(busy, one.start - 1) + inputs.amount(one) / seats
        found[one.amount.key] = max(one.start, int(np.quantile(np.ceil(busy - _EXACT), 0.5, method="higher")))
    return found


def _course(
    plan: Plan, inputs: Inputs, row: ActivityEffect, activity: Activity, skill: Skill, starts: Mapping[str, int]
) -> CourseOutlook:
    entrants = inputs.cell(row, "amount")
    graduates = entrants * _share(inputs, skill, "pass_share")
    filled = graduates * _share(inputs, skill, "retained")
    start = starts.get(activity.activity)
    ends = None if start is None else plan.partnership.cutoff_month + (start + round(activity.months.mode) - 1)
    return CourseOutlook(
        activity=activity.activity,
        kind=activity.kind,
        element=skill.element,
        skill=skill.skill,
        chosen=start is not None,
        ends=None if ends is None else str(ends),
        seats=spread(entrants),
        seats_a_month=skill.seats,
        graduates=spread(graduates),
        posts_filled=spread(filled),
        filled_later=spread(filled * _kept(plan, inputs, skill) ** _LATER),
        need=skill.need,
        short_today=spread(_short(plan, inputs, skill)),
    )


def _share(inputs: Inputs, skill: Skill, column: str) -> NDArray[np.float64] | float:
    return 1.0 if getattr(skill, column) is None else inputs.cell(skill, column)


def _kept(plan: Plan, inputs: Inputs, skill: Skill) -> NDArray[np.float64]:
    """Share of qualified persons still so a month later. Shape: (draw,)."""
    strength = latest_strength(plan, skill.element)
    lost = np.zeros(inputs.block.size) if strength is None else inputs.cell(strength, "attrition")
    fading = 1.0 if skill.half_life is None else 2.0 ** (-1.0 / inputs.cell(skill, "half_life"))
    return np.asarray((1 - lost) * fading)


def _short(plan: Plan, inputs: Inputs, skill: Skill) -> NDArray[np.float64]:
    strength = latest_strength(plan, skill.element)
    measured = strength is not None and strength.present is not None
    defaults = plan.partnership.defaults
    middle = (defaults.presence_low + defaults.presence_high) / 2
    present = inputs.cell(strength, "present") if strength is not None and measured else middle
    return np.maximum(skill.need - inputs.cell(skill, "qualified") * present, 0.0)


def spread(values: NDArray[np.float64]) -> Spread:
    """The quantiles of one figure over the draws."""
    return Spread(*(float(np.quantile(values, share)) for share in (0.05, 0.5, 0.95)))
