"""Persons, skills and repairs, month by month."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.capability import CapabilityData, Stocks, advance, compile_capability, funding, start
from jisr.ids import Address
from jisr.inputs import Effect, Inputs, draw_inputs
from jisr.keyed_random import Block
from jisr.plan import ActivityEffect, Plan, Rating, Strength, Support

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
SEED, DRAWS, MONTHS = 7, 40, 24


@pytest.fixture(scope="module", params=["three-areas", "iraq-2024"])
def plan(request: pytest.FixtureRequest) -> Plan:
    return jisr.load(EXAMPLES / request.param)


def walk(plan: Plan, *effects: Effect) -> tuple[CapabilityData, Inputs, list[Stocks]]:
    """The states of the months 0 … MONTHS with no gate opened."""
    data = compile_capability(plan, effects)
    inputs = draw_inputs(plan, Block(0, DRAWS), seed=SEED)
    state, money = start(data, inputs, SEED), funding(data, inputs)
    opened = np.full((DRAWS, max(len(data.gates), 1)), 10_000)
    states = [state]
    for _ in range(MONTHS):
        state = advance(data, inputs, state, opened, money, SEED)
        states.append(state)
    return data, inputs, states


def some_amount(plan: Plan) -> Address:
    return Address("activity_effects", plan.rows(ActivityEffect)[0].key_text, "amount")


def test_balances_hold(plan: Plan) -> None:
    data, _, states = walk(plan)
    for state in states:
        assert (state.fleet.serviceable <= state.fleet.held).all()
        assert (state.fleet.serviceable >= 0).all()
        for i, row in enumerate(data.skills):
            assert (state.qualified[:, i] <= state.assigned[:, data.element_at(row.element)] + 1e-9).all()


def test_strength_and_skills_stand_still_when_all_is_paid(plan: Plan) -> None:
    _, _, states = walk(plan.with_rows("sustainment", []))
    for name in ("assigned", "qualified"):
        first, last = getattr(states[0], name), getattr(states[-1], name)
        assert np.median(last, axis=0) == pytest.approx(np.median(first, axis=0), rel=0.02)


def test_absent_mechanics_repair_less_for_as_long_as_they_are_absent(plan: Plan) -> None:
    """Own repairs follow presence against the cutoff's, not against last month's."""
    channel = next(row for row in plan.rows(Support) if row.provider == "own" and row.skill)
    strength = next(row for row in plan.rows(Strength) if row.element == channel.element)
    amount = some_amount(plan)
    fewer = plan.replace({amount: "0.2"}).with_rows("sustainment", [])
    effect = Effect(Address("strength", strength.key_text, "present"), "multiply", 2, None, amount, 1)
    data, _, usual = walk(fewer)
    _, _, absent = walk(fewer, effect)
    holdings = [i for i, row in enumerate(data.holdings) if row.item == channel.item]
    gaps = [
        float((a.fleet.serviceable - b.fleet.serviceable)[:, holdings].sum())
        for a, b in zip(usual, absent, strict=True)
    ]
    assert gaps[1] == 0
    assert gaps[-1] > gaps[4] > 0


def test_an_effect_on_an_older_rating_moves_the_function_all_the_same(plan: Plan) -> None:
    rating = next(row for row in plan.rows(Rating) if row.function == "logistics")
    newer = rating.model_copy(update={"rated_on": plan.partnership.cutoff})
    amount = some_amount(plan)
    more = plan.with_rows("ratings", [*plan.rows(Rating), newer]).replace({amount: "1"})
    effect = Effect(Address("ratings", rating.key_text, "level"), "step-level", 2, None, amount, 1)
    data, _, before = walk(more)
    _, _, after = walk(more, effect)
    at = [(one.element, one.function) for one in data.functions].index((rating.element, rating.function))
    assert (after[1].levels[:, at] == before[1].levels[:, at]).all()
    assert after[2].levels[:, at].mean() > before[2].levels[:, at].mean()
