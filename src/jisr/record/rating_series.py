"""The ratings of a function over time: points, breaks, and a trend where one may be drawn."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from jisr.plan import Crosswalk, Plan, Rating, ScaleLevel
from jisr.record.ages import age_months
from jisr.record.ratings import latest_rating, rating_expires
from jisr.record.series_break import SeriesBreak

__all__ = ["RatingPoint", "RatingSeries", "Trend", "rating_series"]

Trend = Literal["rises", "falls", "no-change-shown", "refused", "too-few"]


@dataclass(frozen=True)
class RatingPoint:
    """One rating as it was given."""

    address: str
    """Address of its level."""
    rated_on: str
    """Day it describes."""
    scale: str
    """Scale."""
    version: int
    """Its version."""
    low: float | None
    """Lowest level it may stand for; None when it says `?`: unknown stays unknown."""
    level: float | None
    """Level."""
    high: float | None
    """Highest level."""
    top: int
    """Highest level of the scale in that version."""
    read_as: float | None
    """The level on the newest version of the series: itself, or by crosswalk; None where there is none."""
    method: str
    """visit, report or remote."""
    denominator: str | None
    """Set of units rated."""
    evidence: tuple[str, ...]
    """Sources, by id."""
    expires: str
    """Last day it is valid."""
    expired: bool
    """Whether that day lies before the cutoff."""
    segment: int
    """Which stretch between unbridged breaks it belongs to, from 0."""


@dataclass(frozen=True)
class RatingSeries:
    """The ratings of one function of one element by one assessor, up to the cutoff, the oldest first."""

    element: str
    """Element."""
    function: str
    """Function."""
    assessor: str
    """Party that rates, or `joint`."""
    points: tuple[RatingPoint, ...]
    """Every rating."""
    breaks: tuple[SeriesBreak, ...]
    """Where scale, version, denominator or method changed."""
    trend: str
    """`rises`, `falls`, `no-change-shown`, `refused` (across an unbridged break) or `too-few` (fewer than two ratings)."""
    age_months: int
    """Age of the newest at the cutoff, months."""
    decides: bool
    """Whether its newest rating is the one the model starts from."""


def rating_series(plan: Plan) -> tuple[RatingSeries, ...]:
    """Every series of ratings up to the cutoff, by element, function and assessor.

    A trend is drawn over all points or not at all: across two versions of a scale only by a crosswalk that reads every
    level met, across two denominators never (GAO-12-951T: a new definition of the top level made part of the reported
    rise). Uncertain levels rise or fall only when their ranges do not meet.
    """
    groups: dict[tuple[str, str, str], list[Rating]] = {}
    for row in plan.rows(Rating):
        if row.rated_on <= plan.partnership.cutoff:
            groups.setdefault((row.element, row.function, row.assessor), []).append(row)
    return tuple(_series(plan, sorted(rows, key=lambda row: row.rated_on)) for rows in groups.values())


def _series(plan: Plan, rows: Sequence[Rating]) -> RatingSeries:
    newest = rows[-1]
    breaks = [one for before, after in itertools.pairwise(rows) for one in _breaks(plan, before, after)]
    apart = {one.on for one in breaks if one.kind != "method" and not one.bridged}
    points, segment = [], 0
    for i, row in enumerate(rows):
        segment += 1 if i and row.rated_on.isoformat() in apart else 0
        points.append(_point(plan, row, newest, segment))
    return RatingSeries(
        element=newest.element,
        function=newest.function,
        assessor=newest.assessor,
        points=tuple(points),
        breaks=tuple(breaks),
        trend=_trend(points, rows, plan),
        age_months=age_months(newest.rated_on, plan.partnership.cutoff),
        decides=newest == latest_rating(plan, newest.element, newest.function),
    )


def _breaks(plan: Plan, before: Rating, after: Rating) -> list[SeriesBreak]:
    on, found = after.rated_on.isoformat(), []
    if before.scale != after.scale:
        found.append(SeriesBreak(on, "scale", before.scale, after.scale, _bridged(plan, before, after)))
    elif before.version != after.version:
        found.append(SeriesBreak(on, "version", str(before.version), str(after.version), _bridged(plan, before, after)))
    if before.denominator != after.denominator:
        found.append(SeriesBreak(on, "denominator", before.denominator or "", after.denominator or "", bridged=False))
    if before.method != after.method:
        found.append(SeriesBreak(on, "method", before.method, after.method, bridged=False))
    return found


def _bridged(plan: Plan, before: Rating, after: Rating) -> bool:
    return before.level.is_unknown or all(
        _read(plan, before, level, after) is not None for level in (before.level.low, before.level.high)
    )


def _read(plan: Plan, row: Rating, level: float, newest: Rating) -> float | None:
    """A level read on the scale and version of another rating."""
    if (row.scale, row.version) == (newest.scale, newest.version):
        return level
    key = f"{row.scale},{row.version},{round(level)},{newest.scale},{newest.version}"
    found = plan.get(Crosswalk, key)
    return None if found is None else float(found.to_level)


def _point(plan: Plan, row: Rating, newest: Rating, segment: int) -> RatingPoint:
    known = not row.level.is_unknown
    expires = rating_expires(plan, row)
    levels = [one.level for one in plan.rows(ScaleLevel) if (one.scale, one.version) == (row.scale, row.version)]
    return RatingPoint(
        address=f"ratings/{row.key_text}/level",
        rated_on=row.rated_on.isoformat(),
        scale=row.scale,
        version=row.version,
        low=row.level.low if known else None,
        level=row.level.mode if known else None,
        high=row.level.high if known else None,
        top=max(levels, default=0),
        read_as=_read(plan, row, row.level.mode, newest) if known else None,
        method=row.method,
        denominator=row.denominator,
        evidence=row.evidence,
        expires=expires.isoformat(),
        expired=expires < plan.partnership.cutoff,
        segment=segment,
    )


def _trend(points: Sequence[RatingPoint], rows: Sequence[Rating], plan: Plan) -> Trend:
    known = [row for row in rows if not row.level.is_unknown]
    if len(known) < 2:
        return "too-few"
    if points[-1].segment > 0:
        return "refused"
    first, last = known[0], known[-1]
    low, high = (_read(plan, first, level, rows[-1]) for level in (first.level.low, first.level.high))
    now = [_read(plan, last, level, rows[-1]) for level in (last.level.low, last.level.high)]
    if low is None or high is None or now[0] is None or now[1] is None:
        return "refused"
    if now[0] > high:
        return "rises"
    return "falls" if now[1] < low else "no-change-shown"
