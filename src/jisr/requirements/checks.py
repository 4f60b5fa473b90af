"""What can be wrong with tasks and demand."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Demand, Plan, Task

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """Q101 a task nobody demands, Q102 an area on a mobile task, Q103 `no shortfall` without evidence, Q105 nothing essential."""
    demanded = {row.task for row in plan.rows(Demand)}
    scope = {row.task: row.scope for row in plan.rows(Task)}
    found = []
    for row in plan.rows(Task):
        if row.task not in demanded:
            found.append(finding("Q101", plan.place("tasks", row.task, "task"), row.task))
        if row.no_shortfall_on_record and not row.evidence:
            found.append(finding("Q103", plan.place("tasks", row.task, "evidence"), row.task))
    found += [
        finding("Q102", plan.place("demand", row.key_text, "area"), row.area, task=row.task)
        for row in plan.rows(Demand)
        if row.area is not None and scope.get(row.task) == "mobile"
    ]
    tasks = plan.rows(Task)
    if tasks and not any(row.essential and row.weight > 0 for row in tasks):
        column = "weight" if any(row.essential for row in tasks) else "essential"
        found.append(finding("Q105", plan.place("tasks", tasks[0].task, column), len(tasks)))
    return found
