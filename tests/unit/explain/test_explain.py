"""The chain shows the number the board shows, what it is made of, and only addresses that can be asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

import jisr
from jisr.assessment import Assessment
from jisr.explain import Explanation, addresses, explain
from jisr.explain.cells import cell
from jisr.plan import Plan
from jisr.words import Words

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module", params=["three-areas", "iraq-2024"])
def assessed(request: pytest.FixtureRequest) -> tuple[Plan, Assessment]:
    return jisr.assess(EXAMPLES / request.param, draws=100)


def every_part(chain: Explanation) -> Iterator[Explanation]:
    yield chain
    for part in chain.parts:
        yield from every_part(part)


def test_every_printed_address_can_be_asked_for(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    printed = {part.address for start in addresses(assessment) for part in every_part(explain(plan, assessment, start))}
    assert len(printed) > 50
    for address in sorted(printed):
        assert explain(plan, assessment, address).address.startswith(address.split("/")[0])


def test_every_step_has_words(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    words = Words("en")
    for start in addresses(assessment):
        for part in every_part(explain(plan, assessment, start)):
            assert words.text(f"explain-{part.kind}")
            assert "effect-unit" not in part.unit
            assert "driver-unit" not in part.unit


def test_a_condition_is_explained_at_the_month_and_setting_it_is_judged_in(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    for gate in assessment.gates:
        for one in gate.conditions:
            chain = explain(plan, assessment, f"condition/{one.condition}")
            assert float(chain.value) == pytest.approx(1 - one.open_share, rel=1e-3)
            judged = [part for part in chain.parts if part.kind == "judged"]
            assert bool(judged) == (one.value_q50 is not None)
            covers = [part for part in chain.parts if part.kind == "cover"]
            for cover in covers:
                _, task, month, setting = cover.address.split("/")
                assert month == min(max(gate.reference, assessment.plan.months[0]), assessment.plan.months[-1])
                at = assessment.plan.months.index(month)
                outlook = next(row for row in assessment.tasks if row.id == task)
                assert float(cover.value) == pytest.approx(outlook.cover[setting].q50[at], rel=1e-3)
                assert setting in {"alone", f"after:{gate.gate}"}


def test_help_money_and_counts_are_in_the_chain(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    kinds: dict[str, set[str]] = {}
    for gate in assessment.gates:
        for part in every_part(explain(plan, assessment, f"gate/{gate.gate}")):
            kinds.setdefault(part.address.split("/")[0], set()).add(part.kind)
    assert {"enablers", "sustainment", "budgets", "series", "threat_response"} <= kinds.keys()


def test_an_element_has_the_capability_of_its_task(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    line = plan.tables["lines"][0]
    month = assessment.plan.months[11]
    chain = explain(plan, assessment, f"capability/{line.element}/{line.task}/{month}")
    outlook = next(row for row in assessment.tasks if row.id == line.task)
    assert float(chain.parts[0].value) == pytest.approx(outlook.capability.q50[11], rel=1e-3)


@pytest.mark.parametrize(
    "address",
    ["gate/none", "condition/none", "task/none", "line/none", "driver/none", "series/none", "a/b/c", "nothing", "task"],
)
def test_what_is_not_there_is_refused(assessed: tuple[Plan, Assessment], address: str) -> None:
    with pytest.raises(KeyError):
        explain(*assessed, address)


def test_a_month_outside_the_horizon_is_refused(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    task = assessment.tasks[0].id
    for month in ("1999-01", "xyz", f"{assessment.plan.months[0]}/now/more"):
        with pytest.raises(KeyError):
            explain(plan, assessment, f"task/{task}/{month}")


def test_figures_of_gates_activities_sustainment_returns_and_bases_have_chains(
    assessed: tuple[Plan, Assessment],
) -> None:
    plan, assessment = assessed
    gate = assessment.gates[0]
    assert explain(plan, assessment, f"gate/{gate.gate}/held").value == f"{gate.held:.4g}"
    side = gate.positions[0]
    chain = explain(plan, assessment, f"gate/{gate.gate}/{side.party}")
    assert chain.value == f"{side.on_with_beliefs:.4g}"
    assert any(part.address.startswith("positions/") for part in chain.parts)
    activity = assessment.programme.activities[0]
    money = explain(plan, assessment, f"activity/{activity.id}")
    assert float(money.value) == pytest.approx(sum(activity.cost.values()), rel=1e-3)
    assert any(part.address.startswith("activity_money/") for part in money.parts)
    assert float(explain(plan, assessment, "programme").value) == pytest.approx(assessment.programme.cost, rel=1e-3)
    whole = explain(plan, assessment, "sustained")
    assert float(whole.value) == pytest.approx(assessment.sustainment.needed_year, rel=1e-3)
    assumed, of = explain(plan, assessment, "basis").value.split(" / ")
    assert (int(assumed), int(of)) == (assessment.basis.inputs["assumed"], sum(assessment.basis.inputs.values()))


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "  ",
        "gate/nowhere",
        "gate/{gate}/nothing",
        "activity/none",
        "sustained/item/none",
        "returns/none",
        "basis/none",
    ],
)
def test_what_has_no_address_is_no_empty_chain(assessed: tuple[Plan, Assessment], address: str) -> None:
    plan, assessment = assessed
    with pytest.raises(KeyError):
        explain(plan, assessment, address.replace("{gate}", assessment.gates[0].gate))


def test_words_of_their_own_ask_for_what_is_counted_over_the_whole_plan(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    severe = explain(plan, assessment, "severe")
    assert float(severe.value) == pytest.approx(assessment.severe_ever, rel=1e-3)
    worst = assessment.plan.months[assessment.severe.index(max(assessment.severe))]
    assert {part.address.split("/")[2] for part in severe.parts if part.kind == "cover"} == {worst}
    limits = explain(plan, assessment, "limits")
    assert limits.value == f"{assessment.basis.limits['assumed']} / {sum(assessment.basis.limits.values())}"
    assert len(limits.parts) == sum(assessment.basis.limits.values())


def test_a_table_is_its_rows_and_a_row_without_uncertain_cells_its_sources(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    chain = explain(plan, assessment, "commitments")
    assert chain.value == str(len(chain.parts)) != "0"
    assert any(part.evidence for part in chain.parts)
    with pytest.raises(KeyError):
        explain(plan, assessment, "no-such-table")


def test_the_sides_of_a_gate_are_explained_each(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    for gate in assessment.gates:
        chain = explain(plan, assessment, f"gate/{gate.gate}/sides")
        assert [part.address for part in chain.parts] == [f"gate/{gate.gate}/{one.party}" for one in gate.positions]


def parts_of(plan: Plan, assessment: Assessment, kind: str) -> dict[str, Explanation]:
    """Every part of the chains of all tasks, by address, below a need of a kind."""
    found = {}
    for task in assessment.tasks:
        for part in every_part(explain(plan, assessment, f"task/{task.id}")):
            if part.address.startswith("line_needs/") and part.address.split(",")[1] == kind:
                found |= {one.address: one for one in every_part(part)}
    return found


def test_what_the_month_loop_reads_of_a_need_is_in_its_chain(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    chains = {kind: parts_of(plan, assessment, kind) for kind in ("skill", "item", "function")}
    skills = [one.split("/")[1] for one in chains["skill"] if one.startswith("skills/") and one.count("/") == 1]
    assert skills
    for skill in skills:
        element = skill.split(",")[0]
        assert f"skills/{skill}/need" in chains["skill"]
        there = {one for one in chains["skill"] if one.startswith(f"strength/{element},")}
        assert {one.rsplit("/", 1)[1] for one in there} >= {"assigned", "attrition"}
        measured = any(one.endswith("/present") for one in there)
        assert measured or "partnership/defaults/presence_low" in chains["skill"]
    items = {one.split("/")[1] for one in chains["item"] if one.startswith("holdings/") and one.count("/") == 1}
    assert items
    assert {f"equipment_types/{one.split(',')[0]}/failure" for one in items} <= chains["item"].keys()
    assert any(one.startswith("scale_levels/") and one.endswith("/capacity") for one in chains["function"])


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_a_judged_cell_shows_what_each_side_holds(example: str) -> None:
    plan = jisr.load(EXAMPLES / example)
    for judgement in plan.tables["judgements"]:
        rate = cell(plan, judgement.address)
        held = {one.party: str(one.value) for one in plan.tables["positions"] if one.judgement == judgement.judgement}
        assert len(held) >= 2
        assert [one.value for one in rate.parts] == [f"{party}: {value}" for party, value in held.items()]
        assert all((one.kind, one.unit) == ("position", rate.unit) and one.reason for one in rate.parts)


def test_the_sides_hold_different_rates_of_demand(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    judged = [one.address for one in plan.tables["judgements"] if one.address.table == "demand"]
    for address in judged:
        chain = explain(plan, assessment, f"requirement/{address.key.split(',')[0]}")
        rate = next(part for part in chain.parts if part.address == str(address))
        assert len(rate.parts) >= 2
    assert judged or plan.partnership.id != "iraq-2024"


def test_a_requirement_is_explained_by_area(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    local = next(one for one in assessment.tasks if one.areas)
    area, month = local.areas[0], local.area_months[2]
    chain = explain(plan, assessment, f"requirement/{local.id}/{area.id}/{month}")
    assert chain.value == f"{area.requirement.q50[2]:.4g}"
    assert chain.address == f"requirement/{local.id}/{area.id}/{month}"
    assert {"demand", "driver", "tasks"} <= {part.address.split("/")[0] for part in chain.parts}
    for part in every_part(chain):
        assert explain(plan, assessment, part.address).address.startswith(part.address.split("/")[0])
    assert explain(plan, assessment, f"requirement/{local.id}/{area.id}").address.endswith(local.area_months[1])


@pytest.mark.parametrize(
    "rest", ["nowhere/2025-03", "2200-01", "soon", "north/2025-02", "north/soon", "north/2025-03/more"]
)
def test_areas_and_months_that_are_not_there_have_no_chain(rest: str) -> None:
    plan, assessment = jisr.assess(EXAMPLES / "three-areas", draws=100)
    for kind in ("requirement/patrol", "driver/incidents"):
        if (kind, rest) != ("driver/incidents", "north/2025-02"):
            with pytest.raises(KeyError):
                explain(plan, assessment, f"{kind}/{rest}")
