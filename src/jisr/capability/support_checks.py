"""What can be wrong with who trains, who pays, and who leaves with the mission."""

from __future__ import annotations

from itertools import chain

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.months import Month
from jisr.plan import ActivityEffect, Budget, Enabler, Line, Plan, Skill, Support, Sustainment, TaskNeed

__all__ = ["support_checks"]


def support_checks(plan: Plan) -> list[Finding]:
    """K630 a course without seats, K631 a budget with a gap year, K632 budgets that end before the horizon, K633 a
    dependency on a task nobody provides, K636 nobody pays afterwards, K637 posts that no gate takes away.
    """
    each = (_seats, _years, _provided, _payers, _posts)
    return list(chain.from_iterable(check(plan) for check in each))


def _seats(plan: Plan) -> list[Finding]:
    found = []
    for row in plan.rows(ActivityEffect):
        skill = plan.get(Skill, row.target.key) if row.target.table == "skills" else None
        if skill is not None and skill.seats == 0 and row.effect == "add-stock":
            place = plan.place("activity_effects", row.key_text, "target")
            found.append(finding("K630", place, row.activity, what=skill.key_text))
    return found


def _years(plan: Plan) -> list[Finding]:
    """A payer's sustainment money by fiscal year: a year between two that has none, and the years after the last."""
    found = []
    last_month = plan.partnership.cutoff_month + plan.partnership.horizon
    rows = [row for row in plan.rows(Budget) if row.use == "sustainment"]
    for payer in dict.fromkeys(row.payer for row in rows):
        own = {row.fiscal_year: row for row in rows if row.payer == payer}
        party = plan.partnership.party(payer)
        if party is None:
            continue
        gaps = sorted(set(range(min(own), max(own))) - set(own))
        for year in gaps:
            before = own[max(one for one in own if one < year)]
            found.append(finding("K631", plan.place("budgets", before.budget, "fiscal_year"), year, party=payer))
        wanted = last_month.fiscal_year(party.fiscal_year_start)
        if max(own) < wanted:
            place = plan.place("budgets", own[max(own)].budget, "fiscal_year")
            found.append(finding("K632", place, max(own), party=payer, horizon=last_month))
    return found


def _provided(plan: Plan) -> list[Finding]:
    provided = {row.task for row in plan.rows(Line)} | {row.task for row in plan.rows(Enabler)}
    return [
        finding("K633", plan.place("task_needs", row.key_text, "needs_task"), row.needs_task, task=row.task)
        for row in plan.rows(TaskNeed)
        if row.needs_task not in provided
    ]


def _payers(plan: Plan) -> list[Finding]:
    end = plan.partnership.cutoff_month + plan.partnership.horizon
    return [
        finding(
            "K636",
            plan.place("sustainment", row.key_text, "payer_after"),
            row.what,
            party=row.payer,
            date=row.funded_to,
        )
        for row in plan.rows(Sustainment)
        if row.funded_to is not None and row.payer_after is None and Month.of(row.funded_to) < end
    ]


def _posts(plan: Plan) -> list[Finding]:
    return [
        finding("K637", plan.place("support", row.key_text, "ends_at"), row.posts, item=row.item)
        for row in plan.rows(Support)
        if row.provider != "own" and row.posts and row.ends_at is None
    ]
