from __future__ import annotations

import datetime as dt

import numpy as np
import pytest
from unit.threat.small_plan import CUTOFF, area, driver, monthly, observed, series, small_plan

from jisr.months import Month
from jisr.plan import Observed, Plan
from jisr.threat import compile_threat
from jisr.threat.compiled import monthly_totals

LAST = Month.of(CUTOFF)


def window(first: dt.date, last: dt.date, name: str, value: float, **changes: object) -> Observed:
    return observed("incidents", LAST, value, name, from_date=first, to_date=last, **changes)


def totals(plan: Plan) -> list[float]:
    return list(monthly_totals(plan, "incidents").values())


@pytest.mark.parametrize(
    "changes",
    [
        {"from_date": dt.date(2024, 7, 1)},
        {"to_date": dt.date(2024, 9, 29)},
        {"kind": "to-date"},
        {"series": "deaths"},
        {"area": "east"},
        {"scope": "multi-country"},
    ],
    ids=["a quarter", "not the whole month", "open window", "other series", "one area", "wider than the plan"],
)
def test_only_whole_months_over_all_areas_are_monthly_totals(changes: dict[str, object]) -> None:
    rows = [observed("incidents", LAST + -1, 7.0), observed("incidents", LAST, 5.0).model_copy(update=changes)]
    assert totals(small_plan(observed=rows)) == [7.0]


def test_a_mean_per_month_over_one_month_is_its_total() -> None:
    assert totals(small_plan(observed=[observed("incidents", LAST, 5.0, kind="mean-per-month")])) == [5.0]


def test_a_month_seen_in_every_area_is_their_sum_and_a_total_of_its_own_goes_before_it() -> None:
    rows = [observed("incidents", LAST, value, name) for name, value in (("east", 1), ("west", 2), ("hills", 4))]
    assert totals(small_plan(observed=rows)) == [7.0]
    assert totals(small_plan(observed=rows[:2])) == []
    assert totals(small_plan(observed=[observed("incidents", LAST, 9.0), *rows])) == [9.0]


def test_the_later_of_two_sources_holds() -> None:
    rows = [observed("incidents", LAST, 5.0), observed("incidents", LAST, 6.0, evidence="revised")]
    assert totals(small_plan(observed=rows)) == [6.0]


def test_nothing_after_the_cutoff_is_seen() -> None:
    later = [observed("incidents", LAST + 1, 1000.0), *monthly("incidents", [1.0] * 12)]
    windows = [window(dt.date(2024, 10, 1), dt.date(2024, 12, 31), "hills", 1000.0)]
    plan = small_plan(observed=later + windows)
    (one,) = compile_threat(plan).series
    assert one.panel.last == LAST
    assert one.weights.tolist() == [0.5, 0.5, 0.5]


def test_a_series_of_another_scope_is_read_at_its_own_scope() -> None:
    rows = monthly("incidents", [3.0], scope="multi-country") + monthly("incidents", [1.0])
    plan = small_plan(observed=rows, series=[series("incidents", scope="multi-country")])
    assert totals(plan) == [3.0]


def test_the_panel_ends_where_months_are_missing() -> None:
    rows = [row for row in monthly("incidents", [float(i) for i in range(20)]) if row.value != 5]
    (one,) = compile_threat(small_plan(observed=rows)).series
    assert one.panel.values[:, 0].tolist() == [float(i) for i in range(6, 20)]
    assert one.panel.first == LAST + -13


def test_shares_are_half_a_count_and_the_weighted_windows() -> None:
    (one,) = compile_threat(small_plan()).series
    assert one.weights.tolist() == [0.5 + 30, 0.5 + 15, 0.5 + 5]


def test_own_counts_by_area_count_for_two_years_and_once_a_window() -> None:
    old = [window(dt.date(2022, 9, 1), dt.date(2022, 9, 30), "east", 100.0)]
    recent = [window(dt.date(2022, 10, 1), dt.date(2022, 10, 31), "east", 8.0)]
    twice = [row.model_copy(update={"value": 6.0, "evidence": "revised"}) for row in recent]
    rows = monthly("incidents", [1.0] * 12) + old + recent + twice
    plan = small_plan(observed=rows, drivers=[driver("attacks", series="incidents")])
    assert compile_threat(plan).series[0].weights.tolist() == [6.5, 0.5, 0.5]
    split = driver("attacks", series="incidents", shares_series="incidents")
    assert compile_threat(small_plan(observed=rows, drivers=[split])).series[0].weights.tolist() == [106.5, 0.5, 0.5]


def test_a_window_within_another_counts_once() -> None:
    """A year of 100 that holds a month of 28: 100, not 128."""
    inner = window(dt.date(2023, 3, 1), dt.date(2023, 3, 31), "east", 28.0)
    outer = window(dt.date(2023, 1, 1), dt.date(2023, 12, 31), "east", 100.0)
    plan = small_plan(
        observed=[*monthly("incidents", [1.0] * 12), inner, outer],
        drivers=[driver("attacks", series="incidents", shares_series="incidents")],
    )
    assert compile_threat(plan).series[0].weights.tolist() == [100.5, 0.5, 0.5]


def test_what_was_seen_by_area_is_kept_for_the_planning_window() -> None:
    rows = [*monthly("incidents", [9.0] * 12), observed("incidents", LAST, 4.0, "west")]
    (one,) = compile_threat(small_plan(observed=rows, areas=[area("east"), area("west")])).series
    assert one.seen.shape == (12, 2)
    assert one.seen[-1, 1] == 4.0
    assert np.isnan(one.seen).sum() == 23
