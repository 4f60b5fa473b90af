"""The counts of an element's personnel over time, and what may be read from their changes."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from jisr.months import Month
from jisr.plan import Plan, Strength
from jisr.record.ratings import latest_strength
from jisr.record.series_break import SeriesBreak

__all__ = ["StrengthChange", "StrengthPoint", "StrengthSeries", "strength_series"]


@dataclass(frozen=True)
class StrengthPoint:
    """One count."""

    address: str
    """Address of the row's assigned persons."""
    counted_on: str
    """Day counted."""
    known_on: str | None
    """Day published or recorded."""
    authorised: int
    """Posts."""
    assigned: float | None
    """Persons on the rolls; None when unknown."""
    present: float | None
    """Share of them present; None when unmeasured: it is never filled in."""
    method: str
    """How presence was counted."""
    denominator: str
    """Set of units counted."""
    evidence: tuple[str, ...]
    """Sources, by id."""
    decides: bool
    """Whether the model starts from it."""
    segment: int
    """Which stretch between breaks it belongs to, from 0."""


@dataclass(frozen=True)
class StrengthChange:
    """The change from one count to the next."""

    on: str
    """Date of the later count."""
    assigned: float
    """Persons on the rolls more (or fewer) than before."""
    present: float | None
    """Change of the share present; None when one of the two is unmeasured."""
    monthly: float | None
    """Change of the rolls a month, as a share; None across a break: another count, not people who came or went."""


@dataclass(frozen=True)
class StrengthSeries:
    """The counts of one element up to the cutoff, the oldest first."""

    element: str
    """Element."""
    points: tuple[StrengthPoint, ...]
    """Every count."""
    breaks: tuple[SeriesBreak, ...]
    """Where method or denominator changed."""
    changes: tuple[StrengthChange, ...]
    """From each count to the next."""


def strength_series(plan: Plan) -> tuple[StrengthSeries, ...]:
    """Every element's counts. A change of counting method or of the set counted is a break, never attrition.

    Source: GAO-08-837: "trained" totals held the dead and the absent; the rolls fell when they were struck off.
    """
    groups: dict[str, list[Strength]] = {}
    for row in plan.rows(Strength):
        if row.counted_on <= plan.partnership.cutoff:
            groups.setdefault(row.element, []).append(row)
    return tuple(_series(plan, sorted(rows, key=lambda row: row.counted_on)) for rows in groups.values())


def _series(plan: Plan, rows: Sequence[Strength]) -> StrengthSeries:
    pairs = list(itertools.pairwise(rows))
    breaks = [one for before, after in pairs for one in _breaks(before, after)]
    apart = {one.on for one in breaks}
    newest = latest_strength(plan, rows[0].element)
    points, segment = [], 0
    for i, row in enumerate(rows):
        segment += 1 if i and row.counted_on.isoformat() in apart else 0
        points.append(_point(row, decides=row == newest, segment=segment))
    changes = tuple(_change(before, after, apart) for before, after in pairs if _known(before) and _known(after))
    return StrengthSeries(rows[0].element, tuple(points), tuple(breaks), changes)


def _known(row: Strength) -> bool:
    return not row.assigned.is_unknown


def _breaks(before: Strength, after: Strength) -> list[SeriesBreak]:
    on, found = after.counted_on.isoformat(), []
    if before.count_method != after.count_method:
        found.append(SeriesBreak(on, "method", before.count_method, after.count_method, bridged=False))
    if before.denominator != after.denominator:
        found.append(SeriesBreak(on, "denominator", before.denominator, after.denominator, bridged=False))
    return found


def _share(row: Strength) -> float | None:
    return None if row.present is None or row.present.is_unknown else row.present.mode


def _point(row: Strength, *, decides: bool, segment: int) -> StrengthPoint:
    return StrengthPoint(
        address=f"strength/{row.key_text}/assigned",
        counted_on=row.counted_on.isoformat(),
        known_on=None if row.known_on is None else row.known_on.isoformat(),
        authorised=row.authorised,
        assigned=row.assigned.mode if _known(row) else None,
        present=_share(row),
        method=row.count_method,
        denominator=row.denominator,
        evidence=row.evidence,
        decides=decides,
        segment=segment,
    )


def _change(before: Strength, after: Strength, apart: set[str]) -> StrengthChange:
    on = after.counted_on.isoformat()
    had, has = _share(before), _share(after)
    months = Month.of(after.counted_on) - Month.of(before.counted_on)
    monthly = None
    if on not in apart and months > 0 and before.assigned.mode > 0:
        monthly = (after.assigned.mode / before.assigned.mode) ** (1 / months) - 1
    return StrengthChange(
        on=on,
        assigned=after.assigned.mode - before.assigned.mode,
        present=None if had is None or has is None else has - had,
        monthly=monthly,
    )
