"""P407, P408: observed windows that end before they begin, or lie after the cutoff."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import Observed

__all__ = ["check_windows"]


def check_windows(plan: Plan) -> list[Finding]:
    """A window runs forward, and what is later than the cutoff is not observed yet."""
    found = []
    for row in plan.rows(Observed):
        place = plan.place("observed", row.key_text, "to_date")
        if row.to_date < row.from_date:
            found.append(finding("P407", place, row.to_date, earliest=row.from_date))
        elif row.to_date > plan.partnership.cutoff:
            found.append(finding("P408", place, row.to_date, cutoff=plan.partnership.cutoff))
    return found
