"""What is counted of personnel: short of what a line needs, not of every post."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.assessment import Serial, compile_problem, run
from jisr.ids import Address
from jisr.plan import LineNeed, Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
PRESENT = Address.parse("strength/army,2024-10-15/present")
ASSIGNED = Address.parse("strength/army,2024-10-15/assigned")


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLE)


def needed(plan: Plan) -> dict[str, float]:
    problem = compile_problem(plan)
    return dict(zip((row.element for row in problem.capability.elements), problem.capability.needed_share, strict=True))


def with_need(plan: Plan, line: str, **changes: object) -> Plan:
    rows = [
        row.model_copy(update=changes) if (row.line, row.kind) == (line, "personnel") else row
        for row in plan.rows(LineNeed)
    ]
    return plan.with_rows("line_needs", rows)


def test_the_greatest_share_that_a_line_asks(small: Plan) -> None:
    assert needed(small) == {"army": 0.9, "border-guard": 0.9, "air-wing": 0.0}
    assert needed(with_need(small, "army-camp", threshold=0.5))["army"] == 0.9
    assert needed(with_need(small, "army-camp", threshold=1.0))["army"] == 1.0


def test_a_supporting_need_asks_nothing(small: Plan) -> None:
    both = with_need(with_need(small, "army-camp", mandatory=False), "army-patrol", mandatory=False)
    assert needed(both)["army"] == 0.0


def test_personnel_are_short_of_what_is_needed_not_of_posts(small: Plan) -> None:
    """5,400 present of 12,000 posts, where the lines need 90 and then 60 per cent of them."""
    exact = small.replace({PRESENT: "0.5", ASSIGNED: "10800"})
    for threshold, wanted in ((0.9, 0.5), (0.6, 0.75)):
        asked = with_need(with_need(exact, "army-camp", threshold=threshold), "army-patrol", threshold=threshold)
        (tally,) = run([(compile_problem(asked), 100)], Serial())
        assert tally.shares.quantile("met:element:army", 0.5)[0] == pytest.approx(wanted, abs=0.001)


def test_an_element_of_which_no_line_needs_people_is_never_short(small: Plan) -> None:
    (tally,) = run([(compile_problem(small), 100)], Serial())
    assert np.all(tally.shares.quantile("met:element:air-wing", 0.05) == 1.0)
