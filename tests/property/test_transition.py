"""What must hold of gates whatever the paths: on values that do not depend on the gates themselves."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray
from unit.transition.gates_plan import condition, gate, plan, run

from jisr.plan import Condition, Plan
from jisr.transition import Expression, GateTally, Group, Leaf, gate_results, parse_expression

MONTHS, DRAWS = 10, 12
NAMES = st.sampled_from(["a", "b", "c", "all", "isr-after-1", "9"])
EXPRESSIONS = ["all()", "any()", "at_least(2)", "any(a, all(b, c))", "all(a, at_least(1, b, c))"]


def groups(parts: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(parts, max_size=4).map(tuple)
    plain = st.builds(Group, st.sampled_from(["all", "any"]), several)
    return plain | st.builds(Group, st.just("at_least"), several, st.integers(1, 9))


@given(st.recursive(NAMES.map(Leaf), groups, max_leaves=12), st.integers(0, 3))
def test_an_expression_reads_back_from_its_text(tree: Expression, blanks: int) -> None:
    assert parse_expression(str(tree)) == tree
    spread = str(tree).replace(",", " " * blanks + ",").replace("(", "(" + " " * blanks)
    assert parse_expression(spread) == tree


@st.composite
def rules(draw: st.DrawFn) -> tuple[list[Condition], str, NDArray[np.float64]]:
    """Values and limits in eighths: their sums and means are exact, so that no order of summing decides a tie."""
    eighths = st.integers(0, 9)
    conditions = [
        condition(
            name,
            threshold=str(draw(eighths) / 8),
            exit_threshold=draw(st.none() | eighths.map(lambda eighth: str(eighth / 8))),
            smoothing=draw(st.sampled_from(["each-month", "mean"])),
            persistence=draw(st.integers(1, 4)),
            hold=draw(st.integers(0, 2)),
            comparison=draw(st.sampled_from([">=", "<="])),
        )
        for name in ("a", "b", "c")
    ]
    seed = draw(st.integers(0, 10_000))
    values = np.random.default_rng(seed).integers(0, 10, (MONTHS, DRAWS, 3)) / 8
    return conditions, draw(st.sampled_from(EXPRESSIONS)), values


def written(conditions: list[Condition], expression: str) -> Plan:
    return plan(conditions, [gate(expression=expression)], horizon=MONTHS)


def tighter(one: Condition, eighths: int) -> Condition:
    sign = 1 if one.comparison == ">=" else -1
    value = one.threshold.mode + sign * eighths / 8
    changed = condition(one.condition, threshold=str(value), comparison=one.comparison)
    return one.model_copy(update={"threshold": changed.threshold})


@given(rules(), st.integers(0, 2), st.integers(0, 5))
def test_a_tighter_threshold_never_raises_a_probability(
    some: tuple[list[Condition], str, NDArray[np.float64]], which: int, eighths: int
) -> None:
    """The exit threshold is left as written: only the entry is tightened, and the easier of the two keeps it met."""
    conditions, expression, values = some
    easy = run(written(conditions, expression), values)[2]
    changed = [tighter(one, eighths) if i == which else one for i, one in enumerate(conditions)]
    hard = run(written(changed, expression), values)[2]
    for name in ("on", "by", "held", "opened", "met", "ready"):
        assert (getattr(hard, name) <= getattr(easy, name)).all()


@given(rules(), st.permutations(range(3)))
def test_the_order_of_conditions_does_not_matter(
    some: tuple[list[Condition], str, NDArray[np.float64]], order: list[int]
) -> None:
    conditions, expression, values = some
    one = run(written(conditions, expression), values)[2]
    other = run(written([conditions[i] for i in order], expression), values[:, :, order])[2]
    for name in ("on", "by", "held", "lost", "opened"):
        assert (getattr(one, name) == getattr(other, name)).all()
    first, second = gate_results(one)[0].headline, gate_results(other)[0].headline
    assert first.unmet == second.unmet
    assert sorted(first.conditions, key=str) == sorted(second.conditions, key=str)


@given(rules(), st.lists(st.integers(1, DRAWS - 1), min_size=1, max_size=4, unique=True), st.randoms())
def test_blocks_merge_to_the_same_counts_in_any_order(
    some: tuple[list[Condition], str, NDArray[np.float64]], cuts: list[int], chance: object
) -> None:
    conditions, expression, values = some
    some_plan = written(conditions, expression)
    whole = run(some_plan, values)[2]
    ends = [0, *sorted(cuts), DRAWS]
    parts = [run(some_plan, values[:, i:j], first=i)[2] for i, j in pairwise(ends)]
    chance.shuffle(parts)  # type: ignore[attr-defined]
    merged = GateTally(whole.data)
    for part in parts:
        merged.merge(part)
    assert gate_results(merged) == gate_results(whole)


@given(rules())
def test_the_ways_of_being_met_are_ordered(some: tuple[list[Condition], str, NDArray[np.float64]]) -> None:
    conditions, expression, values = some
    outputs, _, tally = run(written(conditions, expression), values)
    assert (tally.on <= tally.by).all()
    assert (tally.held <= tally.by).all()
    assert (tally.lost <= tally.by).all()
    assert (tally.ready <= tally.met).all()
    assert all((output.open_ <= output.ever).all() for output in outputs)
    assert (np.diff(tally.by[1:], axis=0) >= 0).all()
    headline = gate_results(tally)[0].headline
    assert all(one.sole_blocker <= one.gain_if_removed <= one.open_share for one in headline.conditions)
    assert abs(sum(headline.unmet) - 1) < 1e-12


def told(one: Condition, values: list[float]) -> list[bool]:
    """Whether it is ready in each month, told from the whole path as the method page tells it."""
    sign = 1 if one.comparison == ">=" else -1
    entry = sign * one.threshold.mode
    leave = entry if one.exit_threshold is None else min(entry, sign * one.exit_threshold.mode)
    met: list[bool] = []
    for t in range(1, len(values) + 1):
        window = values[max(t - one.persistence, 0) : t]
        judged = sign * (sum(window) / len(window) if one.smoothing == "mean" else values[t - 1])
        passes = judged >= entry if one.smoothing == "mean" else all(sign * value >= entry for value in window)
        enters = len(window) == one.persistence and passes
        met.append(enters or (bool(met) and met[-1] and judged >= leave))
    return [t >= one.hold and all(met[t - one.hold : t + 1]) for t in range(len(met))]


@given(rules())
def test_month_by_month_is_the_whole_path_told_at_once(some: tuple[list[Condition], str, NDArray[np.float64]]) -> None:
    conditions, expression, values = some
    outputs, _, _ = run(written(conditions, expression), values)
    for draw in range(0, DRAWS, 4):
        for i, one in enumerate(conditions):
            ready = [bool(output.ready[draw, i]) for output in outputs]
            assert ready == told(one, values[:, draw, i].tolist())
