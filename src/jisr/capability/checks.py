"""What can be wrong with elements, lines, needs, support and anchors."""

from __future__ import annotations

from collections import defaultdict

from jisr.capability.gap_checks import gap_checks
from jisr.capability.support_checks import support_checks
from jisr.circles import circles
from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import (
    FUNCTIONS,
    Element,
    Holding,
    Line,
    LineNeed,
    Plan,
    Rating,
    SelfReliance,
    Skill,
    Support,
    Sustainment,
    Task,
    TaskNeed,
    middle,
    run_checks,
)
from jisr.record import latest_strength

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """K601 no count, K602 function never rated, K603 shares above 1, K604 cycle, K605 support shares, K606 need not
    there, K607 no mandatory need, K608 no anchor, K609 a task nobody works on, K610 open end without reason, K611 payer
    shares above 1, K612 sustainment of nothing, K613 skill held by more than the assigned, K634 no allowed area, K638 an
    anchor on lines that stand at zero, K643 a task judged to be at zero; and those of support and of the gap register.
    """
    each = (
        _counts,
        _areas,
        _needs,
        _shares,
        _cycle,
        _support,
        _anchors,
        _zero,
        _sustainment,
        support_checks,
        gap_checks,
    )
    return run_checks(plan, each)


def _counts(plan: Plan) -> list[Finding]:
    found = [
        finding("K601", plan.place("elements", row.element, "element"), row.element)
        for row in plan.rows(Element)
        if latest_strength(plan, row.element) is None
    ]
    for skill in plan.rows(Skill):
        strength = latest_strength(plan, skill.element)
        if strength is not None and skill.qualified.low > strength.assigned.high:
            place = plan.place("skills", skill.key_text, "qualified")
            found.append(finding("K613", place, skill.qualified, assigned=strength.assigned))
    return found


def _areas(plan: Plan) -> list[Finding]:
    """An element that works only at home must have a home, and one it may work in."""
    return [
        finding("K634", plan.place("elements", row.element, "home_area"), row.home_area or "", element=row.element)
        for row in plan.rows(Element)
        if row.allocation == "home" and (row.home_area is None or (row.areas and row.home_area not in row.areas))
    ]


def _needs(plan: Plan) -> list[Finding]:
    element_of = {row.line: row.element for row in plan.rows(Line)}
    there = {("skill", row.element, row.skill) for row in plan.rows(Skill)}
    there |= {("item", row.element, row.item) for row in plan.rows(Holding)}
    rated = {(row.element, row.function) for row in plan.rows(Rating)}
    found = []
    for row in plan.rows(LineNeed):
        place, element = plan.place("line_needs", row.key_text, "name"), element_of.get(row.line, "")
        if row.kind in {"skill", "item"} and (row.kind, element, row.name) not in there:
            found.append(finding("K606", place, row.name, kind=row.kind, element=element))
        if row.kind == "function" and row.name not in FUNCTIONS:
            found.append(finding("K606", place, row.name, kind=row.kind, element=element))
        elif row.kind == "function" and (element, row.name) not in rated:
            found.append(finding("K602", place, row.name, element=element))
    with_mandatory = {row.line for row in plan.rows(LineNeed) if row.mandatory}
    found += [
        finding("K607", plan.place("lines", row.line, "line"), row.line)
        for row in plan.rows(Line)
        if row.line not in with_mandatory
    ]
    return found


def _shares(plan: Plan) -> list[Finding]:
    """Said of the line whose share is one too many, with the shares of all."""
    total: dict[str, float] = defaultdict(float)
    beyond: dict[str, Line] = {}
    for row in plan.rows(Line):
        if not row.concurrent:
            total[row.element] += row.share
            if total[row.element] > 1 + 1e-9:
                beyond.setdefault(row.element, row)
    return [
        finding("K603", plan.place("lines", row.line, "share"), f"{total[element]:g}", element=element)
        for element, row in beyond.items()
    ]


def _cycle(plan: Plan) -> list[Finding]:
    edges = [(row.task, row.needs_task) for row in plan.rows(TaskNeed)]
    return [
        finding("K604", plan.place("task_needs", f"{task},{needs}", "needs_task"), " → ".join(members))
        for (task, needs), members in circles(edges)
    ]


