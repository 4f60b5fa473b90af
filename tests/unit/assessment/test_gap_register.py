"""The gap register: what closing a gap takes, who provides it, and what nothing in the plan meets."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.assessment import Serial, compile_problem, run
from jisr.assessment.gap_register import gap_register
from jisr.assessment.result import GapOutlook, GapRegister
from jisr.assessment.tally import Tally
from jisr.ids import Address
from jisr.plan import DOTMLPF_P, Activity, ActivityEffect, Gap, LineNeed, Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


def tally_of(plan: Plan) -> Tally:
    return run([(compile_problem(plan), 100)], Serial())[0]


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLE)


@pytest.fixture(scope="module")
def tally(small: Plan) -> Tally:
    return tally_of(small)


def register(plan: Plan, tally: Tally, *chosen: str) -> GapRegister:
    found = gap_register(plan, tally, chosen)
    assert found is not None
    return found


def gap(plan: Plan, tally: Tally, name: str, *chosen: str) -> GapOutlook:
    return next(one for one in register(plan, tally, *chosen).gaps if one.gap == name)


def states(found: GapOutlook) -> dict[str, str]:
    return {cell.element: cell.state for cell in found.cells if cell.state != "not-needed"}


def test_a_cell_is_chosen_proposed_or_nothing(small: Plan, tally: Tally) -> None:
    """Closing the gap of pilots takes training, which the flying school gives, and personnel, which nobody does."""
    assert states(gap(small, tally, "pilots", "pilot-seats")) == {"training": "chosen", "personnel": "nothing"}
    assert states(gap(small, tally, "pilots")) == {"training": "proposed", "personnel": "nothing"}
    assert gap(small, tally, "pilots").missing == ("personnel",)
    assert [cell.element for cell in gap(small, tally, "pilots").cells] == list(DOTMLPF_P)


def test_a_cancelled_activity_provides_nothing(small: Plan, tally: Tally) -> None:
    dropped = small.replace({Address("activities", "pilot-seats", "status"): "cancelled"})
    assert states(gap(dropped, tally, "pilots")) == {"training": "nothing", "personnel": "nothing"}


def test_what_is_chosen_is_named_first(small: Plan, tally: Tally) -> None:
    second = small.rows(Activity)[1].model_copy(update={"activity": "a-second-school"})
    both = small.with_rows("activities", [second, *small.rows(Activity)])
    cell = next(one for one in gap(both, tally, "pilots", "pilot-seats").cells if one.element == "training")
    assert (cell.state, cell.activities) == ("chosen", ("pilot-seats", "a-second-school"))


def test_a_gap_is_measured_by_its_need_else_by_cover(small: Plan, tally: Tally) -> None:
    by_need, by_cover = gap(small, tally, "pilots"), gap(small, tally, "border")
    assert by_need.need == "skill pilot"
    assert by_need.today is not None
    assert by_need.today.q50 == tally.needs.quantile("wing-surveillance,skill,pilot", 0.5)[0]
    assert by_cover.need is None
    assert by_cover.today is not None
    assert by_cover.today.q05 == tally.shares.quantile("cover:alone:border-watch", 0.05)[0]


def test_the_worst_of_several_lines_measures_a_gap(small: Plan, tally: Tally) -> None:
    row = small.rows(Gap)[0].model_copy(
        update={"task": "patrol", "element": None, "need_kind": "personnel", "need_name": "personnel"}
    )
    found = gap(small.with_rows("gaps", [row]), tally, row.gap)
    worst = min(tally.needs.quantile(f"{line},personnel,personnel", 0.5)[0] for line in ("army-patrol", "guard-patrol"))
    assert found.today is not None
    assert found.today.q50 == worst


def test_a_gap_that_nothing_measures_has_no_number(small: Plan, tally: Tally) -> None:
    row = small.rows(Gap)[0].model_copy(update={"need_kind": "skill", "need_name": "cook"})
    assert gap(small.with_rows("gaps", [row]), tally, row.gap).today is None


def test_requirements_nothing_meets_come_worst_first(small: Plan, tally: Tally) -> None:
    unmet = register(small, tally).unmet
    assert [one.cover_at_end for one in unmet] == sorted(one.cover_at_end for one in unmet)
    border = next(one for one in unmet if one.task == "border-watch")
    assert border.untouched
    assert border.needs == ("border-guard personnel personnel",)


def test_an_activity_that_reaches_a_need_takes_it_off_the_list(small: Plan, tally: Tally) -> None:
    effect = small.rows(ActivityEffect)[0].model_copy(
        update={"target": Address.parse("strength/border-guard,2024-10-15/assigned")}
    )
    reached = small.with_rows("activity_effects", [effect, *small.rows(ActivityEffect)])
    left = {one.task: one for one in register(reached, tally).unmet}
    assert "border-watch" not in left or not (left["border-watch"].untouched or left["border-watch"].needs)


def test_a_supporting_need_is_no_requirement(small: Plan, tally: Tally) -> None:
    """Trucks support patrols: short as they are, they count only once a patrol must have them."""
    rows = [
        row.model_copy(update={"mandatory": True}) if (row.line, row.name) == ("army-patrol", "truck") else row
        for row in small.rows(LineNeed)
    ]
    asked = small.with_rows("line_needs", rows)
    for plan, counted in ((small, tally), (asked, tally_of(asked))):
        needs = next((one.needs for one in register(plan, counted).unmet if one.task == "patrol"), ())
        assert ("army item truck" in needs) is (plan is asked)


def test_a_task_that_is_met_is_no_gap(small: Plan) -> None:
    """With no gap written down and every task covered there is no register."""
    tasks = ("patrol", "border-watch", "surveillance", "sustainment", "camp-guard")
    plenty = small.with_rows("gaps", []).with_rows("task_needs", [])
    plenty = plenty.replace({Address("self_reliance", f"{task},joint", "share"): "2" for task in tasks})
    easy = [row.model_copy(update={"mandatory": False}) for row in plenty.rows(LineNeed)]
    plenty = plenty.with_rows("line_needs", easy)
    met = tally_of(plenty)
    covered = [float(met.shares.quantile(f"cover:alone:{task}", 0.5).min()) for task in tasks]
    assert min(covered) > 0.995
    assert gap_register(plenty, met, ()) is None
