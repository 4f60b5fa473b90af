import dataclasses

import numpy as np
import pytest
from unit.transition.gates_plan import condition, path, plan, run

from jisr.plan import Condition


def met(some_condition: Condition, *values: float) -> list[bool]:
    outputs, _, _ = run(plan([some_condition]), path(*values))
    return [bool(output.met[0, 0]) for output in outputs]


def ready(some_condition: Condition, *values: float) -> list[bool]:
    outputs, _, _ = run(plan([some_condition]), path(*values))
    return [bool(output.ready[0, 0]) for output in outputs]


def test_a_threshold_is_passed_by_equality() -> None:
    assert met(condition("a"), 0.49, 0.5, 0.51) == [False, True, True]
    assert met(condition("a", comparison="<="), 0.49, 0.5, 0.51) == [True, True, False]


def test_each_month_of_the_window_must_satisfy_and_a_longer_window_than_elapsed_is_not_met() -> None:
    assert met(condition("a", persistence=3), 1, 1, 1, 1, 0, 1, 1, 1) == [False] * 2 + [True] * 2 + [False] * 3 + [True]


def test_the_mean_of_the_window_is_compared_once_the_window_has_elapsed() -> None:
    mean = condition("a", persistence=3, smoothing="mean")
    assert met(mean, 1, 1, 0, 0, 1, 0.5) == [False, False, True, False, False, True]


@pytest.mark.parametrize("tenth", range(1, 10))
@pytest.mark.parametrize("months", [3, 6, 7])
def test_a_level_at_its_threshold_is_its_own_mean(tenth: int, months: int) -> None:
    """In binary 0.6 + 0.6 + 0.6 is less than 1.8."""
    for comparison in (">=", "<="):
        still = condition("a", threshold=str(tenth / 10), comparison=comparison, smoothing="mean", persistence=months)
        assert met(still, *[tenth / 10] * (months + 1)) == [False] * (months - 1) + [True] * 2


def test_a_met_condition_stays_met_down_to_its_exit_threshold() -> None:
    loose = condition("a", persistence=2, exit_threshold="0.3")
    assert met(loose, 0.5, 0.5, 0.3, 0.4, 0.2, 0.4, 0.5, 0.5) == [False] + [True] * 3 + [False] * 3 + [True]


def test_an_exit_threshold_applies_to_the_mean_too() -> None:
    loose = condition("a", persistence=2, smoothing="mean", exit_threshold="0.3")
    assert met(loose, 0.5, 0.5, 0.1, 0.4, 0.9) == [False, True, True, False, True]


def test_the_easier_threshold_holds_a_condition_when_the_exit_is_the_tighter_one() -> None:
    tight = condition("a", exit_threshold="0.9")
    assert met(tight, 0.6, 0.6, 0.4, 0.6) == [True, True, False, True]


def test_hold_counts_the_months_after_the_one_in_which_it_was_met() -> None:
    held = condition("a", persistence=2, hold=2)
    assert ready(held, 1, 1, 1, 1, 1, 0, 1, 1, 1) == [False] * 3 + [True] * 2 + [False] * 4
    assert met(held, 1, 1, 1, 1) == [False, True, True, True]


def test_the_margin_is_positive_when_good() -> None:
    outputs, _, _ = run(plan([condition("a", comparison="<=", measure="threat-level", threshold="10")]), path(7, 12))
    assert [output.margin[0, 0] for output in outputs] == [3, -2]


def test_a_value_that_is_not_finite_is_refused() -> None:
    with pytest.raises(FloatingPointError, match="condition a"):
        run(plan([condition("a")]), path(np.nan))


def test_the_order_of_the_conditions_changes_nothing() -> None:
    conditions = [
        condition("a", persistence=2),
        condition("b", smoothing="mean", persistence=3, threshold="0.4 | 0.5 | 0.6"),
        condition("c", hold=1, exit_threshold="0.2"),
    ]
    values = np.random.default_rng(1).random((12, 40, 3))
    turned = [2, 0, 1]
    outputs, state, _ = run(plan(conditions), values)
    others, other_state, _ = run(plan([conditions[i] for i in turned]), values[:, :, turned])
    for one, other in zip(outputs, others, strict=True):
        assert (one.ready[:, turned] == other.ready).all()
        for name in ("conditions_met", "ever", "held", "lost", "open_", "phase"):
            assert (getattr(one, name) == getattr(other, name)).all()
    assert (state.opened == other_state.opened).all()


def test_a_step_leaves_the_state_before_it_alone() -> None:
    values = np.random.default_rng(1).random((6, 20, 1))
    outputs, _, _ = run(plan([condition("a")]), values)
    again, _, _ = run(plan([condition("a")]), values)
    for one, other in zip(outputs, again, strict=True):
        for field in dataclasses.fields(one):
            assert (getattr(one, field.name) == getattr(other, field.name)).all()