def _support(plan: Plan) -> list[Finding]:
    total: dict[str, float] = defaultdict(float)
    skills = {row.key_text for row in plan.rows(Skill)}
    found = []
    for row in plan.rows(Support):
        total[row.item] += middle(row, "share")
        if row.ends is None and row.ends_at is None and not row.reason:
            found.append(finding("K610", plan.place("support", row.key_text, "ends"), row.item, column="ends"))
        if row.skill is not None and f"{row.element},{row.skill}" not in skills:
            found.append(
                finding(
                    "K606",
                    plan.place("support", row.key_text, "skill"),
                    row.skill,
                    kind="skill",
                    element=row.element or "",
                )
            )
    found += [
        finding(
            "K605",
            plan.place("support", next(r.key_text for r in plan.rows(Support) if r.item == item), "share"),
            f"{share:g}",
            item=item,
        )
        for item, share in total.items()
        if abs(share - 1) > 0.011
    ]
    return found


def _anchors(plan: Plan) -> list[Finding]:
    judged = {row.task for row in plan.rows(SelfReliance)}
    worked = {row.task for row in plan.rows(Line)}
    found = []
    for row in plan.rows(Task):
        place = plan.place("tasks", row.task, "task")
        if row.anchor == "elicited" and row.task not in judged:
            found.append(finding("K608", place, row.task))
        if row.task not in worked:
            found.append(finding("K609", place, row.task))
    for judgement in plan.rows(SelfReliance):
        if not judgement.share.is_unknown and judgement.share.high <= 0:
            place = plan.place("self_reliance", judgement.key_text, "share")
            found.append(finding("K643", place, judgement.share, task=judgement.task, party=judgement.party))
    return found


def _zero(plan: Plan) -> list[Finding]:
    """An anchored task all of whose lines stand at zero even at the best end of their inputs: C₀ = 0 in every draw."""
    found = []
    for row in plan.rows(Task):
        lines = [line for line in plan.rows(Line) if line.task == row.task]
        if row.anchor == "elicited" and lines and all(_stands_at_zero(plan, line) for line in lines):
            found.append(finding("K638", plan.place("tasks", row.task, "anchor"), row.task))
    return found


def _stands_at_zero(plan: Plan, line: Line) -> bool:
    """Whether a mandatory need of a line can be nothing but zero at the cutoff, or the line contributes nothing."""
    if line.contribution.high == 0 or line.share == 0:
        return True
    return any(_best(plan, line.element, need) == 0 for need in plan.rows(LineNeed) if _is_mandatory(need, line))


def _is_mandatory(need: LineNeed, line: Line) -> bool:
    return need.line == line.line and need.mandatory


def _best(plan: Plan, element: str, need: LineNeed) -> float | None:
    """The highest a need can be at the cutoff, up to a positive factor; None where that is not read off one row."""
    strength = latest_strength(plan, element)
    present = 1.0 if strength is None or strength.present is None else strength.present.high
    if need.kind == "personnel":
        return None if strength is None else strength.assigned.high * present
    if need.kind == "skill":
        skill = plan.get(Skill, f"{element},{need.name}")
        return None if skill is None else skill.qualified.high * present
    if need.kind == "item":
        holding = plan.get(Holding, f"{need.name},{element}")
        return None if holding is None else holding.held * holding.mission_capable.high
    return None


def _sustainment(plan: Plan) -> list[Finding]:
    known = {("element", row.element) for row in plan.rows(Element)}
    known |= {("skill", row.key_text) for row in plan.rows(Skill)}
    known |= {("item", row.item) for row in plan.rows(Holding)}
    total: dict[tuple[str, str], float] = defaultdict(float)
    found = []
    for row in plan.rows(Sustainment):
        total[row.kind, row.what] += row.payer_share
        if (row.kind, row.what.replace(" ", "")) not in known:
            found.append(finding("K612", plan.place("sustainment", row.key_text, "what"), row.what, kind=row.kind))
        if row.funded_to is None and not row.reason:
            found.append(
                finding("K610", plan.place("sustainment", row.key_text, "funded_to"), row.what, column="funded_to")
            )
        if total[row.kind, row.what] > 1 + 1e-9:
            found.append(
                finding(
                    "K611",
                    plan.place("sustainment", row.key_text, "payer_share"),
                    f"{total[row.kind, row.what]:g}",
                    what=row.what,
                )
            )
    return found
