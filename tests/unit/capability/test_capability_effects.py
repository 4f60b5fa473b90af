"""What activities do to seats, levels and presence."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import jisr
from jisr.acceleration import numpy_only
from jisr.capability import advance, compile_capability, funding, start
from jisr.capability.effects import extended, graduates, level_lift, level_steps
from jisr.ids import Address
from jisr.inputs import Effect, Inputs, draw_inputs
from jisr.keyed_random import Block
from jisr.plan import ActivityEffect, Plan, Support, Uncertain

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
MECHANICS = Address("skills", "air-wing,mechanic", "qualified")


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLES / "three-areas")


def amounts(plan: Plan, values: list[float]) -> tuple[Plan, list[Address]]:
    """The plan with one exact amount for each value, and their addresses."""
    row = plan.rows(ActivityEffect)[0]
    rows = [row.model_copy(update={"activity": f"course-{i}"}) for i in range(len(values))]
    addresses = [Address("activity_effects", one.key_text, "amount") for one in rows]
    plan = plan.with_rows("activity_effects", rows)
    return plan.replace({address: str(value) for address, value in zip(addresses, values, strict=True)}), addresses


def drawn(plan: Plan, draws: int = 4) -> Inputs:
    return draw_inputs(plan, Block(0, draws), seed=1)


def course(amount: Address, begins: int, starts: int, stop: int | None = None) -> Effect:
    return Effect(MECHANICS, "add-stock", starts, stop, amount, begins)


def test_two_courses_share_the_seats(plan: Plan) -> None:
    plan, (first, second) = amounts(plan, [25, 15])
    courses = [course(first, 1, 3), course(second, 1, 4)]
    through = [float(graduates(courses, drawn(plan), month, 10)[0]) for month in range(1, 9)]
    assert through == [0, 0, 10, 10, 10, 10, 0, 0]
    assert sum(through) == 40


def test_seats_stand_empty_between_courses(plan: Plan) -> None:
    plan, (first, second) = amounts(plan, [8, 12])
    courses = [course(first, 1, 2), course(second, 4, 5)]
    assert [float(graduates(courses, drawn(plan), month, 10)[0]) for month in range(1, 8)] == [0, 8, 0, 0, 10, 2, 0]


@given(
    entrants=st.lists(st.tuples(st.integers(0, 60), st.integers(1, 12)), min_size=1, max_size=4),
    seats=st.integers(1, 20),
)
def test_nobody_is_lost_on_the_way(entrants: list[tuple[int, int]], seats: int) -> None:
    plan = jisr.load(EXAMPLES / "three-areas") if not _PLAN else _PLAN[0]
    _PLAN[:] = [plan]
    plan, addresses = amounts(plan, [float(number) for number, _ in entrants])
    courses = [course(address, 0, month) for address, (_, month) in zip(addresses, entrants, strict=True)]
    through = [float(graduates(courses, drawn(plan, 1), month, seats)[0]) for month in range(1, 260)]
    assert max(through) <= seats + 1e-9
    assert min(through) >= -1e-9
    assert sum(through) == pytest.approx(sum(number for number, _ in entrants))


_PLAN: list[Plan] = []


def test_no_seats_let_nobody_through(plan: Plan) -> None:
    plan, (first,) = amounts(plan, [25])
    assert [float(graduates([course(first, 1, 3)], drawn(plan), month, 0)[0]) for month in (2, 3, 4)] == [0, 0, 0]


def test_what_lasts_lifts_and_what_keeps_steps(plan: Plan) -> None:
    plan, (posts, exercise) = amounts(plan, [1, 1])
    level = Address("ratings", "army,logistics,joint,2024-11-15", "level")
    while_there = Effect(level, "step-level", 3, 5, posts, 1)
    for_good = Effect(level, "step-level", 4, None, exercise, 2)
    inputs = drawn(plan)
    assert [float(level_lift([while_there, for_good], inputs, month)[0]) for month in range(2, 8)] == [0, 1, 1, 1, 0, 0]
    assert [float(level_steps([while_there, for_good], inputs, month)[0]) for month in range(2, 8)] == [
        0,
        0,
        1,
        0,
        0,
        0,
    ]


def test_posts_that_leave_take_no_level_with_them(plan: Plan) -> None:
    """Where the rating has aged to the lowest level meanwhile, the end of liaison must not push it further."""
    plan, (posts,) = amounts(plan, [1])
    level = Address("ratings", "army,logistics,joint,2024-11-15", "level")
    inputs = drawn(plan, 50)
    with_posts = compile_capability(plan, [Effect(level, "step-level", 1, 30, posts, 1)])
    without = compile_capability(plan)
    opened = np.full((50, len(without.gates)), 999, dtype=np.int64)
    money = funding(without, inputs)
    helped, alone = start(with_posts, inputs, 1), start(without, inputs, 1)
    at = next(i for i, one in enumerate(without.functions) if one.function == "logistics")
    for month in range(1, 33):
        helped = advance(with_posts, inputs, helped, opened, money, 1)
        alone = advance(without, inputs, alone, opened, money, 1)
        if month <= 30:
            assert (helped.values[:, at] >= alone.values[:, at]).all()
    assert (helped.values[:, at] == alone.values[:, at]).all()


@pytest.mark.parametrize("compiled", [True, False])
def test_a_month_does_not_write_into_the_one_before(plan: Plan, compiled: bool) -> None:
    """Also where ratings can rise, none moves by itself, and an exercise lifts one."""
    plan, (exercise,) = amounts(plan.replace({Address("partnership", "defaults", "rating_up_per_year"): 0.01}), [1])
    target = Address("ratings", "army,logistics,joint,2024-11-15", "level")
    data = compile_capability(plan, [Effect(target, "step-level", month, None, exercise, 1) for month in range(1, 13)])
    with nullcontext() if compiled else numpy_only():
        inputs = drawn(plan, 2)
        state, money = start(data, inputs, 1), funding(data, inputs)
        opened = np.full((2, len(data.gates)), 999, dtype=np.int64)
        for _ in range(12):
            arrays = (state.assigned, state.qualified, state.levels, state.values, state.fleet.held)
            before = [one.copy() for one in arrays]
            after = advance(data, inputs, state, opened, money, 1)
            assert all((one == kept).all() for one, kept in zip(arrays, before, strict=True))
            state = after


def test_nobody_is_present_who_is_not_assigned(plan: Plan) -> None:
    plan, (audit,) = amounts(plan, [1.6])
    target = Address("strength", "army,2024-10-15", "present")
    data = compile_capability(plan, [Effect(target, "multiply", 1, 2, audit, 1)])
    inputs = drawn(plan, 40)
    before = start(data, inputs, 1)
    opened = np.full((40, len(data.gates)), 999, dtype=np.int64)
    state = advance(data, inputs, before, opened, funding(data, inputs), 1)
    assert (state.present <= state.assigned).all()
    assert (state.presence[:, 0] >= before.presence[:, 0]).all()
    for _ in range(2):
        state = advance(data, inputs, state, opened, funding(data, inputs), 1)
    assert (state.presence[:, 0] == before.presence[:, 0]).all()


def test_what_has_ended_stays_ended(plan: Plan) -> None:
    """An end in month 5: an activity done by the month after moves it, a later one finds nothing to extend."""
    plan, (amount,) = amounts(plan, [12.0])
    inputs, end = drawn(plan), Address("support", "scout-plane,contractor", "ends")

    def last(*starts: int) -> list[float]:
        effects = [Effect(end, "extend-end", start, None, amount, start) for start in starts]
        return [float(one) for one in extended(np.full(4, 5.0), effects, inputs)]

    assert last(3) == last(6) == [17.0] * 4
    assert last(7) == [5.0] * 4
    assert last(18, 6) == [29.0] * 4
    assert last(19, 6) == [17.0] * 4


@pytest.mark.parametrize("gated", [False, True], ids=["dated", "gated"])
def test_contractors_extended_too_late_are_gone(plan: Plan, *, gated: bool) -> None:
    """Of a channel with a date, and of one that ends when a gate opens."""
    rows = [
        row.model_copy(
            update={"ends": None if gated else Uncertain.exact(24302.0), "ends_at": "step-one" if gated else None}
        )
        for row in plan.rows(Support)
        if row.item == "scout-plane"
    ]
    plan = plan.with_rows("support", rows)
    plan, (amount,) = amounts(plan, [12.0])
    key = rows[0].key_text
    repairs = {}
    for start_month in (2, 30):
        effect = Effect(Address("support", key, "ends"), "extend-end", start_month, None, amount, 1)
        data = compile_capability(plan, [effect])
        inputs = draw_inputs(plan, Block(0, 4), seed=1)
        state, money = start(data, inputs, 1), funding(data, inputs)
        opened = np.full((4, len(data.gates)), 4)
        for _ in range(12):
            state = advance(data, inputs, state, opened, money, 1)
        repairs[start_month] = state.fleet.serviceable.sum()
    assert repairs[2] > repairs[30]
