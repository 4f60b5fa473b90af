"""The numbers of persons at the camp whose month is asked for."""

from __future__ import annotations

from jisr.plan import Condition, Plan
from jisr.returns import ReturnsData

__all__ = ["camp_levels", "camp_of"]


def camp_of(data: ReturnsData) -> int | None:
    """Position of the first camp among the sites."""
    return next((i for i, site in enumerate(data.sites) if site.kind == "camp"), None)


def camp_levels(plan: Plan, data: ReturnsData) -> tuple[float, ...]:
    """What the plan's conditions ask of the camp; else a half and a quarter of what is held likeliest today. Units: persons."""
    camp = camp_of(data)
    if camp is None:
        return ()
    site = data.sites[camp]
    asked = {
        row.threshold.mode
        for row in plan.rows(Condition)
        if row.measure == "site-persons" and row.site == site.site and not row.threshold.is_unknown
    }
    if not asked and site.persons is not None and not site.persons.is_unknown:
        asked = {site.persons.mode / 2, site.persons.mode / 4}
    return tuple(sorted(asked, reverse=True))
