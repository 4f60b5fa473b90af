"""How much an element can take in at once, and how much the programme asks of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jisr
from jisr.assessment.absorption_outlooks import absorption_outlooks
from jisr.assessment.programme_choice import ProgrammeChoice
from jisr.assessment.result import AbsorptionOutlook
from jisr.plan import ActivityNeed, Plan, Resource
from jisr.programme import Schedule, compile_programme
from jisr.programme.schedule import Unchosen

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
MECHANICS, PILOTS = (6, 12)
"""Months the two activities of the air wing take."""


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLE)


def limited(plan: Plan, capacity: float, **changes: Any) -> Plan:
    pool = {"resource": "wing", "name": {"en": "Air wing"}, "kind": "absorption", "party": "northland"}
    row = Resource.model_validate(
        pool | {"element": "air-wing", "capacity": capacity, "basis": "assumed", "reason": "test"} | changes
    )
    return plan.with_rows("resources", [*plan.rows(Resource), row])


def wing(plan: Plan, starts: dict[str, int], unchosen: tuple[str, ...] = ()) -> AbsorptionOutlook:
    left = {name: Unchosen("no-money", {}) for name in unchosen}
    schedule = Schedule(starts, left, {}, "optimal", 0, 0, reproducible=True, dropped=())
    found = absorption_outlooks(plan, ProgrammeChoice(compile_programme(plan), schedule, {}))
    return next(one for one in found if one.element == "air-wing")


def test_without_a_programme_nothing_is_absorbed(small: Plan) -> None:
    assert absorption_outlooks(small, None) == ()


def test_an_activity_counts_while_it_runs_and_one_if_it_does_not_say(small: Plan) -> None:
    found = wing(small, {"mechanics-course": 2})
    assert found.used[:9] == (0, 1, 1, 1, 1, 1, 1, 0, 0)
    assert sum(found.used) == MECHANICS
    assert found.capacity is None
    assert found.full == 0


def test_two_at_once_fill_an_element_that_takes_two(small: Plan) -> None:
    found = wing(limited(small, 2), {"mechanics-course": 3, "pilot-seats": 6})
    assert found.capacity == (2.0,) * small.partnership.horizon
    assert sum(found.used) == MECHANICS + PILOTS
    assert found.full == 3
    assert [month for month, used in enumerate(found.used, 1) if used == 2] == [6, 7, 8]


def test_an_activity_that_says_more_takes_more(small: Plan) -> None:
    need = ActivityNeed(activity="mechanics-course", kind="absorption", ref="air-wing", amount=3)
    asked = small.with_rows("activity_needs", [*small.rows(ActivityNeed), need])
    assert max(wing(limited(asked, 2), {"mechanics-course": 2}).used) == 3
    assert wing(limited(asked, 2), {"mechanics-course": 2}).full == MECHANICS


def test_an_element_takes_in_the_activities_of_others_that_ask_it(small: Plan) -> None:
    need = ActivityNeed(activity="logistics-advisers", kind="absorption", ref="air-wing", amount=0.5)
    asked = small.with_rows("activity_needs", [*small.rows(ActivityNeed), need])
    assert max(wing(asked, {"logistics-advisers": 2}).used) == 0.5


def test_closed_months_count_as_full_only_when_something_runs(small: Plan) -> None:
    closed = limited(small, 1, blackout="3 4")
    found = wing(closed, {"mechanics-course": 2})
    assert found.capacity is not None
    assert found.capacity[2:4] == (0.0, 0.0)
    assert found.full == MECHANICS
    assert wing(closed, {}).full == 0


def test_what_is_left_out_is_named(small: Plan) -> None:
    assert wing(small, {"mechanics-course": 2}, ("pilot-seats", "logistics-advisers")).left_out == ("pilot-seats",)
