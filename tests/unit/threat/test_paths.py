from __future__ import annotations

import math

import numpy as np
import pytest
from unit.threat.small_plan import CUTOFF, area, driver, monthly, observed, series, small_plan

from jisr.inputs import Inputs, draw_inputs
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.plan import Observed, Plan
from jisr.threat import ThreatPaths, compile_threat, threat_paths

N = 4_000
LAST = Month.of(CUTOFF)
SPREAD = 5.0


def paths(plan: Plan, size: int = 200, stocks: dict[str, np.ndarray] | None = None) -> ThreatPaths:
    return threat_paths(compile_threat(plan), inputs(plan, size), 7, stocks)


def inputs(plan: Plan, size: int = 200) -> Inputs:
    return draw_inputs(plan, Block(0, size), seed=7)


def test_areas_sum_to_the_observed_nation() -> None:
    counts = paths(small_plan()).counts["incidents"]
    assert counts.shape == (200, 12 + 24, 3)
    assert (counts == np.rint(counts)).all()
    assert (counts[:, :12].sum(axis=2) == np.arange(32, 44)).all()


def test_shares_are_those_of_the_windows() -> None:
    counts = paths(small_plan(), N).counts["incidents"][:, :12].sum(axis=1)
    expected = np.array([30.5, 15.5, 5.5]) / 51.5
    total = counts.sum(axis=1).mean()
    # Dirichlet-multinomial variance of one share, of 450 counts with 51.5 prior counts
    deviation = np.sqrt(expected * (1 - expected) / total * (total + 51.5) / 52.5)
    assert (np.abs(counts.mean(axis=0) / total - expected) < SPREAD * deviation / math.sqrt(N)).all()


def test_one_draw_splits_past_and_future_by_the_same_shares() -> None:
    counts = paths(small_plan(), N).counts["incidents"]
    past, ahead = (part[:, :, 0].sum(1) / part.sum((1, 2)).clip(1) for part in (counts[:, :12], counts[:, 12:24]))
    assert np.corrcoef(past, ahead)[0, 1] > 0.7


def test_what_was_observed_by_area_is_not_redrawn() -> None:
    seen = [observed("incidents", LAST, 30.0, "west"), observed("incidents", LAST + -1, 40.0, "east")]
    whole = [observed("incidents", LAST + -2, value, name) for name, value in (("east", 9), ("west", 9), ("hills", 9))]
    plan = small_plan(observed=[*monthly("incidents", [41.0] * 24), *seen, *whole])
    counts = paths(plan).counts["incidents"][:, :12]
    assert (counts.sum(axis=2) == 41).all()
    assert (counts[:, -1, 1] == 30).all()
    assert (counts[:, -2, 0] == 40).all()
    assert (counts[:, -3] >= 9).all()  # the 14 that were not placed go to any area


def test_a_month_is_drivers_in_plan_order() -> None:
    plan = small_plan()
    one = paths(plan)
    month = one.month(3)
    assert month.shape == (200, 2, 3)
    assert (month[:, 0] == one.counts["incidents"][:, 14]).all()
    west = draw_inputs(plan, Block(0, 200), seed=7).cell(plan.tables["areas"][1], "population") / 1000
    assert (month[:, 1, 0] == 900).all()
    assert (month[:, 1, 1] == west).all()
    assert (month[:, 1, 2] == 0).all()
    assert (month[:, 1] == one.month(-11)[:, 1]).all()


@pytest.mark.parametrize("month", [-12, 25])
def test_a_month_outside_is_refused(month: int) -> None:
    with pytest.raises(IndexError):
        paths(small_plan()).month(month)


def test_a_bridge_multiplies_the_counts() -> None:
    bridged = driver("claims", series="incidents", bridge="2 | 3 | 5", bridge_to="claims")
    plan = small_plan(drivers=[driver("attacks", series="incidents"), bridged], series=[series("incidents")])
    month = paths(plan).month(5)
    ratio = draw_inputs(plan, Block(0, 200), seed=7).cell(bridged, "bridge")
    assert (month[:, 1] == month[:, 0] * ratio[:, None]).all()


def test_a_stock_is_spread_so_that_its_sum_is_the_stock() -> None:
    plan = small_plan(drivers=[driver("returnees", kind="stock", site="camp")], demand=[])
    persons = np.arange(25.0) + 100 * np.ones((200, 1))
    one = paths(plan, stocks={"camp": persons})
    for month, index in ((-3, 0), (0, 0), (1, 1), (24, 24)):
        assert one.month(month)[:, 0].sum(axis=1) == pytest.approx(persons[:, index])
    with pytest.raises(KeyError):
        paths(plan).month(1)


