"""P411: more persons on the rolls than posts."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import Strength

__all__ = ["check_strengths"]


def check_strengths(plan: Plan) -> list[Finding]:
    """Most likely more are assigned than authorised: it happens, and it is what a slip of the pen looks like.

    Said once for an element, of its newest such count: a history may hold many.
    """
    above: dict[str, list[Strength]] = {}
    for row in plan.rows(Strength):
        if row.assigned.mode > row.authorised:  # never of NaN, which is "unknown"
            above.setdefault(row.element, []).append(row)
    return [_found(plan, max(rows, key=lambda row: row.counted_on), len(rows)) for rows in above.values()]


def _found(plan: Plan, row: Strength, rows: int) -> Finding:
    place = plan.place("strength", row.key_text, "assigned")
    return finding(
        "P411", place, row.assigned, element=row.element, date=row.counted_on, other=row.authorised, rows=rows
    )
