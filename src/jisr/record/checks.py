"""What a reader should know of the record: evidence of a later date, history of a later vintage, expired ratings."""

from __future__ import annotations

from collections.abc import Iterator

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import TABLES, Crosswalk, Element, Evidence, Observed, Plan, Provenance, Rating, ScaleLevel, run_checks
from jisr.record.rating_series import rating_series
from jisr.record.ratings import latest_rating, latest_strength
from jisr.record.strength_series import strength_series

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """E402 evidence after the cutoff, E403 a later vintage, E404 a rating after the cutoff, E405 the newest
    rating of a function on too little evidence, E406 a level the scale does not have, E407 a count made after the
    cutoff, E408 a figure known before its evidence was published, E410 two versions of a scale in one series, E411 two
    denominators in one series, E412 a rating without evidence, E413 ratings that have expired, E414 a change of counting
    method, E415 a crosswalk from or to a level that is not there.
    """
    each = (
        _evidence, _vintages, _later_rows, _ratings, _later_counts, _published, _series, _counts, _crosswalks
    )  # fmt: skip
    return run_checks(plan, each)


def _evidence(plan: Plan) -> list[Finding]:
    cutoff = plan.partnership.cutoff
    return [
        finding(
            "E402",
            plan.place("evidence", row.evidence, "published"),
            row.published,
            evidence=row.evidence,
            cutoff=cutoff,
        )
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
        finding(
            "E403", plan.place("observed", row.key_text, "known_on"), row.known_on, series=series, rows=counts[series]
        )
        for series, row in first.items()
    ]


def _provenance_rows(plan: Plan) -> Iterator[Provenance]:
    """Rows that rest on evidence, table by table."""
    for model in TABLES.values():
        if issubclass(model, Provenance):
            yield from (row for row in plan.rows(model) if row.evidence and row.basis in {"sourced", "assessed"})


def _later_rows(plan: Plan) -> list[Finding]:
    """One note a table for rows that were not known at the cutoff."""
    later: dict[str, list[Provenance]] = {}
    for row in _provenance_rows(plan):
        if row.known_on is not None and row.known_on > plan.partnership.cutoff:
            later.setdefault(row.table, []).append(row)
    return [
        finding("E403", plan.place(table, rows[0].key_text, "known_on"), rows[0].known_on, series=table, rows=len(rows))
        for table, rows in later.items()
    ]


def _later_counts(plan: Plan) -> list[Finding]:
    cutoff = plan.partnership.cutoff
    newest = [latest_strength(plan, row.element) for row in plan.rows(Element)]
    return [
        finding(
            "E407",
            plan.place("strength", row.key_text, "counted_on"),
            row.counted_on,
            element=row.element,
            cutoff=cutoff,
        )
        for row in newest
        if row is not None and row.counted_on > cutoff
    ]


def _published(plan: Plan) -> list[Finding]:
    """Nothing is known before what it rests on was published: a look back to a past date would know too much."""
    published = {row.evidence: row.published for row in plan.rows(Evidence)}
    return [
        finding(
            "E408",
            plan.place(row.table, row.key_text, "known_on"),
            row.known_on,
            date=latest,
            evidence=" ".join(row.evidence),
        )
        for row in _provenance_rows(plan)
        for latest in [max((published[one] for one in row.evidence if one in published), default=None)]
        if latest is not None and row.known_on is not None and row.known_on < latest
    ]


def _ratings(plan: Plan) -> list[Finding]:
    levels = {(row.scale, row.version, row.level) for row in plan.rows(ScaleLevel)}
    found: list[Finding] = []
    for row in plan.rows(Rating):
        if row.rated_on > plan.partnership.cutoff:
            found.append(
                finding(
                    "E404",
                    plan.place("ratings", row.key_text, "rated_on"),
                    row.rated_on,
                    cutoff=plan.partnership.cutoff,
                )
            )
        if not row.evidence:
            found.append(finding("E412", plan.place("ratings", row.key_text, "evidence"), row.key_text))
        elif len(row.evidence) < 2 and row == latest_rating(plan, row.element, row.function):
            found.append(finding("E405", plan.place("ratings", row.key_text, "evidence"), len(row.evidence)))
        if not row.level.is_unknown and any(
            (row.scale, row.version, level) not in levels for level in (row.level.low, row.level.mode, row.level.high)
        ):
            found.append(
                finding(
                    "E406",
                    plan.place("ratings", row.key_text, "level"),
                    row.level,
                    scale=row.scale,
                    version=row.version,
                )
            )
    return found


def _series(plan: Plan) -> list[Finding]:
    """Breaks no crosswalk joins, at the first rating after each; and once how many newest ratings have expired."""
    found: list[Finding] = []
    stale = []
    for series in rating_series(plan):
        for one in series.breaks:
            key = f"{series.element},{series.function},{series.assessor},{one.on}"
            code, column = ("E411", "denominator") if one.kind == "denominator" else ("E410", "version")
            if one.kind != "method" and not one.bridged:
                place = plan.place("ratings", key, column)
                found.append(finding(code, place, one.after, other=one.before, element=series.element))
        if series.decides and series.points[-1].expired:
            stale.append((series.points[-1].expires, series.points[-1].address.split("/")[1]))
    if stale:
        oldest, key = min(stale)
        place = plan.place("ratings", key, "rated_on")
        found.append(finding("E413", place, len(stale), date=oldest, cutoff=plan.partnership.cutoff))
    return found


def _counts(plan: Plan) -> list[Finding]:
    return [
        finding(
            "E414",
            plan.place("strength", f"{series.element},{one.on}", "count_method"),
            one.after,
            other=one.before,
            element=series.element,
            kind=one.kind,
        )
        for series in strength_series(plan)
        for one in series.breaks
    ]


def _crosswalks(plan: Plan) -> list[Finding]:
    levels = {(row.scale, row.version, row.level) for row in plan.rows(ScaleLevel)}
    found = []
    for row in plan.rows(Crosswalk):
        ends = ((row.scale, row.version, row.level), (row.to_scale, row.to_version, row.to_level))
        found += [
            finding("E415", plan.place("crosswalks", row.key_text, "level"), level, scale=scale, version=version)
            for scale, version, level in ends
            if (scale, version, level) not in levels
        ]
    return found
