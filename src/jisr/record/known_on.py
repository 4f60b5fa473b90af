"""The plan as it could be written on a past date."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from jisr.plan import Evidence, Observed, Plan, Position, Rating, Strength

__all__ = ["known_on"]


def known_on(plan: Plan, date: dt.date) -> Plan:
    """The plan without the counts, ratings, strengths and positions that were not known on a date.

    An observed figure is known on its own `known_on`, else on the day its evidence was published. A function without a
    rating is unknown; a force element keeps its earliest count when none was known yet, because every element needs
    one. Tables with one row per thing are left: a plan holds one value of each, and what it was before is the ledger's
    to say. A forecast series left without its months is a finding of the threat stage.
    """
    published = {row.evidence: row.published for row in plan.rows(Evidence)}
    counts = [row for row in plan.rows(Observed) if (row.known_on or published.get(row.evidence, row.to_date)) <= date]
    plan = plan.with_rows("observed", counts)
    plan = plan.with_rows("ratings", [row for row in plan.rows(Rating) if (row.known_on or row.rated_on) <= date])
    plan = plan.with_rows("strength", _strengths(plan.rows(Strength), date))
    return plan.with_rows("positions", [row for row in plan.rows(Position) if row.given_on <= date])


def _strengths(rows: Iterable[Strength], date: dt.date) -> list[Strength]:
    """The counts known on a date, by element; the earliest of an element that has none."""
    by_element: dict[str, list[Strength]] = {}
    for row in rows:
        by_element.setdefault(row.element, []).append(row)
    kept: list[Strength] = []
    for counts in by_element.values():
        known = [row for row in counts if _known(row) <= date]
        kept += known or [min(counts, key=_known)]
    return kept


def _known(row: Strength) -> dt.date:
    return row.known_on or row.counted_on
