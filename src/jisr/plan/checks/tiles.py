"""P406: two areas on one tile."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.plan import Plan
from jisr.plan.tables import Area

__all__ = ["check_tiles"]


def check_tiles(plan: Plan) -> list[Finding]:
    """Each tile of the map holds one area."""
    first: dict[tuple[int, int], str] = {}
    found = []
    for row in plan.rows(Area):
        if row.tile_row is None or row.tile_col is None:
            continue
        other = first.setdefault((row.tile_row, row.tile_col), row.area)
        if other != row.area:
            found.append(finding("P406", plan.place("areas", row.area, "tile_row"), row.area, other=other))
    return found
