"""What an activity costs and brings, and the programme they make."""

from __future__ import annotations

from jisr.assessment import ActivityOutlook, Assessment
from jisr.explain.cells import cell, row, uncertain_cells
from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.plan import ActivityEffect, ActivityMoney, ActivityNeed, Plan

__all__ = ["activity_chain", "programme_chain"]


def programme_chain(plan: Plan, assessment: Assessment) -> Explanation:
    """What the chosen activities cost, at their modes, the earliest first.

    Raises:
        KeyError: the plan has no activity.
    """
    programme = assessment.programme
    if not programme.activities:
        msg = "programme"
        raise KeyError(msg)
    chosen = sorted((one for one in programme.activities if one.start), key=lambda one: (one.start or "", one.id))
    parts = [activity_chain(plan, assessment, one.id) for one in chosen]
    return node("programme", "programme", value=f"{programme.cost:.4g}", unit=assessment.plan.currency, parts=parts)


def activity_chain(plan: Plan, assessment: Assessment, activity: str) -> Explanation:
    """An activity: what it costs each payer, what it changes, what it waits for, and what it brings alone.

    Raises:
        KeyError: there is no such activity.
    """
    found = next((one for one in assessment.programme.activities if one.id == activity), None)
    if found is None:
        raise KeyError(activity)
    money = [
        cell(plan, Address("activity_money", one.key_text, "amount"))
        for one in plan.rows(ActivityMoney)
        if one.activity == activity
    ]
    effects = [
        part
        for one in plan.rows(ActivityEffect)
        if one.activity == activity
        for part in uncertain_cells(plan, ActivityEffect, one.key_text)
    ]
    needs = [
        cell(plan, Address("activity_needs", one.key_text, "amount"))
        for one in plan.rows(ActivityNeed)
        if one.activity == activity
    ]
    own = row(plan, "activities", activity).parts
    return node(
        f"activity/{activity}",
        "activity",
        value=_told(found),
        unit=assessment.plan.currency,
        parts=[*own, *money, *effects, *needs],
    )


def _told(found: ActivityOutlook) -> str:
    return f"{sum(found.cost.values()):.4g}"
