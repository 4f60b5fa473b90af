"""C221: a higher level of a scale that stands for less than a lower one."""

from __future__ import annotations

from itertools import groupby, pairwise

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import ScaleLevel

__all__ = ["check_scales"]


def check_scales(plan: Plan) -> list[Finding]:
    """Capacity does not fall from a level to the next: level 1 is the lowest of every scale."""
    rows = sorted(plan.rows(ScaleLevel), key=lambda row: (row.scale, row.version, row.level))
    found = []
    for _, levels in groupby(rows, key=lambda row: (row.scale, row.version)):
        for lower, higher in pairwise(levels):
            if higher.capacity < lower.capacity:
                place = plan.place("scale_levels", higher.key_text, "capacity")
                found.append(finding("C221", place, f"{higher.capacity:g}", other=f"{lower.capacity:g}"))
    return found
