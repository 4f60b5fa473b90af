"""Absorptive capacity of each element against the chosen programme."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.programme_choice import ProgrammeChoice
from jisr.assessment.result import AbsorptionOutlook
from jisr.plan import Activity, ActivityNeed, Element, Plan, Resource
from jisr.programme import ProgrammeActivity

__all__ = ["absorption_outlooks"]


def absorption_outlooks(plan: Plan, choice: ProgrammeChoice | None) -> tuple[AbsorptionOutlook, ...]:
    """Every element that an activity is for or absorbs, in the order of the plan.

    An activity for an element counts as one unit where it does not say how much it takes in (10 USC 333(e)(2) asks for the
    absorptive capacity of every recipient unit).
    """
    if choice is None:
        return ()
    found = []
    for element in _elements(plan):
        for_it = {row.activity: _amount(plan, row, element) for row in plan.rows(Activity)}
        wanted = {name: amount for name, amount in for_it.items() if amount > 0}
        used = np.zeros(choice.data.horizon)
        for one in choice.data.activities:
            if one.id in wanted and one.id in choice.schedule.starts:
                used += wanted[one.id] * _runs(one, choice.schedule.starts[one.id], choice.data.horizon)
        resource = next(
            (row for row in plan.rows(Resource) if row.kind == "absorption" and row.element == element), None
        )
        capacity = None if resource is None else choice.data.capacity[resource.resource]
        full = 0 if capacity is None else int((used >= np.maximum(capacity, 1)).sum())
        left_out = tuple(name for name in wanted if name in choice.schedule.unchosen)
        found.append(
            AbsorptionOutlook(
                element=element,
                capacity=None if capacity is None else tuple(float(value) for value in capacity),
                used=tuple(float(value) for value in used),
                full=full,
                left_out=left_out,
            )
        )
    return tuple(found)


def _elements(plan: Plan) -> list[str]:
    absorbing = {row.ref for row in plan.rows(ActivityNeed) if row.kind == "absorption"}
    wanted = absorbing | {row.element for row in plan.rows(Activity)}
    return [row.element for row in plan.rows(Element) if row.element in wanted]


def _amount(plan: Plan, row: Activity, element: str) -> float:
    """Units an activity takes of an element: what it says, else one for its own."""
    need = plan.get(ActivityNeed, f"{row.activity},absorption,{element}")
    if need is not None:
        return need.amount
    return 1.0 if row.element == element else 0.0


def _runs(one: ProgrammeActivity, start: int, horizon: int) -> NDArray[np.float64]:
    months = np.arange(1, horizon + 1)
    return ((months >= start) & (months < start + one.duration)).astype(np.float64)
