from __future__ import annotations

import datetime as dt

import pytest
from unit.record.rows import rating, scale, strength
from unit.threat.small_plan import small_plan

from jisr.record import latest_rating, latest_strength, rating_expires


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([("2024-03-01", "north"), ("2024-01-01", "joint")], ("2024-03-01", "north")),
        ([("2024-03-01", "south"), ("2024-03-01", "joint"), ("2024-03-01", "north")], ("2024-03-01", "joint")),
        ([("2024-10-01", "joint"), ("2024-09-30", "north")], ("2024-09-30", "north")),
    ],
    ids=["the newest", "the joint one of a day", "none after the cutoff"],
)
def test_which_rating_holds(days: list[tuple[str, str]], expected: tuple[str, str]) -> None:
    plan = small_plan(ratings=[rating(day, assessor) for day, assessor in days])
    found = latest_rating(plan, "army", "logistics")
    assert found is not None
    assert (str(found.rated_on), found.assessor) == expected


def test_a_function_nobody_rated_has_no_rating() -> None:
    plan = small_plan(ratings=[rating("2024-03-01")])
    assert latest_rating(plan, "army", "leadership") is None
    assert latest_rating(plan, "police", "logistics") is None


def test_which_count_holds() -> None:
    plan = small_plan(strength=[strength("2024-03-01"), strength("2024-10-01"), strength("2023-03-01")])
    found = latest_strength(plan, "army")
    assert found is not None
    assert str(found.counted_on) == "2024-03-01"
    assert latest_strength(plan, "police") is None


def test_a_rating_is_valid_as_it_says_or_as_its_scale_says_or_by_default() -> None:
    one = rating("2024-03-10")
    assert rating_expires(small_plan(scales=[scale(12)]), one) == dt.date(2025, 3, 31)
    assert rating_expires(small_plan(), one) == dt.date(2024, 9, 30)
    assert rating_expires(small_plan(), rating("2024-03-10", expires="2024-04-01")) == dt.date(2024, 4, 1)
