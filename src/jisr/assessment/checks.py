"""What only a first month of computing shows: whether contributions and judgement agree, and the face of the result."""

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


_FACE = 0.8
"""Cover at the cutoff of a task with no shortfall on record is at least this (`models.md` 7)."""


def checks(plan: Plan) -> list[Finding]:
    """K635: the judged self-reliance asks for far more, or far less, than the contributions in task-units give. Q104: a
    task without shortfall on record is not covered at the cutoff.

    For a plan without errors; computes the cutoff month of 200 draws, and only where there is something to hold it against.
    """
    tasks = plan.rows(Task)
    given = [k for k, row in enumerate(tasks) if row.contributions == "task-units" and row.anchor == "elicited"]
    faces = [k for k, row in enumerate(tasks) if row.no_shortfall_on_record]
    if not given and not faces:
        return []
    first = next(block_months(compile_problem(plan, in_full=False), Block(0, _DRAWS)))
    found = []
    for k in given:
        factor = float(np.median(first.tied.factor[:, k]))
        if not COHERENT[0] <= factor <= COHERENT[1]:
            place = plan.place("tasks", tasks[k].task, "contributions")
            found.append(finding("K635", place, f"{factor:.3g}", task=tasks[k].task, low=COHERENT[0], high=COHERENT[1]))
    for k in faces:
        cover = float(np.median(first.month.cover["now"].cover[:, k]))
        if cover < _FACE:
            place = plan.place("tasks", tasks[k].task, "no_shortfall_on_record")
            found.append(finding("Q104", place, f"{cover:.2g}", task=tasks[k].task))
    return found
