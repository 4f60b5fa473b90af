"""The months an event belongs to."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.threat.sources.count_request import Spanning
from jisr.threat.sources.events import Events, month_ordinals

__all__ = ["EventMonths", "event_months"]


@dataclass(frozen=True)
class EventMonths:
    """Which part of which event falls into which month. Shape: every array (part,).

    `event` is the place of the event, `month` a `Month.ordinal`, `value` that part of the measure.
    """

    event: NDArray[np.int64]
    month: NDArray[np.int64]
    value: NDArray[np.float64]


def event_months(events: Events, values: NDArray[np.float64], rule: Spanning) -> EventMonths:
    """The months of each event.

    Source: VIEWS attributes an event to the month of its end date; so does `end`. `spread` gives each month its share
    of the days in whole numbers that add up to the event's own (largest remainders, ties to the later month).
    """
    everything = np.arange(len(events))
    ends = events.end_months()
    spans = events.start_months() < ends
    if rule == "end" or not spans.any():
        return EventMonths(everything, ends, values)
    if rule == "leave-out":
        return EventMonths(everything[~spans], ends[~spans], values[~spans])
    parts = [_spread(events, int(one), float(values[one])) for one in np.flatnonzero(spans)]
    whole = EventMonths(everything[~spans], ends[~spans], values[~spans])
    return EventMonths(
        np.concatenate([whole.event, *(part.event for part in parts)]),
        np.concatenate([whole.month, *(part.month for part in parts)]),
        np.concatenate([whole.value, *(part.value for part in parts)]),
    )


def _spread(events: Events, one: int, value: float) -> EventMonths:
    days = np.arange(events.start[one], events.end[one] + np.timedelta64(1, "D"))
    months, lengths = np.unique(month_ordinals(days), return_counts=True)
    exact = value * lengths / lengths.sum()
    parts = np.floor(exact + 1e-9)
    missing = round(value - parts.sum())
    order = np.lexsort((-months, -(exact - parts)))
    parts[order[:missing]] += 1
    return EventMonths(np.full(len(months), one), months, parts)
