"""What can be wrong with activities, their money, needs and effects."""

from __future__ import annotations

from itertools import chain

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import (
    TABLES,
    Activity,
    ActivityEffect,
    ActivityMoney,
    ActivityNeed,
    Budget,
    Element,
    Plan,
    Resource,
    Sustainment,
    base_rate,
)

__all__ = ["EFFECTS", "checks"]

EFFECTS: frozenset[tuple[str, str, str]] = frozenset(
    {
        ("strength", "assigned", "add-stock"),
        ("strength", "present", "multiply"),
        ("skills", "qualified", "add-stock"),
        ("holdings", "held", "add-stock"),
        ("holdings", "mission_capable", "multiply"),
        ("support", "share", "multiply"),
        ("support", "ends", "extend-end"),
        ("sustainment", "funded_to", "extend-end"),
        ("ratings", "level", "step-level"),
        ("externals", "value", "multiply"),
        ("cohorts", "convoys", "multiply"),
        ("sites", "capacity", "add-stock"),
    }
)
"""(table, field, effect) that some stage carries out."""


def checks(plan: Plan) -> list[Finding]:
    """A802 cycle, A803 no money row, A804 no exchange rate, A805 payer without budget, A806 effect nobody carries out,
    A807 need of something unknown, A808 latest before earliest, A809 earliest before the cutoff, A810 after the horizon,
    A811 need of something cancelled.
    """
    each = (_cycle, _money, _rates, _effects, _needs, _cancelled, _windows)
    return list(chain.from_iterable(check(plan) for check in each))


def _cancelled(plan: Plan) -> list[Finding]:
    """Activities to be scheduled that need one that will not take place."""
    status = {row.activity: row.status for row in plan.rows(Activity)}
    return [
        finding("A811", plan.place("activity_needs", need.key_text), need.ref, activity=need.activity)
        for need in plan.rows(ActivityNeed)
        if need.kind in {"prerequisite", "package"}
        and status.get(need.ref) == "cancelled"
        and status.get(need.activity) not in {"done", "cancelled"}
    ]


def _cycle(plan: Plan) -> list[Finding]:
    left = {row.activity: set[str]() for row in plan.rows(Activity)}
    for need in plan.rows(ActivityNeed):
        if need.kind == "prerequisite" and need.activity in left:
            left[need.activity].add(need.ref)
    while free := [name for name, wanted in left.items() if not wanted & left.keys()]:
        for name in free:
            del left[name]
    return [finding("A802", plan.place("activities", name), " ".join(sorted(left))) for name in sorted(left)[:1]]


def _money(plan: Plan) -> list[Finding]:
    paid = {row.activity for row in plan.rows(ActivityMoney)}
    budgets = {row.payer for row in plan.rows(Budget) if row.use == "programme"}
    found = [
        finding("A803", plan.place("activities", row.activity), row.activity)
        for row in plan.rows(Activity)
        if row.activity not in paid
    ]
    found += [
        finding("A805", plan.place("activity_money", row.key_text), row.payer)
        for row in plan.rows(ActivityMoney)
        if row.payer not in budgets
    ]
    return found


def _rates(plan: Plan) -> list[Finding]:
    rows: list[Budget | ActivityMoney | Sustainment] = [
        *plan.rows(Budget),
        *plan.rows(ActivityMoney),
        *plan.rows(Sustainment),
    ]
    base = plan.partnership.currency_base
    return [
        finding("A804", plan.place(row.table, row.key_text), row.currency, base=base)
        for row in rows
        if base_rate(plan, row.currency) is None
    ]


def _effects(plan: Plan) -> list[Finding]:
    found = []
    for row in plan.rows(ActivityEffect):
        place = plan.place("activity_effects", row.key_text)
        target = row.target
        model = TABLES.get(target.table)
        if model is None or plan.get(model, target.key) is None:
            found.append(finding("R303", place, target))
        elif (target.table, target.field, row.effect) not in EFFECTS:
            known = " ".join(sorted(f"{kind}:{table}/…/{field}" for table, field, kind in EFFECTS))
            found.append(finding("A806", place, f"{row.effect} {target}", known=known))
    return found


def _needs(plan: Plan) -> list[Finding]:
    known = {
        "prerequisite": {row.activity for row in plan.rows(Activity)},
        "package": {row.activity for row in plan.rows(Activity)},
        "resource": {row.resource for row in plan.rows(Resource)},
        "absorption": {row.element for row in plan.rows(Element)},
    }
    return [
        finding("A807", plan.place("activity_needs", row.key_text), row.ref, kind=row.kind)
        for row in plan.rows(ActivityNeed)
        if row.ref not in known[row.kind]
    ]


def _windows(plan: Plan) -> list[Finding]:
    cutoff, horizon = plan.partnership.cutoff_month, plan.partnership.horizon
    found = []
    for row in plan.rows(Activity):
        place = plan.place("activities", row.activity)
        if row.latest is not None and row.latest < row.earliest:
            found.append(finding("A808", place, row.latest, earliest=row.earliest))
        if row.earliest <= cutoff and row.status not in {"running", "done", "cancelled"}:
            found.append(finding("A809", place, row.earliest, cutoff=cutoff))
        if not row.months.is_unknown and row.earliest + round(row.months.mode) > cutoff + horizon:
            found.append(finding("A810", place, row.earliest, horizon=cutoff + horizon))
    return found
