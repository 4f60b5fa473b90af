"""What a reader should know of the record: evidence of a later date, history of a later vintage, expired ratings."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Evidence, Observed, Plan, Rating, ScaleLevel
from jisr.record.ratings import latest_rating

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """E402 evidence after the cutoff, E403 a later vintage, E404 a rating after the cutoff, E405 the newest
    rating of a function on too little evidence, E406 a level the scale does not have.
    """
    return [*_evidence(plan), *_vintages(plan), *_ratings(plan)]


def _evidence(plan: Plan) -> list[Finding]:
    cutoff = plan.partnership.cutoff
    return [
        finding("E402", plan.place("evidence", row.evidence), row.published, evidence=row.evidence, cutoff=cutoff)
        for row in plan.rows(Evidence)
        if row.published > cutoff
    ]


def _vintages(plan: Plan) -> list[Finding]:
    """One note a series, at its first such row: the figures of one vintage come together."""
    first: dict[str, Observed] = {}
    counts: dict[str, int] = {}
    for row in plan.rows(Observed):
        if row.known_on is not None and row.known_on > plan.partnership.cutoff:
            first.setdefault(row.series, row)
            counts[row.series] = counts.get(row.series, 0) + 1
    return [
        finding("E403", plan.place("observed", row.key_text), row.known_on, series=series, rows=counts[series])
        for series, row in first.items()
    ]


def _ratings(plan: Plan) -> list[Finding]:
    levels = {(row.scale, row.version, row.level) for row in plan.rows(ScaleLevel)}
    found: list[Finding] = []
    for row in plan.rows(Rating):
        place = plan.place("ratings", row.key_text)
        if row.rated_on > plan.partnership.cutoff:
            found.append(finding("E404", place, row.rated_on, cutoff=plan.partnership.cutoff))
        if len(row.evidence) < 2 and row == latest_rating(plan, row.element, row.function):
            found.append(finding("E405", place, len(row.evidence)))
        if not row.level.is_unknown and any(
            (row.scale, row.version, round(level)) not in levels for level in (row.level.low, row.level.high)
        ):
            found.append(finding("E406", place, row.level, scale=row.scale, version=row.version))
    return found
