"""Today's state of every condition."""

from __future__ import annotations

import numpy as np

from jisr.assessment.problem import Problem
from jisr.assessment.result import ConditionState
from jisr.assessment.tally import Tally
from jisr.plan import Plan
from jisr.transition import ValueToday, today

__all__ = ["states_today"]


def states_today(plan: Plan, problem: Problem, tally: Tally) -> tuple[ConditionState, ...]:
    """The states, with the median of each measure at the cutoff; externals have no value today."""
    values, areas = tally.per_draw("today"), tally.per_draw("areas-met")
    known = {
        condition.id: ValueToday(
            float(np.median(values[:, i])),
            None if np.isnan(areas[:, i]).any() else float(np.mean(areas[:, i])),
        )
        for i, condition in enumerate(problem.transition.conditions)
        if condition.measure.kind != "external"
    }
    conditions = {condition.id: condition for condition in problem.transition.conditions}
    found = []
    for one in today(plan, problem.transition, known):
        row = conditions[one.condition].row
        found.append(
            ConditionState(
                condition=one.condition,
                gate=one.gate,
                name=row.name,
                state=one.state,
                value=one.value,
                threshold=one.threshold,
                comparison=row.comparison,
                unit=conditions[one.condition].measure.unit,
                record=None if one.record is None else str(one.record.address),
                as_of=None if one.record is None else one.record.as_of.isoformat(),
                age_months=one.age,
                max_age_months=row.evidence_max_age,
                said=one.said,
                owner=one.owner,
                next_assessment=None if one.next_assessment is None else str(one.next_assessment),
                condition_class=row.condition_class,
                family=row.family,
                basis=row.basis or "assumed",
            )
        )
    return tuple(found)
