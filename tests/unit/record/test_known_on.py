from __future__ import annotations

import datetime as dt

from unit.record.rows import position, rating, strength
from unit.threat.small_plan import CUTOFF, evidence, monthly, small_plan

from jisr.plan import Observed, Position, Rating, Strength
from jisr.record import known_on
from jisr.threat import checks as threat_checks

MAY = dt.date(2024, 5, 31)


def test_a_figure_is_known_when_its_source_was_published_or_when_it_says() -> None:
    early = monthly("incidents", [1.0, 2.0])
    late = [row.model_copy(update={"known_on": CUTOFF}) for row in monthly("deaths", [3.0])]
    plan = small_plan(observed=early + late, evidence=[evidence("count", MAY)])
    assert known_on(plan, MAY).rows(Observed) == tuple(early)
    assert known_on(plan, MAY - dt.timedelta(1)).rows(Observed) == ()
    assert known_on(plan, CUTOFF).rows(Observed) == (*early, *late)


def test_a_figure_without_its_source_is_known_when_its_window_ends() -> None:
    plan = small_plan(observed=monthly("incidents", [1.0, 2.0]), evidence=[])
    assert [row.value for row in known_on(plan, dt.date(2024, 8, 31)).rows(Observed)] == [1.0]


def test_ratings_and_positions_of_later_days_are_not_there() -> None:
    plan = small_plan(
        ratings=[rating("2024-03-01"), rating("2024-08-01")],
        positions=[position("rate", "north", "1", "2024-05-01"), position("limit", "north", "1", "2024-06-01")],
    )
    seen = known_on(plan, MAY)
    assert [row.rated_on.month for row in seen.rows(Rating)] == [3]
    assert [row.judgement for row in seen.rows(Position)] == ["rate"]


def test_an_element_keeps_its_earliest_count_when_none_was_known() -> None:
    rows = [
        strength("2024-01-01"),
        strength("2024-08-01"),
        strength("2024-09-01", "police"),
        strength("2024-07-01", "police"),
    ]
    kept = known_on(small_plan(strength=rows), MAY).rows(Strength)
    assert [row.key_text for row in kept] == ["army,2024-01-01", "police,2024-07-01"]


def test_a_series_left_without_its_months_is_a_finding() -> None:
    plan = small_plan(evidence=[evidence("count", CUTOFF)])
    assert "T501" not in {one.code for one in threat_checks(plan)}
    assert "T501" in {one.code for one in threat_checks(known_on(plan, MAY))}
