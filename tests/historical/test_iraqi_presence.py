"""Iraq 2014: soldiers on the rolls and soldiers who were there (F5, F6, F13; the cases behind the interval 0.4–1.0)."""

from __future__ import annotations

import datetime as dt

import pytest
from historical.case import EXAMPLES, assessed, condition, gate, printed, reach

import jisr
from jisr.plan import Observed, Strength
from jisr.record import known_on, strength_series

NAME = "iraqi-presence"
PRESENT = "strength/army,2014-05-31/present"


def test_unmeasured_presence_is_an_interval_and_blocks_the_gate() -> None:
    told = assessed(NAME)[1]
    states = {one.condition: one for one in told.today}
    assert states["present"].state == "stale"
    assert states["present"].record == "strength/army,2008-04-05/present"
    assert states["present"].age_months == 73
    found = condition(told, "present")
    assert found.value_q05 == pytest.approx(0.43, abs=0.02)
    assert found.value_q95 == pytest.approx(0.97, abs=0.02)
    review = gate(told, "strength-review")
    assert review.unknown_worst < 0.05
    assert review.unknown_best > 0.95


def test_one_count_would_settle_it() -> None:
    """Of all inputs only presence, within its range, turns the answer; and it alone spans all of it."""
    turning = {
        one.id
        for one in reach(NAME).items
        if one.kind == "input" and any(each.turns for end in one.ends for each in end.gates)
    }
    assert turning == {PRESENT}
    (presence,) = [one for one in reach(NAME).items if one.id == PRESENT]
    assert presence.basis == "unknown"
    assert presence.spans["strength-review"] > 0.95


def test_who_counts_the_rolls_sees_nothing() -> None:
    """The same plan with everybody on the rolls taken for present: both conditions met, in every future."""
    assert gate(assessed(NAME, f"{PRESENT}=1")[1], "strength-review").on > 0.99


def test_what_was_claimed_in_2008_is_not_enough_either() -> None:
    told = assessed(NAME, f"{PRESENT}=0.7")[1]
    assert condition(told, "present").met[0] == 1
    assert condition(told, "ninewa-held").met[0] < 0.05


def test_a_change_of_method_is_no_growth() -> None:
    (found,) = strength_series(jisr.load(EXAMPLES / NAME))
    assert [(one.on, one.kind) for one in found.breaks] == [
        ("2008-04-05", "method"),
        ("2008-04-05", "denominator"),
        ("2014-05-31", "method"),
        ("2014-05-31", "denominator"),
    ]
    assert [one.monthly for one in found.changes] == [None, None]
    assert [point.present for point in found.points] == [None, 0.7, None]
    assert [one.code for one in jisr.check(EXAMPLES / NAME) if one.code == "E414"] == ["E414"] * 4


def test_absent_soldiers_hold_no_ground() -> None:
    told = assessed(NAME, f"{PRESENT}=0.4")[1]
    assert condition(told, "ninewa-held").value_q50 == pytest.approx(0.4, abs=0.01)


def test_it_would_not_have_foretold_how_empty_a_brigade_was() -> None:
    """500 of 2,500 is below the interval for unmeasured presence; 10,000 of 25,000 is its very end."""
    plan = jisr.load(EXAMPLES / NAME)
    seen = {row.series: row.value for row in plan.rows(Observed)}
    assert seen["brigade-real"] / seen["brigade-paper"] == 0.2 < plan.partnership.defaults.presence_low
    assert seen["mosul-real"] / seen["mosul-paper"] == plan.partnership.defaults.presence_low


def test_nothing_of_the_outcome_is_an_input() -> None:
    plan = jisr.load(EXAMPLES / NAME)
    cutoff = plan.partnership.cutoff
    assert cutoff < dt.date(2014, 6, 10)
    assert all(row.known_on is not None and row.known_on <= cutoff for row in plan.rows(Strength))
    before = known_on(plan, cutoff)
    assert {row.series for row in before.rows(Observed)} == {"dropped"}


def test_the_page_prints_what_the_engine_says() -> None:
    rows = {"not measured": (), "everybody on the rolls": (f"{PRESENT}=1",)}
    rows |= {f"{share} % present": (f"{PRESENT}={share / 100:g}",) for share in (70, 40, 20)}
    for label, sets in rows.items():
        told = assessed(NAME, *sets)[1]
        wanted = [gate(told, "strength-review").on, condition(told, "present").met[0]]
        wanted += [condition(told, "ninewa-held").met[0], condition(told, "ninewa-held").value_q50]
        assert printed(NAME, label) == pytest.approx([100 * value for value in wanted], abs=2), label
