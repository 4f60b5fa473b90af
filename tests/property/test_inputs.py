"""Draws of uncertain cells: any split, any company, the same numbers."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from unit.threat.small_plan import area, demand, small_plan

from jisr.ids import Address
from jisr.inputs import draw_inputs, pert_quantile
from jisr.keyed_random import Block
from jisr.plan import Uncertain

RATE = Address("demand", "patrol,,attacks", "rate")
UNIFORM = st.floats(2.0**-54, 1 - 2.0**-53)


@st.composite
def cells(draw: st.DrawFn) -> Uncertain:
    low, mode, high = sorted(draw(st.tuples(*[st.floats(-1e6, 1e6)] * 3)))
    return Uncertain(low, mode, high)


@given(st.integers(1, 29), st.integers(0, 10**6), st.integers(0, 2**31))
def test_any_split_gives_the_same_bytes(cut: int, start: int, seed: int) -> None:
    plan = small_plan()
    whole = draw_inputs(plan, Block(start, 30), seed=seed).of(RATE)
    parts = [draw_inputs(plan, Block(start + i, n), seed=seed).of(RATE) for i, n in ((0, cut), (cut, 30 - cut))]
    assert np.concatenate(parts).tobytes() == whole.tobytes()


@given(st.lists(st.sampled_from(["isr", "fires", "lift", "c2"]), unique=True), st.booleans())
def test_further_rows_change_no_draw(tasks: list[str], first: bool) -> None:
    further = [demand(task, "attacks", "1 | 5 | 9") for task in tasks]
    own = [demand("patrol", "attacks", "1 | 2 | 4")]
    plan = small_plan(demand=further + own if first else own + further, areas=[area("east"), area("new")])
    alone = small_plan(demand=own)
    assert (
        draw_inputs(plan, Block(0, 20), seed=5).of(RATE).tobytes()
        == draw_inputs(alone, Block(0, 20), seed=5).of(RATE).tobytes()
    )


@given(cells(), UNIFORM, UNIFORM)
def test_quantiles_stay_inside_and_rise(cell: Uncertain, one: float, other: float) -> None:
    low, high = pert_quantile(cell, np.array(sorted((one, other))))
    slack = 1e-9 * (cell.high - cell.low)
    assert cell.low - slack <= low <= high + slack
    assert high <= cell.high + slack


@given(cells(), UNIFORM, st.floats(0.01, 100), st.floats(-1e4, 1e4))
def test_a_change_of_unit_changes_the_unit_only(cell: Uncertain, at: float, scale: float, shift: float) -> None:
    moved = Uncertain(*(scale * end + shift for end in (cell.low, cell.mode, cell.high)))
    first, second = (pert_quantile(one, np.array([at]))[0] for one in (cell, moved))
    assert abs(second - (scale * first + shift)) <= 1e-3 * max(1.0, scale * (cell.high - cell.low))
