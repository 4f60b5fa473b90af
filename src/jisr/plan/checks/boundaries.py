"""M103, M104, M105: whether every area has an outline or a tile, and every outline an area."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.plan import Plan
from jisr.plan.tables import Area

__all__ = ["check_boundaries"]

_NAMED = 5
"""Names listed in one finding."""


def check_boundaries(plan: Plan) -> list[Finding]:
    """Areas without an outline stand as tiles only; outlines of no area are drawn empty; a tile without a place gets one."""
    areas = plan.rows(Area)
    found = [
        finding("M105", plan.place("areas", row.area, "tile_row"), row.area)
        for row in areas
        if row.tile_row is None or row.tile_col is None
    ]
    setting, boundaries = plan.partnership.boundaries, plan.boundaries
    if setting is None or boundaries is None:
        return found
    names = {row.area: getattr(row, setting.column) or "" for row in areas}
    found += [
        finding("M103", plan.place("areas", area, "area"), name or area, column=setting.column)
        for area, name in names.items()
        if name not in boundaries.outlines
    ]
    unknown = sorted(set(boundaries.outlines) - set(names.values()))
    if unknown:
        shown = ", ".join(unknown[:_NAMED]) + (" …" if len(unknown) > _NAMED else "")
        found.append(finding("M104", Place(boundaries.file), shown, column=setting.column))
    return found
