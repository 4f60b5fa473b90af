"""From seats to graduates to posts filled, and how many are still filled two years on."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jisr
from jisr.assessment.course_outlooks import _months_through, course_outlooks
from jisr.assessment.result import CourseOutlook, Spread
from jisr.capability.effects import graduates
from jisr.ids import Address
from jisr.inputs import Effect, Inputs
from jisr.keyed_random import Block
from jisr.plan import Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
EXACT = {
    "activity_effects/mechanics-course,skills/air-wing,mechanic/qualified/amount": "40",
    "skills/air-wing,mechanic/pass_share": "0.5",
    "skills/air-wing,mechanic/retained": "0.8",
    "skills/air-wing,mechanic/half_life": "24",
    "skills/air-wing,mechanic/qualified": "100",
    "strength/air-wing,2024-10-15/attrition": "0.01",
    "strength/air-wing,2024-10-15/present": "0.9",
}


def exact(**changes: str) -> Plan:
    plan = jisr.load(EXAMPLE)
    return plan.replace({Address.parse(address): value for address, value in (EXACT | changes).items()})


def course(plan: Plan, **starts: int) -> CourseOutlook:
    found = course_outlooks(plan, {name.replace("_", "-"): month for name, month in starts.items()}, 100)
    return next(one for one in found if one.activity == "mechanics-course")


def is_about(found: Spread, value: float) -> None:
    assert [found.q05, found.q50, found.q95] == pytest.approx([value] * 3)


def test_entrants_pass_and_fill_posts() -> None:
    found = course(exact(), mechanics_course=3)
    is_about(found.seats, 40)
    is_about(found.graduates, 20)
    is_about(found.posts_filled, 16)


def test_two_years_of_attrition_and_fading() -> None:
    found = course(exact(), mechanics_course=3)
    # a half-life of 24 months leaves a half, 1 % a month of attrition 0.99^24 of it
    is_about(found.filled_later, 16 * 0.5 * 0.99**24)


def test_without_half_life_and_shares_everybody_stays_who_is_not_lost() -> None:
    whole = {f"skills/air-wing,mechanic/{field}": "" for field in ("pass_share", "retained", "half_life")}
    found = course(exact(**whole), mechanics_course=3)
    is_about(found.posts_filled, 40)
    is_about(found.filled_later, 40 * 0.99**24)


def test_the_shortage_counts_those_who_are_there() -> None:
    is_about(course(exact()).short_today, 160 - 100 * 0.9)
    is_about(course(exact(**{"skills/air-wing,mechanic/qualified": "300"})).short_today, 0)


def test_presence_that_nobody_measured_stands_at_the_middle() -> None:
    is_about(course(exact(**{"strength/air-wing,2024-10-15/present": ""})).short_today, 160 - 100 * 0.7)


def test_a_course_ends_with_its_last_month() -> None:
    # cutoff December 2024, start in month 3 = March 2025, six months
    assert course(exact(), mechanics_course=3).ends == "2025-08"
    assert course(exact(), mechanics_course=3).chosen
    assert course(exact()).ends is None
    assert not course(exact()).chosen


def test_few_seats_make_the_last_wait() -> None:
    # six months from March 2025: the first through in September; 40 entrants at 8 a month take five months
    assert course(exact(**{"skills/air-wing,mechanic/seats": "8"}), mechanics_course=3).through == "2026-01"
    assert course(exact(**{"skills/air-wing,mechanic/seats": "40"}), mechanics_course=3).through == "2025-09"
    assert course(exact(**{"skills/air-wing,mechanic/seats": ""}), mechanics_course=3).through == "2025-09"
    assert course(exact()).through is None


@given(
    st.lists(st.tuples(st.integers(1, 12), st.integers(0, 30)), min_size=1, max_size=4),
    st.integers(1, 20),
)
def test_the_last_month_is_that_of_the_month_loop(courses: list[tuple[int, int]], seats: int) -> None:
    target = Address("skills", "air-wing,mechanic", "qualified")
    effects = [
        Effect(target, "add-stock", e, None, Address("activity_effects", f"{i}", "amount"), 1)
        for i, (e, _) in enumerate(sorted(courses))
    ]
    entrants = dict(zip([one.amount.key for one in effects], [float(a) for _, a in sorted(courses)], strict=True))
    inputs = cast("Inputs", SimpleNamespace(block=Block(0, 1), amount=lambda one: np.array([entrants[one.amount.key]])))
    last = max(_months_through(inputs, effects, seats).values())
    came = np.cumsum([graduates(effects, inputs, month, seats)[0] for month in range(1, 200)])
    everybody = sum(entrants.values())
    assert came[last - 1] == pytest.approx(everybody)
    assert last == 1 or last == effects[-1].start or came[last - 2] < everybody - 1e-9


def test_only_what_adds_qualified_persons_is_a_course() -> None:
    found = course_outlooks(jisr.load(EXAMPLE), {}, 100)
    assert [one.activity for one in found] == ["mechanics-course", "pilot-seats"]
