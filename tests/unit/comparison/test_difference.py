from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.api import between
from jisr.assessment import Assessment, Outcomes
from jisr.comparison import Difference, difference
from jisr.comparison.shift import shift
from jisr.findings import PlanError
from jisr.plan import Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
HARDER = {"demand/patrol,,incidents/rate": "8 | 12 | 18"}


@pytest.fixture(scope="module")
def usual() -> tuple[Plan, Assessment]:
    return jisr.assess(EXAMPLE, draws=300)


@pytest.fixture(scope="module")
def harder(usual: tuple[Plan, Assessment]) -> tuple[Plan, Assessment]:
    return jisr.assess(usual[0], draws=300, sets=HARDER)


@pytest.fixture(scope="module")
def found(usual: tuple[Plan, Assessment], harder: tuple[Plan, Assessment]) -> Difference:
    return between(usual, harder)


def test_nothing_differs_from_itself(usual: tuple[Plan, Assessment]) -> None:
    same = between(usual, usual)
    assert same.changes == same.turns == ()
    assert same.effects is None
    assert same.shifts
    assert not any(one.told or one.change for one in same.shifts)


def test_the_shift_of_a_gate_is_that_of_its_chance(
    found: Difference, usual: tuple[Plan, Assessment], harder: tuple[Plan, Assessment]
) -> None:
    before, after = usual[1].gates[0], harder[1].gates[0]
    one = next(one for one in found.shifts if (one.kind, one.id) == ("gate", before.gate))
    assert one.before == pytest.approx(before.on)
    assert one.after == pytest.approx(after.on)
    assert one.change == pytest.approx(after.on - before.on)


def test_the_only_change_has_the_whole_effect_but_for_the_new_programme(found: Difference) -> None:
    assert found.effects is not None
    (own,) = found.effects.own
    assert own.addresses == tuple(HARDER)
    for gate, change in own.gates.items():
        assert found.effects.together.gates[gate] == pytest.approx(change + found.effects.rest.gates[gate])


def test_a_told_shift_is_beyond_twice_its_error(found: Difference) -> None:
    assert any(one.told and one.standard_error > 0 for one in found.shifts)
    assert all(one.told == (abs(one.change) > 2 * one.standard_error) for one in found.shifts)


def test_fewer_draws_are_held_against_the_same_first_draws(usual: tuple[Plan, Assessment]) -> None:
    few = jisr.assess(EXAMPLE, draws=100)
    same = between(usual, few)
    assert same.draws == 100
    assert not any(one.change for one in same.shifts if one.kind in {"gate", "condition", "task"})


def test_another_seed_is_not_paired(usual: tuple[Plan, Assessment]) -> None:
    other = between(usual, jisr.assess(EXAMPLE, draws=300, seed=99), effects=False)
    assert not other.paired
    assert [one.kind for one in other.changes] == ["setting"]
    gates = [one for one in other.shifts if one.kind == "gate"]
    assert all(one.standard_error > 0 or one.change == 0 for one in gates)


def test_many_changes_are_taken_together_by_row_or_table(usual: tuple[Plan, Assessment]) -> None:
    rows = usual[0].tables["lines"]
    more = {f"lines/{row.key_text}/contribution": "11" for row in rows}
    more |= {f"tasks/{row.key_text}/weight": "2" for row in usual[0].tables["tasks"]}
    found = between(usual, jisr.assess(usual[0], draws=300, sets=more))
    assert found.effects is not None
    named = [one.addresses for one in found.effects.own]
    assert sorted(address for group in named for address in group) == sorted(one.address for one in found.changes)


def test_paired_errors_are_smaller_than_independent_ones() -> None:
    draws = np.random.default_rng(1).normal(size=500)
    paired = shift("task", "a", {}, "share", draws, draws + 0.01, paired=True)
    apart = shift("task", "a", {}, "share", draws, draws + 0.01, paired=False)
    assert paired.told
    assert not apart.told
    assert apart.standard_error > 10 * paired.standard_error


def test_other_partnerships_and_old_bundles_are_findings(usual: tuple[Plan, Assessment]) -> None:
    plan, assessment = usual
    other = dataclasses.replace(assessment, plan=dataclasses.replace(assessment.plan, id="elsewhere"))
    with pytest.raises(PlanError) as caught:
        difference((plan, other), usual)
    assert [one.code for one in caught.value.findings] == ["M120"]
    with pytest.raises(PlanError) as caught:
        difference((plan, dataclasses.replace(assessment, outcomes=Outcomes())), usual)
    assert [one.code for one in caught.value.findings] == ["M121"]
