"""Ratings and counts as series: no trend across what changed, no attrition across another way of counting."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from unit.record.rows import level, rating, scale, strength
from unit.threat.small_plan import small_plan

from jisr.plan import Crosswalk, Plan, Rating, Strength
from jisr.record import RatingSeries, rating_series, regression, strength_series


def ratings(*rows: Rating, crosswalks: tuple[Crosswalk, ...] = ()) -> RatingSeries:
    newer = [scale(), scale().model_copy(update={"version": 2})]
    levels = [level(n) for n in (1, 2, 3)]
    plan: Plan = small_plan().with_rows("ratings", rows).with_rows("scales", newer)
    plan = plan.with_rows("scale_levels", [*levels, *(one.model_copy(update={"version": 2}) for one in levels)])
    (series,) = rating_series(plan.with_rows("crosswalks", crosswalks))
    return series


def crosswalk(old: int, new: int) -> Crosswalk:
    given: dict[str, Any] = {"basis": "assumed", "reason": "test", "as_of": "2020-01-01", "known_on": "2020-01-01"}
    keys = {"scale": "rating", "version": 1, "level": old, "to_scale": "rating", "to_version": 2, "to_level": new}
    return Crosswalk.model_validate(keys | given)


def test_a_rise_on_one_scale_is_a_rise() -> None:
    series = ratings(rating("2020-01-15", level="1"), rating("2020-06-15", level="3"))
    assert series.trend == "rises"
    assert series.breaks == ()


def test_ranges_that_meet_show_no_change() -> None:
    series = ratings(rating("2020-01-15", level="1 | 2 | 2"), rating("2020-06-15", level="2 | 3 | 3"))
    assert series.trend == "no-change-shown"


def test_no_trend_across_two_versions_of_a_scale() -> None:
    series = ratings(rating("2020-01-15", level="1"), rating("2020-06-15", level="3", version=2))
    assert series.trend == "refused"
    assert [(one.kind, one.bridged) for one in series.breaks] == [("version", False)]
    assert [point.segment for point in series.points] == [0, 1]
    assert series.points[0].read_as is None


def test_a_crosswalk_joins_two_versions() -> None:
    rows = (rating("2020-01-15", level="1"), rating("2020-06-15", level="3", version=2))
    assert ratings(*rows, crosswalks=(crosswalk(1, 2),)).trend == "rises"
    # the new top level holds what was called the second before: nothing has risen
    renamed = ratings(rows[0], rows[1], crosswalks=(crosswalk(1, 3),))
    assert renamed.trend == "no-change-shown"
    assert renamed.points[0].read_as == 3.0


def test_a_crosswalk_of_other_levels_joins_nothing() -> None:
    rows = (rating("2020-01-15", level="1 | 2 | 2"), rating("2020-06-15", level="3", version=2))
    assert ratings(*rows, crosswalks=(crosswalk(1, 1),)).trend == "refused"


def test_no_trend_across_two_denominators() -> None:
    series = ratings(rating("2020-01-15", level="1", denominator="a"), rating("2020-06-15", level="3", denominator="b"))
    assert series.trend == "refused"


def test_unknown_stays_unknown() -> None:
    series = ratings(rating("2020-01-15", level="1"), rating("2020-06-15", level="?"))
    assert series.points[1].level is None
    assert series.trend == "too-few"


def test_a_change_of_counting_method_is_a_break_not_attrition() -> None:
    counts: list[Strength] = [
        strength("2020-01-15", assigned="100", present="0.9"),
        strength("2020-03-15", assigned="98", present="0.9"),
        strength("2020-05-15", assigned="60", present="?", count_method="biometric"),
    ]
    (series,) = strength_series(small_plan().with_rows("strength", counts))
    assert [(one.kind, one.before, one.after) for one in series.breaks] == [("method", "payroll", "biometric")]
    assert series.changes[0].monthly == pytest.approx((98 / 100) ** 0.5 - 1)
    assert series.changes[1].assigned == -38
    assert series.changes[1].monthly is None
    assert series.changes[1].present is None
    assert series.points[2].present is None


def test_sixty_seven_of_a_hundred_and_one() -> None:
    """SIGAR 10-11; the four numbers of the historical case."""
    found = regression(67, 101)
    shown = [round(100 * one, 1) for one in (found.share, found.share_low, found.share_high)]
    assert shown == [66.3, 56.7, 74.8]
    assert [round(one, 1) for one in (found.half_life, found.half_life_low, found.half_life_high)] == [7.6, 6.0, 9.9]


@pytest.mark.parametrize(("fell", "rated"), [(1, 0), (-1, 5), (6, 5)])
def test_an_impossible_count_is_refused(fell: int, rated: int) -> None:
    with pytest.raises(ValueError, match="fell back"):
        regression(fell, rated)


def test_nothing_after_the_cutoff_is_in_a_series() -> None:
    cutoff = small_plan().partnership.cutoff
    later = (cutoff + dt.timedelta(days=40)).isoformat()
    series = ratings(rating("2020-01-15", level="1"), rating(later, level="3"))
    assert len(series.points) == 1