def test_two_series_share_no_random_number() -> None:
    rows = [row for name in ("incidents", "deaths") for row in monthly(name, [400.0] * 12)]
    drivers = [driver("attacks", series="incidents"), driver("losses", series="deaths")]
    one = paths(small_plan(observed=rows, drivers=drivers), N)
    first, second = (one.counts[name][:, 12:].sum(axis=2) for name in ("incidents", "deaths"))
    for month in (0, 23):
        ranks = [part[:, month].argsort().argsort() for part in (first, second)]
        assert abs(np.corrcoef(*ranks)[0, 1]) < SPREAD / math.sqrt(N)


def test_an_iraq_like_panel_gives_sensible_quantiles() -> None:
    """Twenty claims a month in nineteen areas: next year's sum straddles this year's, within a factor of five."""
    rows = [
        *monthly("incidents", [25.0, 18, 30, 22, 19, 28, 15, 21, 24, 17, 20, 23]),
        observed("incidents", LAST, 3, "a1"),
    ]
    plan = small_plan(observed=rows, areas=[area(f"a{i}") for i in range(19)])
    year = paths(plan, N).counts["incidents"][:, 12:24].sum(axis=(1, 2))
    low, middle, high = np.quantile(year, [0.05, 0.5, 0.95])
    assert 262 / 5 < low < 262 / 1.5
    assert 262 / 1.5 < middle < 262 * 1.1
    assert 262 * 1.5 < high < 262 * 5


def quarters(values: list[float], name: str | None = None) -> list[Observed]:
    """Figures of whole quarters, the last of which ends with the cutoff."""
    found = []
    for i, value in enumerate(values):
        first = LAST + (1 - 3 * (len(values) - i))
        found.append(observed("incidents", first, value, name, to_date=(first + 2).last_day()))
    return found


def test_quarters_become_months_that_add_up_in_every_draw() -> None:
    plan = small_plan(observed=quarters([30.0, 60.0, 6.0, 12.0, 24.0]))
    counts = paths(plan).counts["incidents"][:, :12].sum(axis=2)
    assert (counts.reshape(200, 4, 3).sum(axis=2) == [60, 6, 12, 24]).all()
    assert counts[:, 0].std() > 1
    again = paths(plan).counts["incidents"]
    assert again.tobytes() == paths(plan).counts["incidents"].tobytes()
    part = threat_paths(compile_threat(plan), draw_inputs(plan, Block(50, 20), seed=7), 7).counts["incidents"]
    assert part.tobytes() == again[50:70].tobytes()


def test_each_draw_looks_ahead_from_its_own_past() -> None:
    plan = small_plan(observed=quarters([0.0, 0.0, 0.0, 240.0]))
    counts = paths(plan, N).counts["incidents"].sum(axis=2)
    past, ahead = counts[:, :12], counts[:, 12:24]
    quiet = (past == 0).sum(axis=1)
    assert set(quiet) >= {9, 10}
    # a past with one month of 240 lets fewer months ahead be busy than one with three of 80
    busy = [(ahead[quiet == number] > 20).mean() for number in (9, 11)]
    assert busy[0] > 1.4 * busy[1]


def test_a_series_may_say_that_its_months_are_even() -> None:
    rows = quarters([30.0, 60.0, 6.0, 12.0])
    spread = {}
    for evenness in (None, 0.5, 50):
        plan = small_plan(observed=rows, series=[series("incidents", evenness=evenness)])
        spread[evenness] = paths(plan, 1000).counts["incidents"][:, :12].sum(axis=2).std(axis=0)[3]
    assert spread[None] == spread[0.5]
    assert spread[50] < 0.4 * spread[None]


def test_quarters_by_area_keep_each_area() -> None:
    rows = [
        row for name, value in (("east", 30.0), ("west", 9.0), ("hills", 0.0)) for row in quarters([value] * 4, name)
    ]
    plan = small_plan(observed=rows)
    counts = paths(plan).counts["incidents"][:, :12]
    assert (counts.reshape(200, 4, 3, 3).sum(axis=2) == [30, 9, 0]).all()


def test_months_observed_alone_are_not_spread() -> None:
    months = [row for row in monthly("incidents", [20.0 + i for i in range(24)]) if row.from_date.month != 5]
    plan = small_plan(observed=[*months, *quarters([0.0, 0.0, 100.0, 130.0])[2:3]])
    counts = paths(plan).counts["incidents"][:, :12].sum(axis=2)
    assert (counts[:, [-1, -2, -3, -4, -6]] == [43, 42, 41, 40, 38]).all()
    assert (counts[:, -5] == 100 - 38 - 40).all()
