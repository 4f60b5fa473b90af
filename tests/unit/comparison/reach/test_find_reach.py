"""How far single things reach, on the plan to learn on."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jisr.assessment import Assessment, Serial, from_json, to_json
from jisr.comparison import REACH_SCHEMA, Reach, ReachItem
from jisr.comparison.held_programme import held_problem, starts_of
from jisr.comparison.reach.answers import run_cases
from jisr.comparison.reach.separation import pairs
from jisr.ids import Address
from jisr.inputs import Variant
from jisr.plan import Plan
from jisr.report import reach_text
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"


@pytest.fixture
def found(whole_reach: Reach) -> Reach:
    return whole_reach


def _item(found: Reach, id_: str) -> ReachItem:
    return next(one for one in found.items if one.id == id_)


def test_the_plan_itself_is_what_was_assessed(assessed: tuple[Plan, Assessment], found: Reach) -> None:
    assert found.draws == 100
    assert [gate.chance for gate in found.gates] == [gate.on for gate in assessed[1].gates]
    assert [gate.judged for gate in found.gates] == [gate.reference for gate in assessed[1].gates]
    assert [gate.expected_open for gate in found.gates] == pytest.approx(
        [gate.expected_open for gate in assessed[1].gates]
    )


def test_an_end_is_the_plan_with_that_value(assessed: tuple[Plan, Assessment], found: Reach) -> None:
    plan, starts = assessed[0], starts_of(*assessed)
    limit = _item(found, "conditions/surveillance-after/threshold")
    ends = [(limit.id, end) for end in limit.ends]
    farthest = next(one for one in found.items if one.kind == "input" and one.draws == found.draws)
    ends += [(farthest.id, end) for end in farthest.ends]
    for address, end in ends:
        other = held_problem(plan.replace({Address.parse(address): end.value}), starts)
        (answers,) = run_cases([(other, Variant())], found.draws, Serial())
        assert [gate.chance for gate in end.gates] == answers.met.mean(axis=0).tolist()


def test_an_easier_limit_opens_no_condition_of_the_first_gate_and_a_harder_closes_none(found: Reach) -> None:
    """Later gates follow a phase that the first one changes; of the first, a limit moves its own condition alone."""
    limits = [one for one in found.items if one.kind == "limit"]
    assert limits
    for one in limits:
        easier, harder = one.ends
        assert (easier.end, harder.end) == ("easier", "harder")
        assert easier.gates[0].open_change <= 0 <= harder.gates[0].open_change
        assert easier.gates[0].change >= 0 >= harder.gates[0].change


def test_the_result_does_not_depend_on_how_cases_are_put_together(assessed: tuple[Plan, Assessment]) -> None:
    problem = held_problem(assessed[0], starts_of(*assessed))
    rate = Address.parse("demand/patrol,,incidents/rate")
    variants = [Variant({rate: value}) for value in (4.0, 6.0, 9.0)]
    together = run_cases([(problem, one) for one in variants], 30, Serial(), start=5)
    alone = [run_cases([(problem, one)], 30, Serial(), start=5)[0] for one in variants]
    parts = [run_cases([(problem, one) for one in variants], 10, Serial(), start=start) for start in (5, 15, 25)]
    for i, one in enumerate(together):
        assert one.uncovered.tobytes() == alone[i].uncovered.tobytes()
        assert one.uncovered.tobytes() == np.concatenate([part[i].uncovered for part in parts]).tobytes()
        assert one.first.tobytes() == alone[i].first.tobytes()


def test_every_kind_is_there_and_the_farthest_stands_first(found: Reach) -> None:
    assert {one.kind for one in found.items} == {"input", "limit", "structure", "position", "together"}
    widest = [max(one.spans.values()) for one in found.items]
    assert widest == sorted(widest, reverse=True)
    looked = {one.draws for one in found.items if one.kind == "input"}
    assert looked == {found.draws, found.screened}


def test_weaker_dependencies_cover_more_and_none_the_most(found: Reach) -> None:
    ends = {end.end: end.uncovered_change for end in _item(found, "dependencies").ends}
    assert ends["off"] <= ends["low"] <= 0 <= ends["high"]
    assert ends["off"] < 0


def test_what_cannot_matter_has_no_reach(found: Reach) -> None:
    """Thresholds at which a gate of later months is judged move no gate of an earlier month that opens by its date."""
    assert _item(found, "conditions/patrol-alone/threshold").spans["step-one"] == 0.0
    assert found.unread > 0


def test_two_sides_are_separated_by_what_they_hold_differently(found: Reach) -> None:
    (one,) = found.separations
    assert {one.first, one.second} == {"coalition", "northland"}
    for gate in found.gates:
        apart = one.second_chance[gate.gate] - one.first_chance[gate.gate]
        assert one.change[gate.gate].chance == pytest.approx(apart)
        singles = sum(shift.from_first[gate.gate].chance for shift in one.judgements)
        assert one.only_together[gate.gate].chance == pytest.approx(apart - singles)
    assert one.judgements[0].judgement == "self-reliance"


def test_a_side_that_takes_every_position_of_the_other_is_the_other(assessed: tuple[Plan, Assessment]) -> None:
    starts = starts_of(*assessed)
    (pair,) = pairs(assessed[0], starts, held_problem(assessed[0], starts))
    first, second, *_ = run_cases(pair.cases(), 40, Serial())
    crossed = run_cases(pair.others([one.name for one in pair.switches]), 40, Serial())
    assert crossed[0].uncovered.tobytes() == second.uncovered.tobytes()
    assert crossed[1].uncovered.tobytes() == first.uncovered.tobytes()
    assert first.uncovered.tobytes() != second.uncovered.tobytes()


def test_it_is_the_same_from_json_and_read_to_the_end(assessed: tuple[Plan, Assessment], found: Reach) -> None:
    again = from_json(Reach, to_json(REACH_SCHEMA, found), REACH_SCHEMA)
    assert to_json(REACH_SCHEMA, again) == to_json(REACH_SCHEMA, found)
    text = reach_text(assessed[0], again, Words("en"))
    assert max(map(len, text.splitlines())) <= 110
    assert "have no reach" in text
    assert " nan" not in text
