"""AT-04 and AT-05: a scale changed in the middle of a series, and ratings that live on after their units."""

from __future__ import annotations

import datetime as dt
import itertools
from typing import Any

import numpy as np
import pytest
from historical.case import EXAMPLES, assessed, condition, printed

import jisr
from jisr.api import checked, what_if
from jisr.plan import Crosswalk, Defaults, Observed, Plan, Rating, Scale
from jisr.record import RatingSeries, known_on, rating_series, regression
from jisr.report import build_report
from jisr.words import Words

NAME = "afghan-police-ratings"
GRADUATION = dt.date(2009, 6, 30)
VISIT = 7
"""February 2010 counted from June 2009, from 0 for July."""


def looking_from(date: dt.date) -> Plan:
    return what_if(jisr.load(EXAMPLES / NAME), as_of=date)


def army(plan: Plan) -> RatingSeries:
    return next(one for one in rating_series(plan) if one.element == "army-best")


def test_the_four_numbers_of_the_audit() -> None:
    counts = {row.series: int(row.value) for row in jisr.load(EXAMPLES / NAME).rows(Observed)}
    found = regression(counts["cm1-regressed"], counts["cm1-rated"])
    shares = [100 * found.share, 100 * found.share_low, 100 * found.share_high]
    assert np.round(shares, 1).tolist() == [66.3, 56.7, 74.8]
    months = [found.half_life, found.half_life_low, found.half_life_high]
    assert np.round(months, 1).tolist() == [7.6, 6.0, 9.9]
    assert printed(NAME, "fell back within a year") == pytest.approx(shares, abs=0.05)
    assert printed(NAME, "half-life, months") == pytest.approx(months, abs=0.05)


def test_ratings_expire_within_half_a_year() -> None:
    """Before a half-life is over, at its lower limit; the scales of the case and the plan's default alike."""
    plan = jisr.load(EXAMPLES / NAME)
    low = regression(67, 101).half_life_low
    assert all(row.validity <= 6 for row in plan.rows(Scale))
    assert plan.partnership.defaults.rating_validity == Defaults().rating_validity == 6
    assert low == pytest.approx(6.0, abs=0.05)


def test_at_the_graduation_the_rating_was_stale() -> None:
    (today,) = [one for one in assessed(NAME, as_of=GRADUATION)[1].today if one.condition == "still-cm1"]
    assert today.state == "stale"
    assert today.age_months == 10


def test_the_same_condition_with_and_without_decay() -> None:
    """Without decay the certificate of June 2009 holds for ever; with it one unit in five is left in February 2010."""
    told = assessed(NAME, as_of=GRADUATION)[1]
    kept, counted = condition(told, "still-cm1").met, condition(told, "certificate").met
    assert set(counted) == {1.0}
    assert all(later <= earlier for earlier, later in itertools.pairwise(kept))
    # 18 months after the rating, over the half-lives the audit allows: the mean of 2^(-18/h)
    share = np.random.default_rng(0).beta(67.5, 34.5, 100_000)
    assert kept[VISIT] == pytest.approx(((1 - share) ** 1.5).mean(), abs=0.04)
    assert printed(NAME, "still at CM1") == pytest.approx([100 * kept[month] for month in (0, 2, 5, VISIT, 20)], abs=2)
    assert printed(NAME, "graduated, without decay") == [100] * 5


def test_it_would_not_have_foretold_how_far() -> None:
    """The district fell to the bottom within 18 months; the model has it at the two lowest levels in half its futures."""
    told = assessed(NAME, "conditions/still-cm1/threshold=0.75", as_of=GRADUATION)[1]
    assert condition(told, "still-cm1").met[VISIT] == pytest.approx(0.5, abs=0.05)


def test_what_was_found_in_february_2010_is_the_lowest_level() -> None:
    plan = jisr.load(EXAMPLES / NAME)
    found = next(one for one in rating_series(plan) if one.element == "baghlan-e-jadid")
    assert found.trend == "falls"
    assert found.points[-1].level == 1


def test_no_progress_across_two_versions_of_a_scale() -> None:
    plan = looking_from(dt.date(2012, 4, 30))
    found = army(plan)
    assert found.points[0].level is not None
    assert found.points[1].level is not None
    assert found.points[1].level > found.points[0].level, "a reader of the numbers alone sees a rise"
    assert found.trend == "refused"
    assert [(one.kind, one.before, one.after, one.bridged) for one in found.breaks] == [("version", "1", "2", False)]
    assert [one.code for one in checked(plan)[1] if one.code == "E410"] == ["E410"]


def test_the_report_draws_no_progress_across_the_break() -> None:
    words = Words()
    refused = words.text("trend-refused")
    tables = build_report(*assessed(NAME, as_of=dt.date(2012, 4, 30)), words).tables()
    rows = [[cell.text for cell in row.cells] for table in tables if table.id == "ratings" for row in table.rows]
    (army_row,) = [row for row in rows if row[0].startswith("Most capable") and refused in row[-1]]
    assert "1 → 2" in army_row[-1]
    assert not [row for row in rows if words.text("trend-rises") in row[-1]]


def test_the_renamed_level_is_no_rise() -> None:
    """With the reading the auditor gives, the new top level holds what was the second before: nothing rose."""
    given: dict[str, Any] = {"basis": "assessed", "evidence": ["gao-12-951t"], "reason": "renamed"}
    given |= {"as_of": "2012-04-30", "known_on": "2012-07-24"}
    keys = {"scale": "cuat", "version": 1, "level": 4, "to_scale": "cuat", "to_version": 2, "to_level": 5}
    row = Crosswalk.model_validate(keys | given)
    assert army(looking_from(dt.date(2012, 4, 30)).with_rows("crosswalks", [row])).trend == "no-change-shown"


def test_the_same_two_ratings_on_one_scale_would_be_a_rise() -> None:
    plan = looking_from(dt.date(2012, 4, 30))
    rows = [row.model_copy(update={"version": 1}) for row in plan.rows(Rating)]
    assert army(plan.with_rows("ratings", rows)).trend == "rises"


def test_what_is_later_says_so() -> None:
    plan, findings = checked(EXAMPLES / NAME)
    assert plan is not None
    later = [row for row in plan.rows(Rating) if row.rated_on > plan.partnership.cutoff]
    assert len(later) == len([one for one in findings if one.code == "E404"]) == 2
    tops = {row.series for row in plan.rows(Observed) if row.to_date > plan.partnership.cutoff}
    assert tops == {"cuat-top-army", "cuat-top-police"}
    assert [one.code for one in findings if one.severity in {"error", "warning"}] == ["P408"] * len(tops)


def test_the_rise_of_2012_is_on_record() -> None:
    """AT-04: 7 per cent of army and 9 of police units at the highest level, known when the auditor told it."""
    plan = jisr.load(EXAMPLES / NAME)
    tops = {row.series: row.value for row in plan.rows(Observed) if row.series.startswith("cuat-top")}
    assert tops == {"cuat-top-army": 7, "cuat-top-police": 9}
    assert not [row for row in known_on(plan, dt.date(2012, 7, 23)).rows(Observed) if row.series in tops]
