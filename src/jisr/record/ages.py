"""How old the record is at the cutoff."""

from __future__ import annotations

import datetime as dt

from jisr.months import Month
from jisr.plan import Evidence, Plan

__all__ = ["age_months", "evidence_ages"]


def age_months(as_of: dt.date, cutoff: dt.date) -> int:
    """Months from a date's month to the cutoff's; 0 for what is dated after it. Units: calendar months.

    Examples:
        >>> age_months(dt.date(2023, 9, 1), dt.date(2024, 9, 30))
        12
    """
    return max(0, Month.of(cutoff) - Month.of(as_of))


def evidence_ages(plan: Plan) -> dict[str, int]:
    """The age at the cutoff of every source, by id. Units: calendar months."""
    return {row.evidence: age_months(row.published, plan.partnership.cutoff) for row in plan.rows(Evidence)}
