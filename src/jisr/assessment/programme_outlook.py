"""What to do next, and what it brings."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from jisr.assessment.programme_choice import ProgrammeChoice, uncovered
from jisr.assessment.result import ActivityOutlook, ProgrammeOutlook
from jisr.assessment.tally import Tally
from jisr.plan import Activity, Budget, Plan, base_rate, middle
from jisr.programme import untouched

__all__ = ["programme_outlook"]

_THOUSAND = 1_000.0


def programme_outlook(plan: Plan, choice: ProgrammeChoice | None, main: Tally, without: Tally) -> ProgrammeOutlook:
    """The programme with its effect in the full simulation, on the same draws with and without it."""
    before, after = uncovered(without), uncovered(main)
    draws = max(len(before), 2)
    cutoff = plan.partnership.cutoff_month
    schedule = choice.schedule if choice else None
    cost: Mapping[tuple[str, int], float] = schedule.cost if schedule else {}
    return ProgrammeOutlook(
        status=schedule.status if schedule else "NONE",
        activities=_activities(plan, choice) if choice else (),
        cost=sum(cost.values()),
        cost_by_payer=_by_payer(cost),
        cost_by_payer_year=_by_payer_year(cost),
        money_by_payer_year=_by_payer_year(_money(plan)),
        uncovered_with=float(after.mean()),
        uncovered_without=float(before.mean()),
        uncovered_standard_error=float(np.std(before - after, ddof=1) / np.sqrt(draws)),
        milestones=tuple(str(cutoff + month) for month in main.problem.milestones),
        untouched=untouched(plan),
        additive_value=sum(choice.values[name] for name in choice.schedule.starts) if choice else 0.0,
        bound_gap=_gap(choice),
        reproducible=schedule.reproducible if schedule else True,
    )


def _gap(choice: ProgrammeChoice | None) -> float:
    """Relative distance of the solver's bound from its value; 0 when the choice is proved best."""
    if choice is None or choice.schedule.bound <= 0:
        return 0.0
    return max(0.0, (choice.schedule.bound - choice.schedule.value) / choice.schedule.bound)


def _activities(plan: Plan, choice: ProgrammeChoice) -> tuple[ActivityOutlook, ...]:
    """Chosen ones by start, then the others in plan order."""
    rows = {row.activity: row for row in plan.rows(Activity)}
    cutoff = plan.partnership.cutoff_month
    found = []
    for one in choice.data.activities:
        row, start = rows[one.id], choice.schedule.starts.get(one.id)
        why = choice.schedule.unchosen.get(one.id)
        cost: dict[str, float] = {}
        for payment in one.payments:
            cost[payment.payer] = cost.get(payment.payer, 0.0) + payment.amount * _THOUSAND
        found.append(
            ActivityOutlook(
                id=one.id,
                title=row.title,
                component=row.component,
                kind=row.kind,
                element=row.element,
                owner=row.owner,
                mandatory=one.mandatory,
                start=None if start is None else str(cutoff + start),
                months=one.duration,
                cost=cost,
                value=choice.values.get(one.id, 0.0),
                reason=None if why is None else why.reason,
                detail={} if why is None else dict(why.values),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.start is None, one.start or "")))


def _by_payer(cost: Mapping[tuple[str, int], float]) -> dict[str, float]:
    found: dict[str, float] = {}
    for (payer, _), amount in cost.items():
        found[payer] = found.get(payer, 0.0) + amount
    return found


def _by_payer_year(cost: Mapping[tuple[str, int], float]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for (payer, year), amount in sorted(cost.items()):
        by_year = found.setdefault(payer, {})
        by_year[str(year)] = by_year.get(str(year), 0.0) + amount
    return found


def _money(plan: Plan) -> dict[tuple[str, int], float]:
    money: dict[tuple[str, int], float] = {}
    for row in plan.rows(Budget):
        if row.use == "programme":
            amount = row.amount * middle(row, "execution", 1.0)
            key = (row.payer, row.fiscal_year)
            money[key] = money.get(key, 0.0) + amount * (base_rate(plan, row.currency) or 0.0)
    return money
