from typing import Any

import numpy as np
from unit.transition.gates_plan import ASSUMED, condition, path, plan, run

from jisr.ids import Address
from jisr.inputs import Effect
from jisr.plan import ActivityEffect, External


def external(kind: str, value: str) -> External:
    values: dict[str, Any] = {
        "external": "text",
        "name": {"en": "Text"},
        "kind": kind,
        "value": value,
        "owner": "north",
    }
    return External.model_validate(values | ASSUMED)


DONE = condition("a", measure="external-done", element=None, external="text", threshold="1")
QUIET = condition("a", measure="external-quiet", element=None, external="text", threshold="1")
TARGET = Address("externals", "text", "value")


def faster(factor: str, start: int) -> tuple[ActivityEffect, Effect]:
    values: dict[str, Any] = {"activity": "drafting", "target": TARGET, "effect": "multiply", "amount": factor}
    row = ActivityEffect.model_validate(values | ASSUMED)
    amount = Address("activity_effects", row.key_text, "amount")
    return row, Effect(TARGET, "multiply", start, None, amount, begins=start)


def test_a_time_to_completion_is_done_in_the_month_it_is_rounded_up_to() -> None:
    some = plan([DONE], others=[external("time-to-completion", "2.4")])
    outputs, _, _ = run(some, path(*[np.nan] * 5))
    assert [bool(output.done[0, 0]) for output in outputs] == [False, False, True, True, True]
    assert [bool(output.conditions_met[0, 0]) for output in outputs] == [False, False, True, True, True]


def test_each_draw_has_its_own_month_of_completion() -> None:
    some = plan([DONE], others=[external("time-to-completion", "2 | 5 | 10")])
    outputs, _, tally = run(some, np.full((12, 200, 1), np.nan))
    months = 1 + np.sum([~output.done[:, 0] for output in outputs], axis=0)
    assert months.min() >= 3
    assert months.max() <= 10
    assert 5 <= np.median(months) <= 7
    assert (np.diff(tally.on[1:, 0]) >= 0).all()


def test_an_activity_shortens_it_from_when_it_is_in_force() -> None:
    row, effect = faster("0.5", 3)
    some = plan([DONE], others=[external("time-to-completion", "6"), row])
    outputs, _, _ = run(some, path(*[np.nan] * 6), effects=[effect])
    # two months of work in two months, then two a month: 1 2 4 6
    assert [bool(output.done[0, 0]) for output in outputs] == [False, False, False, True, True, True]


def test_a_factor_of_nought_completes_it_at_once() -> None:
    row, effect = faster("0", 2)
    some = plan([DONE], others=[external("time-to-completion", "6"), row])
    outputs, _, _ = run(some, path(np.nan, np.nan), effects=[effect])
    assert [bool(output.done[0, 0]) for output in outputs] == [False, True]


def test_a_hazard_strikes_each_month_with_its_probability() -> None:
    some = plan([QUIET], others=[external("event-hazard", "0.2")], horizon=24)
    outputs, _, tally = run(some, np.full((24, 1000, 1), np.nan))
    struck = np.stack([output.struck[:, 0] for output in outputs])
    assert abs(struck.mean() - 0.2) < 4 * np.sqrt(0.2 * 0.8 / struck.size)
    assert (tally.on[1:, 0] == (~struck).sum(axis=1)).all()
    assert abs(np.corrcoef(struck[0], struck[1])[0, 1]) < 0.15


def test_an_activity_lowers_a_hazard() -> None:
    row, effect = faster("0", 3)
    some = plan([QUIET], others=[external("event-hazard", "1"), row])
    outputs, _, _ = run(some, path(*[np.nan] * 4), effects=[effect])
    assert [bool(output.struck[0, 0]) for output in outputs] == [True, True, False, False]
