"""Variants of a run as further draws of one block: the same numbers as runs of their own."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

import jisr
from jisr.assessment import Problem, block_months, compile_problem
from jisr.ids import Address
from jisr.inputs import Variant, draw_inputs, sources, value_at
from jisr.keyed_random import Block, Stream
from jisr.plan import Uncertain

PLAN = jisr.load(Path(__file__).resolve().parents[2] / "examples" / "three-areas")
RATE = Address.parse("demand/patrol,,incidents/rate")
STAGES = frozenset({"threat", "capability", "transition", "returns"})


@given(st.integers(1, 9), st.integers(0, 10**6), st.lists(st.booleans(), min_size=1, max_size=5))
def test_each_copy_reads_the_sample_it_names(size: int, start: int, seconds: list[bool]) -> None:
    plain = Block(start, size)
    stream = Stream(7, "threat")
    copies = tuple(frozenset({"threat"}) if second else frozenset() for second in seconds)
    found = stream.uniforms(["a", "b"], plain.times(copies), 3)
    wanted = [stream.uniforms(["a", "b"], plain.copy(second=second), 3) for second in seconds]
    assert found.tobytes() == np.concatenate(wanted).tobytes()
    other = Stream(7, "returns").uniforms(["a", "b"], plain.times(copies), 3)
    assert other.tobytes() == np.tile(Stream(7, "returns").uniforms(["a", "b"], plain, 3), (len(seconds), 1)).tobytes()


@given(st.integers(1, 20), st.integers(0, 10**6))
def test_a_cell_is_held_or_drawn_from_the_second_sample(size: int, start: int) -> None:
    own, shared = sources(PLAN, RATE)
    variants = (
        Variant(),
        Variant(held={RATE: 5.5}),
        Variant(second=frozenset({own})),
        Variant(second=frozenset({own, shared})),
    )
    block = Block(start, size)
    found = draw_inputs(PLAN, block.times((frozenset(),) * 4), seed=3, variants=variants).of(RATE).reshape(4, size)
    plain = draw_inputs(PLAN, block, seed=3).of(RATE)
    second = draw_inputs(PLAN, block.copy(second=True), seed=3).of(RATE)
    assert found[0].tobytes() == plain.tobytes()
    assert (found[1] == 5.5).all()
    assert found[3].tobytes() == second.tobytes()
    assert (found[2] != plain).all()
    assert (found[2] != second).all()


def test_variants_and_copies_are_as_many() -> None:
    with pytest.raises(ValueError, match="1 variants for 0 copies"):
        draw_inputs(PLAN, Block(0, 4), seed=1, variants=(Variant(),))


def _run(problem: Problem, block: Block) -> NDArray[np.float64]:
    """Everything a condition can test, the phase and the uncovered demand, by month. Shape: (draw, column)."""
    return np.column_stack(
        [
            np.column_stack([one.values, one.month.phase, one.month.risk.essential, one.month.drivers.sum(axis=2)])
            for one in block_months(problem, block)
        ]
    )


def test_a_variant_is_the_run_of_its_own_plan() -> None:
    """Held at a value: the plan with that value. Every number from the second sample: the draws of the second sample."""
    problem = compile_problem(PLAN, in_full=False)
    block = Block(3, 20)
    high = value_at(PLAN, RATE, 1.0)
    names = frozenset(name for address in _uncertain() for name in sources(PLAN, address))
    variants = (Variant(), Variant(held={RATE: high}), Variant(second=names))
    copies = (frozenset[str](), frozenset[str](), STAGES)
    found = _run(dataclasses.replace(problem, variants=variants), block.times(copies)).reshape(3, 20, -1)
    assert found[0].tobytes() == _run(problem, block).tobytes()
    own = compile_problem(PLAN.replace({RATE: Uncertain.exact(high)}), in_full=False)
    assert found[1].tobytes() == _run(own, block).tobytes()
    assert found[2].tobytes() == _run(problem, block.copy(second=True)).tobytes()


def _uncertain() -> list[Address]:
    return [
        Address(table, row.key_text, name)
        for table, rows in PLAN.tables.items()
        for row in rows
        for name in type(row).model_fields
        if isinstance(getattr(row, name), Uncertain)
    ]


def test_the_ends_of_a_range_are_what_was_written() -> None:
    cell = PLAN.value(RATE)
    assert [value_at(PLAN, RATE, share) for share in (0.0, 1.0)] == [cell.low, cell.high]
    with pytest.raises(KeyError):
        value_at(PLAN, Address("tasks", "patrol", "weight"), 0.5)
