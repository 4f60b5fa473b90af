"""What only a first month of computing shows: whether contributions and judgement agree."""

from __future__ import annotations

import numpy as np

from jisr.assessment.block_run import block_months
from jisr.assessment.problem import compile_problem
from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.keyed_random import Block
from jisr.plan import Plan, Task

__all__ = ["COHERENT", "checks"]

COHERENT = (0.5, 2.0)
"""Between these factors inputs and judgement agree (`models.md` 3)."""
_DRAWS = 200


def checks(plan: Plan) -> list[Finding]:
    """K635: the judged self-reliance asks for far more, or far less, than the contributions in task-units give.

    For a plan without errors; computes the cutoff month of 200 draws, and only where a task gives task-units.
    """
    given = [
        k for k, row in enumerate(plan.rows(Task)) if row.contributions == "task-units" and row.anchor == "elicited"
    ]
    if not given:
        return []
    first = next(block_months(compile_problem(plan, in_full=False), Block(0, _DRAWS)))
    found = []
    for k in given:
        task = plan.rows(Task)[k]
        factor = float(np.median(first.tied.factor[:, k]))
        if not COHERENT[0] <= factor <= COHERENT[1]:
            place = plan.place("tasks", task.task, "contributions")
            found.append(finding("K635", place, f"{factor:.3g}", task=task.task, low=COHERENT[0], high=COHERENT[1]))
    return found
