"""Months drawn from windows add up to every published total, whatever the windows."""

from __future__ import annotations

import datetime as dt

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.threat.monthly_posterior import MonthlyPosterior
from jisr.threat.windows import Window, pieces_of

FIRST = dt.date(2022, 1, 1)
MONTHS = 24


@st.composite
def disjoint(draw: st.DrawFn) -> list[Window]:
    """Windows one after another over two years, with a total each; some days may lie in none."""
    cuts = sorted(draw(st.sets(st.integers(0, 729), min_size=2, max_size=8)))
    days = [FIRST + dt.timedelta(days=cut) for cut in cuts]
    totals = draw(st.lists(st.integers(0, 5_000), min_size=len(days) - 1, max_size=len(days) - 1))
    return [
        Window(first, last - dt.timedelta(days=1), float(total))
        for first, last, total in zip(days, days[1:], totals, strict=False)
    ]


@settings(max_examples=60)
@given(windows=disjoint(), seed=st.integers(0, 2**32), start=st.integers(0, 1_000))
def test_every_total_is_kept_and_every_block_gives_the_same_bytes(windows: list[Window], seed: int, start: int) -> None:
    stream = Stream(seed, "threat")
    for window in windows:
        pieces, faults = pieces_of([window])
        alone = MonthlyPosterior("x", Month.of(FIRST), MONTHS, tuple(pieces)).draws(stream, Block(0, 20))
        assert not faults
        assert (alone.sum(axis=1) == window.total).all()
        outside = [i for i in range(MONTHS) if Month.of(FIRST) + i not in window.days]
        assert (alone[:, outside] == 0).all()
    pieces, _ = pieces_of(windows)
    together = MonthlyPosterior("x", Month.of(FIRST), MONTHS, tuple(pieces))
    counts = together.draws(stream, Block(start, 30))
    assert (counts >= 0).all()
    assert (counts == np.rint(counts)).all()
    assert (counts.sum(axis=1) == sum(one.total for one in windows)).all()
    assert counts[10:20].tobytes() == together.draws(stream, Block(start + 10, 10)).tobytes()
    assert np.isclose(together.means().sum(), sum(one.total for one in windows))


@settings(max_examples=60)
@given(inner=disjoint(), extra=st.integers(0, 500), seed=st.integers(0, 2**32))
def test_nested_windows_keep_the_total_of_each(inner: list[Window], extra: int, seed: int) -> None:
    whole = Window(FIRST, dt.date(2023, 12, 31), sum(one.total for one in inner) + extra)
    pieces, faults = pieces_of([*inner, whole])
    assert not faults or {one.kind for one in faults} == {"differs"}
    counts = MonthlyPosterior("x", Month.of(FIRST), MONTHS, tuple(pieces)).draws(Stream(seed, "threat"), Block(0, 20))
    assert faults or (counts.sum(axis=1) == whole.total).all()
