"""The plan as it could be written on a past date."""

from __future__ import annotations

import datetime as dt

from jisr.plan import Evidence, Observed, Plan, Position, Rating, Strength

__all__ = ["known_on"]


def known_on(plan: Plan, date: dt.date) -> Plan:
    """The plan without the counts, ratings, strengths and positions that were not known on a date.

    An observed figure is known on its own `known_on`, else on the day its evidence was published. Tables with one row
    per thing are left: a plan holds one value of each, and what it was before is the ledger's to say.
    """
    published = {row.evidence: row.published for row in plan.rows(Evidence)}
    for row in plan.rows(Observed):
        published.setdefault(row.evidence, row.to_date)
    counts = [row for row in plan.rows(Observed) if (row.known_on or published[row.evidence]) <= date]
    plan = plan.with_rows("observed", counts)
    plan = plan.with_rows("ratings", [row for row in plan.rows(Rating) if (row.known_on or row.rated_on) <= date])
    plan = plan.with_rows("strength", [row for row in plan.rows(Strength) if (row.known_on or row.counted_on) <= date])
    return plan.with_rows("positions", [row for row in plan.rows(Position) if row.given_on <= date])
