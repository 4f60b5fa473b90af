"""What a reader may demand of the month loop (models.md 7)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.assessment import QUARTER, Serial, compile_problem, run
from jisr.assessment.tally import Tally
from jisr.ids import Address
from jisr.plan import Budget, Holding, Line, Plan, Support, Sustainment, Task
from jisr.transition import gate_results

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


def tally_of(plan: Plan, draws: int = 100, size: int = 100) -> Tally:
    return run([(compile_problem(plan), draws)], Serial(), size=size)[0]


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLES / "three-areas")


@pytest.mark.parametrize("size", [2, 17, 89])
def test_the_block_size_changes_nothing(small: Plan, size: int) -> None:
    whole, parts = tally_of(small, 90, 90), tally_of(small, 90, size)
    assert gate_results(whole.gates) == gate_results(parts.gates)
    for name in whole.shares.series:
        assert (whole.shares.counts(name) == parts.shares.counts(name)).all()
    assert (whole.amounts.sums == parts.amounts.sums).all()
    assert (whole.per_draw("uncovered:12") == parts.per_draw("uncovered:12")).all()


def test_adding_an_element_changes_no_other_draw(small: Plan) -> None:
    from jisr.plan import Element, LineNeed, Strength, TaskNeed

    element = small.rows(Element)[0].model_copy(update={"element": "reserve"})
    strength = small.rows(Strength)[0].model_copy(update={"element": "reserve"})
    # it works on a task that no other needs, so that what is computed of all others must stay as it was
    needed = {one.needs_task for one in small.rows(TaskNeed)}
    task = next(row.task for row in small.rows(Task) if row.task not in needed)
    line = small.rows(Line)[0].model_copy(update={"line": "reserve-line", "element": "reserve", "task": task})
    need = small.rows(LineNeed)[0].model_copy(update={"line": "reserve-line", "kind": "personnel", "name": "personnel"})
    more = small.with_rows("elements", [element, *small.rows(Element)])
    more = more.with_rows("strength", [strength, *small.rows(Strength)])
    more = more.with_rows("lines", [line, *small.rows(Line)]).with_rows("line_needs", [need, *small.rows(LineNeed)])
    before, after = tally_of(small), tally_of(more)
    others = [name for name in before.shares.series if not name.endswith(f":{task}") and name != "essential"]
    assert others
    for name in others:
        counts = [tally.shares.counts(name) for tally in (before, after)]
        assert (counts[0] == counts[1]).all(), name


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
    """No event, no change of policy: nothing ends, every year is paid as the one under way, no threat response."""
    plan = plan.with_rows("threat_response", [])
    plan = plan.with_rows("support", [row for row in plan.rows(Support) if row.provider == "own"])
    plan = plan.with_rows("sustainment", [row.model_copy(update={"funded_to": None}) for row in plan.rows(Sustainment)])
    budgets = [row.model_copy(update={"execution": None}) for row in plan.rows(Budget) if row.use == "sustainment"]
    cutoff = plan.partnership.cutoff_month
    budgets = [
        row.model_copy(update={"fiscal_year": year, "budget": f"{row.payer}-{year}"})
        for row in {row.payer: row for row in budgets}.values()
        for year in range(cutoff.year - 1, cutoff.year + 8)
    ]
    holdings = [row.model_copy(update={"attrition": None}) for row in plan.rows(Holding)]
    return plan.with_rows("holdings", holdings).with_rows("budgets", budgets)


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


def test_face_check_of_tasks_without_shortfall_on_record(small: Plan) -> None:
    """The Iraq case claims none: its record tells of areas that are rarely patrolled."""
    tally = tally_of(small, 200, 200)
    claimed = [task.task for task in small.rows(Task) if task.no_shortfall_on_record]
    assert claimed
    for task in claimed:
        assert tally.shares.quantile(f"cover:now:{task}", 0.5)[0] >= 0.8, task
    assert not [task for task in jisr.load(EXAMPLES / "iraq-2024").rows(Task) if task.no_shortfall_on_record]


def test_without_threat_the_requirement_is_its_floor(small: Plan) -> None:
    from jisr.plan import Demand, Driver

    # no event at all and no onset: a drawn rate of nought for what the threat asks
    of_threat = {row.driver for row in small.rows(Driver) if row.kind == "forecast"}
    rates = {Address("demand", row.key_text, "rate"): "0" for row in small.rows(Demand) if row.driver in of_threat}
    assert rates
    without_rates = tally_of(small.replace(dict(rates)))
    floors = tally_of(small.with_rows("demand", [row for row in small.rows(Demand) if row.driver not in of_threat]))
    full = tally_of(small)
    for row in small.rows(Task):
        name = f"required:{row.task}"
        at_nought, floor = without_rates.amounts.quantile(name, 0.5), floors.amounts.quantile(name, 0.5)
        assert at_nought == pytest.approx(floor, rel=0.011), row.task
        assert (full.amounts.quantile(name, 0.5) >= floor).all()


def test_what_areas_require_adds_up_to_what_a_task_requires(small: Plan) -> None:
    tally = tally_of(small)
    local = [row.task for row in small.rows(Task) if row.scope == "local"]
    assert local
    assert not [name for name in tally.local.series if name.split(":")[1] not in local]
    for task in local:
        by_area = sum(tally.local.mean(name) for name in tally.local.series if name.startswith(f"required:{task}:"))
        assert by_area == pytest.approx(tally.amounts.mean(f"required:{task}")[::QUARTER], abs=1e-3)


def test_the_anchor_keeps_what_the_sides_judged(small: Plan) -> None:
    before = tally_of(small)
    more = small.replace({Address("skills", "army,logistician", "qualified"): "300 | 300 | 300"})
    after = tally_of(more)
    name = "cover:alone:sustainment"
    assert after.shares.quantile(name, 0.5)[0] == pytest.approx(before.shares.quantile(name, 0.5)[0], abs=0.02)


def test_an_effect_on_a_stock_never_lowers_cover(small: Plan) -> None:
    from jisr.inputs import Effect
    from jisr.plan import ActivityEffect

    row = next(one for one in small.rows(ActivityEffect) if one.effect == "add-stock" and one.target.table == "skills")
    effect = Effect(row.target, row.effect, 3, None, Address("activity_effects", row.key_text, "amount"), 3)
    before, after = (run([(compile_problem(small, effects), 100)], Serial())[0] for effects in ((), (effect,)))
    raised = 0
    for task in small.rows(Task):
        name = f"cover:alone:{task.task}"
        paths = [tally.shares.quantile(name, 0.5) for tally in (before, after)]
        assert (paths[1] >= paths[0]).all(), name
        raised += int((paths[1] > paths[0]).sum())
    assert raised
