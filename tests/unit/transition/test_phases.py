import numpy as np
import pytest
from numpy.typing import NDArray
from unit.transition.gates_plan import condition, gate, path, plan, run

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import Plan
from jisr.transition import NEVER, compile_transition, start

DATE = {"rule": "date", "latest_date": "2024-12-31"}


def phases(some_plan: Plan, values: NDArray[np.float64]) -> tuple[list[int], list[int]]:
    outputs, state, _ = run(some_plan, values)
    return [int(output.phase[0]) for output in outputs], state.opened[0].tolist()


def test_a_date_bound_gate_opens_on_its_date_whatever_the_conditions() -> None:
    assert phases(plan([condition("a")], [gate(**DATE)]), path(0, 0, 0, 0, 0)) == ([0, 0, 0, 1, 1], [3])


def test_the_conditions_of_a_date_bound_gate_are_judged_all_the_same() -> None:
    outputs, _, _ = run(plan([condition("a")], [gate(**DATE)]), path(0, 0, 0, 0, 1))
    assert [bool(output.conditions_met[0, 0]) for output in outputs] == [False] * 4 + [True]
    assert [bool(output.open_[0, 0]) for output in outputs] == [False, False, True, True, True]


def test_a_condition_bound_gate_opens_when_met_and_stays_open() -> None:
    assert phases(plan([condition("a")]), path(0, 1, 0, 0)) == ([0, 0, 1, 1], [2])


def test_a_condition_bound_gate_that_is_never_met_never_opens_even_past_its_latest_date() -> None:
    never = plan([condition("a")], [gate(latest_date="2024-10-31")])
    assert phases(never, path(0, 0, 0, 0)) == ([0] * 4, [NEVER])


def two_gates(**second: str) -> Plan:
    conditions = [condition("a"), condition("b", gate="gate-2")]
    return plan(conditions, [gate(1), gate(2, **second)])


def values(first: list[int], second: list[int]) -> NDArray[np.float64]:
    return np.column_stack([first, second])[:, None, :].astype(float)


def test_gates_follow_one_another_one_a_month() -> None:
    assert phases(two_gates(), values([0, 1, 1, 1], [1, 1, 1, 1])) == ([0, 0, 1, 2], [2, 3])


def test_a_gate_is_judged_before_its_phase_is_there_but_does_not_open() -> None:
    outputs, state, tally = run(two_gates(), values([0, 0, 0], [1, 1, 1]))
    assert all(output.conditions_met[0, 1] for output in outputs)
    assert state.opened[0].tolist() == [NEVER, NEVER]
    assert tally.on[1:4, 1].tolist() == [1, 1, 1]
    assert tally.opened[1:4, 1].tolist() == [0, 0, 0]


def test_met_once_suffices_only_where_the_gate_says_so() -> None:
    early = values([0, 0, 1, 1, 1], [1, 0, 0, 0, 0])
    assert phases(two_gates(), early)[1] == [3, NEVER]
    assert phases(two_gates(once="yes"), early)[1] == [3, 4]


def test_a_date_that_comes_before_its_phase_opens_in_the_first_month_of_the_phase() -> None:
    assert phases(two_gates(rule="date", latest_date="2024-10-31"), values([0, 0, 1, 0, 0], [0] * 5))[1] == [3, 4]


def test_a_date_before_the_cutoff_has_opened_its_gate() -> None:
    passed = plan([condition("a")], [gate(rule="date", latest_date="2024-08-31")])
    assert phases(passed, path(0, 0)) == ([1, 1], [-1])


def test_months_in_phase_count_from_nought() -> None:
    some = plan([condition("a")], [gate(**DATE)])
    outputs, state, _ = run(some, path(0, 0, 0, 0, 0))
    assert state.months_in_phase(6).tolist() == [2]
    data = compile_transition(some)
    begun = start(data, draw_inputs(some, Block(0, 1), seed=1))
    assert begun.months_in_phase(1).tolist() == [0]
    assert int(outputs[3].phase[0]) == 1


def test_contextual_conditions_never_gate() -> None:
    some = plan([condition("a"), condition("b", condition_class="contextual")])
    assert phases(some, values([1, 1], [0, 0]))[1] == [1]


def test_held_and_lost() -> None:
    outputs, _, _ = run(plan([condition("a")]), path(1, 1, 0, 1, 1, 1, 0))
    assert [bool(output.held[0, 0]) for output in outputs] == [False] * 5 + [True] * 2
    assert [bool(output.lost[0, 0]) for output in outputs] == [False] * 2 + [True] * 5
    assert all(output.ever[0, 0] for output in outputs)


def test_a_reverse_of_never_met_is_met_in_every_month() -> None:
    _, _, never = run(plan([condition("a", threshold="1")]), path(0, 0, 0))
    _, _, always = run(plan([condition("a", threshold="1", comparison="<=")]), path(0, 0, 0))
    assert never.by[1:4, 0].tolist() == [0, 0, 0]
    assert always.on[1:4, 0].tolist() == [1, 1, 1]


def test_phases_out_of_order_do_not_compile() -> None:
    some = two_gates()
    with pytest.raises(ValueError, match="order"):
        compile_transition(some.with_rows("gates", reversed(some.tables["gates"])))
