from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from jisr.threat.sources.event_months import event_months
from jisr.threat.sources.events import Events

DAYS = st.dates(dt.date(1989, 1, 1), dt.date(2024, 12, 31))
EVENT = st.tuples(DAYS, st.integers(0, 700), st.integers(0, 20_000))


def events(drawn: list[tuple[dt.date, int, int]]) -> Events:
    n = len(drawn)
    start = np.array([one for one, _, _ in drawn], dtype="datetime64[D]")
    length = np.array([days for _, days, _ in drawn], dtype="timedelta64[D]")
    deaths = np.array([value for _, _, value in drawn], dtype=np.float64)
    blank, nan = np.full(n, "", dtype=object), np.full(n, np.nan)
    ones = np.ones(n, dtype=np.int64)
    return Events(start, start + length, blank, {"deaths": deaths}, nan, nan, ones, blank, blank, ones == 1)


@settings(max_examples=50)
@given(st.lists(EVENT, min_size=1, max_size=8))
def test_spreading_keeps_every_event_whole_and_within_its_months(drawn: list[tuple[dt.date, int, int]]) -> None:
    told = events(drawn)
    parts = event_months(told, told.values["deaths"], "spread")
    assert np.array_equal(np.bincount(parts.event, parts.value, len(told)), told.values["deaths"])
    assert (parts.value == np.floor(parts.value)).all()
    assert (parts.value >= 0).all()
    assert (parts.month >= told.start_months()[parts.event]).all()
    assert (parts.month <= told.end_months()[parts.event]).all()


@settings(max_examples=50)
@given(st.lists(EVENT, min_size=1, max_size=8))
def test_what_lies_in_one_month_is_the_same_under_every_rule(drawn: list[tuple[dt.date, int, int]]) -> None:
    told = events(drawn)
    told = told.where(told.start_months() == told.end_months())
    by_rule = [event_months(told, told.values["deaths"], rule) for rule in ("end", "spread", "leave-out")]
    assert all(np.array_equal(by_rule[0].month, one.month) for one in by_rule)
    assert all(np.array_equal(by_rule[0].value, one.value) for one in by_rule)
