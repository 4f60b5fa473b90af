"""The requirements that nothing in the programme touches."""

from __future__ import annotations

from jisr.plan import ActivityEffect, Holding, Line, LineNeed, Plan, Task

__all__ = ["reached_needs", "untouched"]


def untouched(plan: Plan) -> tuple[str, ...]:
    """Tasks none of whose lines is reached by any activity: through personnel, skill, item, function, repair or money."""
    reached = reached_needs(plan)
    return tuple(
        task.task
        for task in plan.rows(Task)
        if not any(_needs(plan, line) & reached for line in plan.rows(Line) if line.task == task.task)
    )


def reached_needs(plan: Plan) -> set[tuple[str, str, str]]:
    """What the activities of the plan touch, as (kind, element, name) of a need."""
    return {one for row in plan.rows(ActivityEffect) for one in _reaches(plan, row)}


def _reaches(plan: Plan, row: ActivityEffect) -> set[tuple[str, str, str]]:
    """What an effect touches: (kind, element, name)."""
    parts = row.target.key.split(",")
    table = row.target.table
    if table == "strength":
        return {("personnel", parts[0], "personnel")}
    if table == "skills":
        return {("skill", parts[0], parts[1])}
    if table == "ratings":
        return {("function", parts[0], parts[1])}
    if table == "holdings":
        return {("item", parts[1], parts[0])}
    if table == "sustainment" and parts[0] == "skill":
        return {("skill", parts[1], parts[2])}
    item = parts[1] if table == "sustainment" and parts[0] == "item" else parts[0] if table == "support" else None
    return {("item", holding.element, holding.item) for holding in plan.rows(Holding) if holding.item == item}


def _needs(plan: Plan, line: Line) -> set[tuple[str, str, str]]:
    return {(need.kind, line.element, need.name) for need in plan.rows(LineNeed) if need.line == line.line}
