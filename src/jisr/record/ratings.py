"""Which rating and which count hold at the cutoff, and until when."""

from __future__ import annotations

import datetime as dt

from jisr.months import Month
from jisr.plan import Plan, Rating, Scale, Strength

__all__ = ["latest_rating", "latest_strength", "rating_expires"]


def latest_rating(plan: Plan, element: str, function: str) -> Rating | None:
    """The newest rating of a function of an element on or before the cutoff; the joint one where two share a day."""
    rows = [
        row
        for row in plan.rows(Rating)
        if row.element == element and row.function == function and row.rated_on <= plan.partnership.cutoff
    ]
    return max(rows, key=lambda row: (row.rated_on, row.assessor == "joint", row.assessor), default=None)


def latest_strength(plan: Plan, element: str) -> Strength | None:
    """The newest count of an element on or before the cutoff, else the earliest after it (note E407 says so).

    Every element needs one: a look back to a date before the first count takes that count, as `known_on` does.
    """
    rows = sorted((row for row in plan.rows(Strength) if row.element == element), key=lambda row: row.counted_on)
    before = [row for row in rows if row.counted_on <= plan.partnership.cutoff]
    return before[-1] if before else rows[0] if rows else None


def rating_expires(plan: Plan, rating: Rating) -> dt.date:
    """The last day a rating is valid: its own, else the validity of its scale, else the plan's default."""
    if rating.expires is not None:
        return rating.expires
    scale = plan.get(Scale, f"{rating.scale},{rating.version}")
    months = scale.validity if scale else plan.partnership.defaults.rating_validity
    return (Month.of(rating.rated_on) + months).last_day()
