import pickle

import numpy as np
import pytest
from unit.transition.gates_plan import condition, gate, partnership, plan, run

from jisr.months import Month
from jisr.plan import Plan, ScheduledAssessment
from jisr.transition import GateTally, compile_transition, gate_results

CONDITIONS = [
    condition("a", persistence=2, threshold="0.2 | 0.3 | 0.6"),
    condition("b", smoothing="mean", persistence=3),
    condition("c", family="record", condition_class="contextual"),
    condition("d", family="record", threshold="0.2"),
]
VALUES = np.random.default_rng(5).random((12, 60, 4))
DATES = {"rule": "date", "latest_date": "2025-03-15", "review_date": "2025-06-30"}


def small(**changes: object) -> Plan:
    return plan(CONDITIONS, [gate(**(DATES | changes))])


def test_results_do_not_depend_on_blocks_or_their_order() -> None:
    whole = run(small(), VALUES)[2]
    parts = [run(small(), VALUES[:, start:stop], first=start)[2] for start, stop in ((0, 7), (7, 31), (31, 60))]
    left, right = GateTally(whole.data), GateTally(whole.data)
    for part in parts:
        left.merge(part)
    for part in reversed(pickle.loads(pickle.dumps(parts))):  # noqa: S301 - our own bytes
        right.merge(part)
    assert gate_results(left) == gate_results(whole) == gate_results(right)


def test_counts_agree_with_the_draws() -> None:
    outputs, _, tally = run(small(), VALUES)
    result = gate_results(tally)[0]
    held = np.stack([output.conditions_met[:, 0] for output in outputs])
    assert result.on == tuple(held.mean(axis=1))
    assert result.by == tuple(np.logical_or.accumulate(held).mean(axis=1))
    assert result.opened == (0.0,) * 5 + (1.0,) * 7
    assert [reference.month for reference in result.references] == [6, 9]
    headline = result.headline
    unmet = (~outputs[5].ready[:, [0, 1, 3]]).sum(axis=1)
    assert (headline.kind, headline.on) == ("date", held[5].mean())
    assert headline.expected_open == pytest.approx(unmet.mean())
    assert headline.expected_open_paperwork + headline.expected_open_capability == pytest.approx(headline.expected_open)
    assert headline.unmet == pytest.approx([(unmet == n).mean() for n in range(4)])
    assert headline.standard_error == pytest.approx(np.sqrt(headline.on * (1 - headline.on) / 60))
    assert [one.condition for one in headline.conditions] == ["a", "b", "c", "d"]
    assert {one.condition for one in headline.most_open} == {"a", "b", "d"}
    assert headline.conditions[0].values[2] == pytest.approx(np.sort(VALUES[5, :, 0])[29], abs=0.0005)
    assert headline.conditions[3].margins[0] == pytest.approx(np.sort(VALUES[5, :, 3] - 0.2)[2], abs=0.0005)


def test_a_gate_no_draw_meets_is_marked() -> None:
    never = plan([condition("a", threshold="1"), condition("b", threshold="0")])
    headline = gate_results(run(never, VALUES[:, :, :2])[2])[0].headline
    assert (headline.on, headline.below) == (0.0, 3 / 60)
    assert [one.conditions for one in headline.removal_sets] == [("a",)]


def test_assessments_count_when_they_come_after_the_cutoff_and_by_the_date() -> None:
    rows = [
        ScheduledAssessment(assessment=name, condition=name, month=Month.parse(month), assessor="north")
        for name, month in (("a", "2024-09"), ("b", "2025-03"), ("d", "2025-04"))
    ]
    tally = run(plan(CONDITIONS, [gate(**DATES)], rows), VALUES)[2]
    assert [reference.unscheduled for reference in gate_results(tally)[0].references] == [2, 1]


def test_a_review_beyond_the_horizon_is_judged_at_the_horizon() -> None:
    data = compile_transition(plan([condition("a")], [gate(review_date="2030-01-31")]))
    assert [(one.index, one.month) for one in data.gates[0].references] == [(64, partnership().horizon)]


def test_an_unfinished_tally_gives_no_result() -> None:
    with pytest.raises(ValueError, match="same draws"):
        gate_results(run(small(), VALUES[:4])[2])
