"""Events → counts by unit and month."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.event_months import EventMonths, event_months
from jisr.threat.sources.events import Events
from jisr.threat.sources.month_counts import LeftOut, MonthCounts
from jisr.threat.sources.partitions.partition import IMPRECISE, NO_AREA, Placement

__all__ = ["Coverage", "count_events"]

_SHOWN = 6


@dataclass(frozen=True)
class Coverage:
    """The months in which a source looked, the file it looked into, the release that says so, and its kinds of event."""

    first: Month
    last: Month
    file: str
    vintage: str | None = None
    kinds: tuple[str, ...] = ()


def count_events(events: Events, coverage: Coverage, request: CountRequest) -> MonthCounts:
    """Count what a request asks for; what cannot be counted is told by reason.

    A month outside the coverage is not observed: it is neither counted nor zero. Months the request itself leaves out are
    not asked for, and nothing of them is told.

    Raises:
        PlanError: a kind no event of the source can have (C209), or a request that meets no month or no unit (S114).
        ValueError: the request has no partition.
    """
    if request.partition is None:
        msg = "events need a partition"
        raise ValueError(msg)
    _check_kinds(events, coverage, request)
    first = max(coverage.first, request.first or coverage.first)
    last = min(coverage.last, request.last or coverage.last)
    months = last - first + 1
    if months < 1:
        raise PlanError([finding("S114", Place(coverage.file), f"{coverage.first} … {coverage.last}", case="months")])
    asked = events.where(_of_kind(events, request))
    values = _measured(asked, request)
    sure = asked.where(asked.clear)
    parts = event_months(sure, _measured(sure, request), request.spanning)
    placement = request.partition.place(sure)
    if not placement.units:
        raise PlanError([finding("S114", Place(coverage.file), coverage.file, case="units")])
    unit = placement.unit_of[parts.event]
    inside = (parts.month >= first.ordinal) & (parts.month <= last.ordinal)
    counted = inside & (unit >= 0)
    wanted = (parts.month >= (request.first or Month(0)).ordinal) & (
        parts.month <= (request.last or Month(int(parts.month.max(initial=0)))).ordinal
    )
    counts = np.zeros((months, len(placement.units)))
    np.add.at(counts, (parts.month[counted] - first.ordinal, unit[counted]), parts.value[counted])
    counts[~_observed(counts, parts, placement, first, request)] = np.nan
    return MonthCounts(
        values=counts,
        first=first,
        units=placement.units,
        unit="events" if request.measure == "events" else "deaths",
        vintage=coverage.vintage,
        left_out=tuple(
            one
            for one in (
                _left_out("unclear", np.flatnonzero(~asked.clear), values[~asked.clear]),
                *_spanning(sure, parts, request),
                _left_out(
                    "imprecise", parts.event[inside & (unit == IMPRECISE)], parts.value[inside & (unit == IMPRECISE)]
                ),
                _unplaced(sure, parts, inside & (unit == NO_AREA), placement.reported),
                _left_out("outside-months", parts.event[wanted & ~inside], parts.value[wanted & ~inside]),
            )
            if one.events
        ),
    )


def _check_kinds(events: Events, coverage: Coverage, request: CountRequest) -> None:
    known = coverage.kinds or tuple(sorted(set(events.kind.astype(str))))
    wrong = [kind for kind in request.kinds if kind not in known]
    if wrong:
        expected = ", ".join(known)
        raise PlanError([finding("C209", Place("kind"), kind, column="kind", expected=expected) for kind in wrong])


def _of_kind(events: Events, request: CountRequest) -> NDArray[np.bool_]:
    if not request.kinds:
        return np.ones(len(events), dtype=np.bool_)
    return np.isin(events.kind.astype(str), list(request.kinds))


def _measured(events: Events, request: CountRequest) -> NDArray[np.float64]:
    return np.ones(len(events)) if request.measure == "events" else events.values[request.measure]


def _observed(
    counts: NDArray[np.float64], parts: EventMonths, placement: Placement, first: Month, request: CountRequest
) -> NDArray[np.bool_]:
    """Where a month without events is a zero. Shape: (month, unit)."""
    if request.zeros == "covered":
        return np.ones(counts.shape, dtype=np.bool_)
    unit = placement.unit_of[parts.event]
    placed = unit >= 0
    if request.zeros == "from-first":
        begins = np.full(len(placement.units), np.iinfo(np.int64).max)
        np.minimum.at(begins, unit[placed], parts.month[placed])
        return np.asarray(np.arange(len(counts))[:, None] + first.ordinal >= begins)
    given = np.zeros(counts.shape, dtype=np.bool_)
    row = parts.month - first.ordinal
    inside = placed & (row >= 0) & (row < len(counts))
    given[row[inside], unit[inside]] = True
    return given


def _spanning(events: Events, parts: EventMonths, request: CountRequest) -> tuple[LeftOut, ...]:
    if request.spanning != "leave-out":
        return ()
    gone = np.setdiff1d(np.arange(len(events)), parts.event)
    return (_left_out("spans-months", gone, _measured(events, request)[gone]),)


def _unplaced(
    events: Events, parts: EventMonths, here: NDArray[np.bool_], reported: NDArray[np.object_] | None
) -> LeftOut:
    """Events in no unit, with the names they carry: a name that was mistyped shows here."""
    at, value = parts.event[here], parts.value[here]
    names, position = np.unique((events.admin1 if reported is None else reported)[at].astype(str), return_inverse=True)
    weight = np.bincount(position.reshape(-1), value, minlength=len(names))
    told = [str(names[i]).strip() for i in np.argsort(-weight, kind="stable")]
    return replace(_left_out("no-area", at, value), reported=tuple([one for one in told if one][:_SHOWN]))


def _left_out(reason: str, events: NDArray[np.int64], values: NDArray[np.float64]) -> LeftOut:
    return LeftOut(reason, len(np.unique(events)), float(values.sum()))
