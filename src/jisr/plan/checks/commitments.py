"""P409: when a commitment is due."""

from __future__ import annotations

import datetime as dt

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import Commitment

__all__ = ["NONE_GIVEN", "check_commitments"]

NONE_GIVEN = "none given"


def check_commitments(plan: Plan) -> list[Finding]:
    """A due date is a date, or the words `none given`: that nobody set one is worth keeping."""
    return [
        finding("P409", plan.place("commitments", row.commitment, "due"), row.due)
        for row in plan.rows(Commitment)
        if row.due != NONE_GIVEN and not _is_date(row.due)
    ]


def _is_date(text: str) -> bool:
    try:
        dt.date.fromisoformat(text)
    except ValueError:
        return False
    return True
