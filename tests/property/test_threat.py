"""Threat paths: any split and any company give the same numbers; areas always sum to the nation."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from unit.threat.small_plan import area, driver, monthly, small_plan

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Plan
from jisr.threat import ThreatPaths, compile_threat, threat_paths

YEAR = st.lists(st.integers(0, 80), min_size=12, max_size=30)
WHOLE = Block(100, 24)


def paths(plan: Plan, block: Block = WHOLE, seed: int = 1) -> ThreatPaths:
    return threat_paths(compile_threat(plan), draw_inputs(plan, block, seed=seed), seed)


def plan_of(values: list[int], names: tuple[str, ...] = ("east", "west"), also: tuple[str, ...] = ()) -> Plan:
    series = ("incidents", *also)
    rows = [row for name in series for row in monthly(name, [float(value) for value in values])]
    drivers = [driver(f"of-{name}", series=name) for name in series]
    return small_plan(observed=rows, areas=[area(name) for name in names], drivers=drivers)


@settings(max_examples=20)
@given(YEAR, st.integers(1, 23), st.integers(0, 2**40))
def test_any_split_gives_the_same_bytes(values: list[int], cut: int, seed: int) -> None:
    plan = plan_of(values)
    factor = np.linspace(0, 2, 48).reshape(24, 2)
    whole = paths(plan, WHOLE, seed)
    parts = [paths(plan, Block(100 + start, size), seed) for start, size in ((0, cut), (cut, 24 - cut))]
    for month in (-11, 0, 1, 24):
        for given_factor in (None, factor):
            pieces = [
                part.month(month, None if given_factor is None else given_factor[start : start + size])
                for part, start, size in zip(parts, (0, cut), (cut, 24 - cut), strict=True)
            ]
            assert np.concatenate(pieces).tobytes() == whole.month(month, given_factor).tobytes()


@settings(max_examples=20)
@given(YEAR, st.integers(1, 6))
def test_areas_sum_to_the_same_nation_however_many_there_are(values: list[int], number: int) -> None:
    one = paths(plan_of(values)).counts["incidents"]
    many = paths(plan_of(values, tuple(f"a{i}" for i in range(number)))).counts["incidents"]
    assert (one.sum(axis=2) == many.sum(axis=2)).all()
    assert (one[:, :12].sum(axis=2) == values[-12:]).all()
    assert (many >= 0).all()


@settings(max_examples=20)
@given(YEAR)
def test_another_series_changes_no_count(values: list[int]) -> None:
    alone = paths(plan_of(values)).counts["incidents"]
    together = paths(plan_of(values, also=("deaths",))).counts["incidents"]
    assert alone.tobytes() == together.tobytes()


@settings(max_examples=20)
@given(YEAR, st.integers(1, 40))
def test_more_in_every_month_is_never_less_ahead(values: list[int], more: int) -> None:
    low, high = (paths(plan_of(year)).counts["incidents"] for year in (values, [value + more for value in values]))
    assert (high.sum(axis=2) >= low.sum(axis=2)).all()


@settings(max_examples=20)
@given(YEAR, st.permutations(["east", "west", "hills"]))
def test_the_order_of_areas_changes_no_total_and_no_share_stream(values: list[int], names: list[str]) -> None:
    one = paths(plan_of(values, ("east", "west", "hills"))).counts["incidents"]
    other = paths(plan_of(values, tuple(names))).counts["incidents"]
    assert (one.sum(axis=2) == other.sum(axis=2)).all()


def test_an_area_that_never_sees_a_count_keeps_its_half_count() -> None:
    plan = plan_of([40] * 12, ("east", "west", "quiet"))
    assert compile_threat(plan).series[0].weights.tolist() == [0.5, 0.5, 0.5]
