"""Today's state of every condition."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from jisr.assessment.problem import Problem
from jisr.assessment.result import ConditionState
from jisr.assessment.tally import Tally
from jisr.inputs import pert_quantile
from jisr.plan import Driver, Plan
from jisr.threat import monthly_totals
from jisr.transition import ConditionData, ValueToday, today

__all__ = ["states_today"]


def states_today(plan: Plan, problem: Problem, tally: Tally) -> tuple[ConditionState, ...]:
    """The states, with the median of each measure at the cutoff; externals have no value today."""
    values = tally.per_draw("today")
    known = {
        condition.id: ValueToday(
            float(np.median(values[:, i])),
            _area_share(tally, condition),
            _months_satisfied(plan, condition),
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


def _area_share(tally: Tally, condition: ConditionData) -> float | None:
    """Share of the areas whose median satisfies the threshold; None for a measure that is not by area."""
    name = f"by-area:{condition.id}"
    if not tally.has(name):
        return None
    threshold = float(pert_quantile(condition.row.threshold, np.array([0.5]))[0])
    medians = np.median(tally.per_draw(name), axis=0)
    return float(np.mean(condition.sign * (medians - threshold) >= 0))


def _months_satisfied(plan: Plan, condition: ConditionData) -> int | None:
    """Months in a row up to the cutoff in which an observed series satisfied the threshold; None for what has no series.

    A condition on a mean is satisfied for its whole window when the mean of the window is. Only a level that is its series
    itself can be read off the record: behind a bridge the record counts another thing, and a count of some months does not
    stand for those after it, so that only the cutoff's month is known.
    """
    row, driver = condition.row, plan.get(Driver, condition.row.driver or "")
    if driver is None:
        return None
    if driver.series is None or driver.bridge is not None or row.area is not None:
        return 1
    threshold = float(pert_quantile(row.threshold, np.array([0.5]))[0])
    values = list(monthly_totals(plan, driver.series).values())
    window = values[-row.persistence :]
    if row.smoothing == "mean" and len(window) == row.persistence:
        return row.persistence if condition.sign * (_mean(window) - threshold) >= 0 else 1
    run = 0
    for value in reversed(values):
        if condition.sign * (value - threshold) < 0:
            break
        run += 1
    return run


def _mean(values: Sequence[float]) -> float:
    """From the first on, as in the months ahead: a level that does not move is its own mean."""
    return values[0] + sum(value - values[0] for value in values[1:]) / len(values)
