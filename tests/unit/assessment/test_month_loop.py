"""What a reader may demand of the month loop (models.md 7)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.assessment import Serial, compile_problem, run
from jisr.assessment.tally import Tally
from jisr.ids import Address
from jisr.plan import Line, Plan, Task
from jisr.transition import gate_results

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def tally_of(plan: Plan, draws: int = 100, size: int = 100) -> Tally:
    return run([(compile_problem(plan), draws)], Serial(), size=size)[0]


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLES / "three-areas")


def test_the_block_size_changes_nothing(small: Plan) -> None:
    whole, parts = tally_of(small, 90, 90), tally_of(small, 90, 17)
    assert gate_results(whole.gates) == gate_results(parts.gates)
    assert (whole.shares.counts == parts.shares.counts).all()
    assert (whole.amounts.sums == parts.amounts.sums).all()
    assert (whole.per_draw("uncovered:12") == parts.per_draw("uncovered:12")).all()


def test_adding_an_element_changes_no_other_draw(small: Plan) -> None:
    from jisr.plan import Element, Strength

    element = small.rows(Element)[0].model_copy(update={"element": "reserve"})
    strength = small.rows(Strength)[0].model_copy(update={"element": "reserve"})
    more = small.with_rows("elements", [element, *small.rows(Element)])
    more = more.with_rows("strength", [strength, *small.rows(Strength)])
    before, after = tally_of(small), tally_of(more)
    assert gate_results(before.gates) == gate_results(after.gates)
    kept = [after.shares.position[name] for name in before.shares.series]
    assert (before.shares.counts == after.shares.counts[:, kept]).all()


def test_more_draws_keep_the_first_ones(small: Plan) -> None:
    few, many = tally_of(small, 60, 60), tally_of(small, 120, 120)
    assert (many.per_draw("uncovered:12")[:60] == few.per_draw("uncovered:12")).all()


@pytest.mark.parametrize("threshold", ["0.3", "0.5", "0.7", "0.9"])
def test_a_tighter_threshold_never_raises_a_probability(small: Plan, threshold: str) -> None:
    address = Address("conditions", "surveillance-after", "threshold")
    easier = gate_results(tally_of(small.replace({address: "0.2"})).gates)[0]
    tighter = gate_results(tally_of(small.replace({address: threshold})).gates)[0]
    assert all(a >= b for a, b in zip(easier.on, tighter.on, strict=True))


def quiet(plan: Plan) -> Plan:
    """No event, no change of policy: nothing ends, nobody pays less, no threat response, ratings without age."""
    plan = plan.with_rows("support", []).with_rows("sustainment", []).with_rows("threat_response", [])
    holdings = [row.model_copy(update={"attrition": None}) for row in plan.tables["holdings"]]
    return plan.with_rows("holdings", holdings)


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_stocks_stand_still_when_nothing_changes(example: str) -> None:
    plan = quiet(jisr.load(EXAMPLES / example))
    tally = tally_of(plan, 200, 200)
    data = tally.problem.capability
    for row in data.skills:
        path = tally.shares.quantile(f"met:skill:{row.key_text}", 0.5)[:25]
        assert np.abs(path / path[0] - 1).max() <= 0.02, row.key_text
    for row in data.holdings:
        path = tally.shares.quantile(f"met:item:{row.key_text}", 0.5)[:25]
        whole = data.items[row.item].count_kind == "whole"
        allowed = 1.0 / row.need + 0.0011 if whole else 0.02 * path[0] + 0.0011
        assert np.abs(path - path[0]).max() <= allowed, row.key_text


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_face_check_of_tasks_without_shortfall_on_record(example: str) -> None:
    plan = jisr.load(EXAMPLES / example)
    tally = tally_of(plan, 200, 200)
    for task in plan.rows(Task):
        if task.no_shortfall_on_record:
            assert tally.shares.quantile(f"cover:now:{task.task}", 0.5)[0] >= 0.8, task.task


def test_without_threat_the_requirement_is_its_floor(small: Plan) -> None:
    from jisr.plan import Demand

    floors = [row for row in small.rows(Demand) if row.driver == "constant"]
    tally = tally_of(small.with_rows("demand", floors))
    path = tally.amounts.quantile("required:surveillance", 0.5)
    assert path.max() == path.min()
    assert tally.amounts.quantile("required:border-watch", 0.95).max() == 0


def test_a_better_line_never_lowers_cover(small: Plan) -> None:
    task_lines = [row for row in small.rows(Line) if row.task == "sustainment"]
    assert task_lines
    before = tally_of(small)
    more = small.replace({Address("skills", "army,logistician", "qualified"): "300 | 300 | 300"})
    # the anchor ties today's capacity, so a better skill is compared through an effect on the same anchor: cover stays
    # what the sides judged at the cutoff
    after = tally_of(more)
    name = "cover:alone:sustainment"
    assert after.shares.quantile(name, 0.5)[0] == pytest.approx(before.shares.quantile(name, 0.5)[0], abs=0.02)
