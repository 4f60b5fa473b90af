"""What can be wrong with activities, their money, needs and effects."""

from __future__ import annotations

from itertools import pairwise

from jisr.circles import circles
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
    address_finding,
    base_rate,
    run_checks,
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

_YEAR = 12
"""Months."""


def checks(plan: Plan) -> list[Finding]:
    """A802 cycle, A803 no money row, A804 no exchange rate, A805 payer without budget, A806 effect nobody carries out,
    A807 need of something unknown, A808 latest before earliest, A809 earliest before the cutoff, A810 after the horizon,
    A811 need of something cancelled, A812 two capacities of a pool in one month, A813 a pool closed all year, A817 money in prices of another year.
    """
    each = (_cycle, _money, _rates, _effects, _needs, _cancelled, _windows, _capacities, _closed, _price_years)
    return run_checks(plan, each)


def _cancelled(plan: Plan) -> list[Finding]:
    """Activities to be scheduled that need one that will not take place."""
    status = {row.activity: row.status for row in plan.rows(Activity)}
    return [
        finding("A811", plan.place("activity_needs", need.key_text, "ref"), need.ref, activity=need.activity)
        for need in plan.rows(ActivityNeed)
        if need.kind in {"prerequisite", "package"}
        and status.get(need.ref) == "cancelled"
        and status.get(need.activity) not in {"done", "cancelled"}
    ]


def _cycle(plan: Plan) -> list[Finding]:
    needs = {(row.activity, row.ref): row.key_text for row in plan.rows(ActivityNeed) if row.kind == "prerequisite"}
    return [
        finding("A802", plan.place("activity_needs", needs[edge], "ref"), " → ".join(members))
        for edge, members in circles(list(needs))
    ]


def _money(plan: Plan) -> list[Finding]:
    paid = {row.activity for row in plan.rows(ActivityMoney)}
    budgets = {row.payer for row in plan.rows(Budget) if row.use == "programme"}
    found = [
        finding("A803", plan.place("activities", row.activity, "activity"), row.activity)
        for row in plan.rows(Activity)
        if row.activity not in paid
    ]
    found += [
        finding("A805", plan.place("activity_money", row.key_text, "payer"), row.payer)
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
        finding("A804", plan.place(row.table, row.key_text, "currency"), row.currency, base=base)
        for row in rows
        if base_rate(plan, row.currency) is None
    ]


def _effects(plan: Plan) -> list[Finding]:
    found = []
    for row in plan.rows(ActivityEffect):
        place = plan.place("activity_effects", row.key_text, "target")
        target = row.target
        model = TABLES.get(target.table)
        if model is None or plan.get(model, target.key) is None:
            misnamed = address_finding(plan, str(target), place)
            found += [misnamed] if misnamed else []
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
        finding("A807", plan.place("activity_needs", row.key_text, "ref"), row.ref, kind=row.kind)
        for row in plan.rows(ActivityNeed)
        if row.ref not in known[row.kind]
    ]


def _windows(plan: Plan) -> list[Finding]:
    cutoff, horizon = plan.partnership.cutoff_month, plan.partnership.horizon
    found = []
    for row in plan.rows(Activity):
        if row.latest is not None and row.latest < row.earliest:
            found.append(
                finding("A808", plan.place("activities", row.activity, "latest"), row.latest, earliest=row.earliest)
            )
        if row.earliest <= cutoff and row.status not in {"running", "done", "cancelled"}:
            found.append(
                finding("A809", plan.place("activities", row.activity, "earliest"), row.earliest, cutoff=cutoff)
            )
        if not row.months.is_unknown and row.earliest + round(row.months.mode) > cutoff + horizon:
            found.append(
                finding(
                    "A810", plan.place("activities", row.activity, "earliest"), row.earliest, horizon=cutoff + horizon
                )
            )
    return found


def _capacities(plan: Plan) -> list[Finding]:
    """Rows of one pool, in the order of their first months: each ends before the next begins."""
    start = plan.partnership.cutoff_month
    rows = sorted(
        ((row.resource, row.from_month or start, row) for row in plan.rows(Resource)), key=lambda one: one[:2]
    )
    return [
        finding("A812", plan.place("resources", row.key_text, "from_month"), first, what=pool)
        for (before, _, earlier), (pool, first, row) in pairwise(rows)
        if before == pool and (earlier.to_month is None or first <= earlier.to_month)
    ]


def _closed(plan: Plan) -> list[Finding]:
    """Pools, or ranges of one, that no calendar month is left of."""
    return [
        finding("A813", plan.place("resources", row.key_text, "blackout"), row.blackout or "", what=row.resource)
        for row in plan.rows(Resource)
        if len(row.closed) == _YEAR
    ]


def _price_years(plan: Plan) -> list[Finding]:
    """Money that is counted and stands in prices of another year; history is only shown."""
    budgets = [row for row in plan.rows(Budget) if row.use != "history"]
    counted: list[Sustainment | ActivityMoney | Budget] = [*plan.rows(Sustainment), *plan.rows(ActivityMoney), *budgets]
    year = plan.partnership.price_year
    return [
        finding("A817", plan.place(row.table, row.key_text, "price_year"), row.price_year, base=year)
        for row in counted
        if row.price_year != year
    ]
