"""C220: areas that lie in each other."""

from __future__ import annotations

from jisr.circles import circles
from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import Area

__all__ = ["check_areas"]


def check_areas(plan: Plan) -> list[Finding]:
    """An area is part of a larger one, never of itself, however far around."""
    edges = [(row.area, row.parent) for row in plan.rows(Area) if row.parent is not None]
    return [
        finding("C220", plan.place("areas", area, "parent"), parent, other=" → ".join(members))
        for (area, parent), members in circles(edges)
    ]
