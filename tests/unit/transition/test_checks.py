from typing import Any

import pytest
from unit.transition.gates_plan import ASSUMED, condition, gate, plan

from jisr.findings import Finding
from jisr.months import Month
from jisr.plan import Driver, External, Judgement, Phase, Plan, Position, Row, ScheduledAssessment, Task
from jisr.transition import checks, compile_transition


def codes(some: Plan) -> list[str]:
    return sorted(one.code for one in checks(some))


def only(some: Plan, code: str) -> Finding:
    found = checks(some)
    assert [one.code for one in found] == [code]
    return found[0]


def phase(name: str, starts_by: str | None = None) -> Phase:
    return Phase(phase=name, name={"en": name}, starts_by=starts_by)


def external(kind: str) -> External:
    row: dict[str, Any] = {"external": "text", "name": {"en": "Text"}, "kind": kind, "value": "0.5", "owner": "north"}
    return External.model_validate(row | ASSUMED)


TWO = plan([condition("a"), condition("b", gate="gate-2")], [gate(1), gate(2, review_date="2025-06-30")])
MOBILE: dict[str, Any] = {
    "task": "lift",
    "name": {"en": "Lift"},
    "unit": "hours",
    "scope": "mobile",
    "essential": "yes",
    "weight": "1",
    "window": "12",
}


def test_a_sound_plan_has_no_findings() -> None:
    assert codes(TWO) == []
    assert compile_transition(TWO).phases == ("phase-1", "phase-2", "phase-3")


def test_a_phase_other_than_the_last_needs_a_gate() -> None:
    some = TWO.with_rows("phases", [phase("phase-1"), phase("lost", "gate-9"), *TWO.tables["phases"][1:]])
    assert only(some, "G701").found == "lost"


@pytest.mark.parametrize(
    ("phases", "gates", "why"),
    [
        ([phase("phase-1"), phase("phase-2", "gate-1")], [gate(1), gate(2, phase_from="phase-1")], "two-gates-end-it"),
        ([phase("phase-1"), phase("phase-2", "gate-2"), phase("phase-3", "gate-2")], [gate(1), gate(2)], "starts-by"),
        ([phase("phase-1"), phase("phase-2", "gate-1"), phase("phase-3")], [gate(1), gate(2)], "second-first"),
        ([phase("phase-1"), phase("phase-3", "gate-1")], [gate(1)], "gate-opens-another"),
    ],
)
def test_a_chain_that_breaks_or_branches(phases: list[Phase], gates: list[Row], why: str) -> None:
    some = TWO.with_rows("phases", phases).with_rows("gates", gates)
    found = [one for one in checks(some) if one.code == "G702"]
    assert any(one.values["why"].startswith(why) for one in found)


def test_a_branching_chain_does_not_compile() -> None:
    with pytest.raises(ValueError, match="branch"):
        compile_transition(TWO.with_rows("gates", [gate(1), gate(2, phase_from="phase-1")]))


def test_phases_that_come_back() -> None:
    gates = [gate(1), gate(2, phase_to="phase-1")]
    some = TWO.with_rows("gates", gates).with_rows("phases", [phase("phase-1", "gate-2"), phase("phase-2", "gate-1")])
    assert only(some, "G708").values["phases"] == "phase-1 phase-2"


def test_tables_out_of_the_order_of_the_chain() -> None:
    assert only(TWO.with_rows("gates", reversed(TWO.tables["gates"])), "G713").place.file == "tables/gates.csv"
    rows = TWO.tables["phases"]
    assert codes(TWO.with_rows("phases", [rows[0], rows[2], rows[1]])) == ["G701", "G713"]


def test_a_measure_that_does_not_exist() -> None:
    assert only(plan([condition("a", measure="luck")]), "G703").found == "luck"


@pytest.mark.parametrize(
    ("changes", "others", "selector", "why"),
    [
        ({"element": None}, [], "element", "missing"),
        ({"task": "lift"}, [], "task", "not-taken"),
        ({"measure": "cover", "element": None, "task": "lift", "area": "x"}, [], "area", "mobile-task"),
        ({"measure": "external-quiet", "external": "text", "element": None}, ["completion"], "external", "other-kind"),
        ({"measure": "external-done", "external": "text", "element": None}, ["hazard"], "external", "other-kind"),
        ({"measure": "threat-level", "driver": "people", "element": None}, [], "driver", "other-kind"),
    ],
)
def test_selectors_fit_their_measure(changes: dict[str, Any], others: list[str], selector: str, why: str) -> None:
    kinds = {"completion": "time-to-completion", "hazard": "event-hazard"}
    people = {"driver": "people", "name": {"en": "People"}, "unit": "persons", "kind": "area-attribute"}
    rows: list[Row] = [Task.model_validate(MOBILE), Driver.model_validate(people)]
    rows += [external(kinds[other]) for other in others]
    found = only(plan([condition("a", **changes)], others=rows), "G704")
    assert (found.values["selector"], found.values["why"]) == (selector, why)


def test_an_expression_that_cannot_be_used_is_found_with_its_column() -> None:
    some = plan([condition("a"), condition("b", condition_class="contextual")], [gate(expression="any(a, b)")])
    found = only(some, "G705")
    assert (found.found, found.values["rule"], found.values["column"]) == ("b", "unknown-condition", "8")
    assert only(plan([condition("a")], [gate(expression="any(a")]), "G705").values["rule"] == "closing-bracket"


def test_a_core_condition_the_expression_leaves_out() -> None:
    some = plan([condition("a"), condition("b")], [gate(expression="all(a)")])
    assert only(some, "G714").found == "b"


def test_dates() -> None:
    a = [condition("a")]
    assert codes(plan(a, [gate(rule="date")])) == ["G706"]
    assert codes(plan(a, [gate(review_date=None)])) == ["G707"]
    assert only(plan(a, [gate(latest_date="2024-09-30")]), "G712").values["column"] == "latest_date"
    assert only(plan(a, [gate(review_date="2025-10-01")]), "G716").found == "2025-10-01"
    assert codes(plan(a, [gate(review_date="2025-09-30")])) == []
    backwards = [gate(1, rule="date", latest_date="2025-06-30"), gate(2, review_date="2025-05-31")]
    assert only(plan([*a, condition("b", gate="gate-2")], backwards), "G715").found == "2025-05-31"


def test_thresholds() -> None:
    assert only(plan([condition("a", threshold="0.8 | 0.9 | 1.1")]), "G709").values["column"] == "threshold"
    assert codes(plan([condition("a", exit_threshold="-0.1")])) == ["G709"]
    assert codes(plan([condition("a", threshold="0.5", exit_threshold="0.6")])) == ["G717"]
    assert codes(plan([condition("a", comparison="<=", threshold="0.5", exit_threshold="0.4")])) == ["G717"]
    assert codes(plan([condition("a", comparison="<=", threshold="0.5", exit_threshold="0.6")])) == []


def test_an_assessment_up_to_the_cutoff() -> None:
    rows = [
        ScheduledAssessment(assessment=month, condition="a", month=Month.parse(month), assessor="north")
        for month in ("2024-09", "2024-10")
    ]
    assert only(plan([condition("a")], others=rows), "G710").found == "2024-09"


def test_a_gate_without_a_core_condition() -> None:
    some = plan([condition("a", condition_class="contextual")])
    assert only(some, "G711").found == "0"
    with pytest.raises(ValueError, match="core conditions"):
        compile_transition(some)


@pytest.mark.parametrize("code", ["G703", "G705", "G706", "G707", "G711"])
def test_what_the_checks_refuse_does_not_compile(code: str) -> None:
    bad = {
        "G703": plan([condition("a", measure="luck")]),
        "G705": plan([condition("a")], [gate(expression="any(")]),
        "G706": plan([condition("a")], [gate(rule="date")]),
        "G707": plan([condition("a")], [gate(review_date=None)]),
        "G711": plan([]),
    }[code]
    assert codes(bad) == [code]
    with pytest.raises(ValueError, match=r"\w"):
        compile_transition(bad)


def positioned(address: str, **values: str) -> list[Row]:
    judgement = {"judgement": "j", "address": address, "question": {"en": "?"}, "kind": "rule"}
    given = {"judgement": "j", "rationale": "test", "given_on": "2024-09-01"}
    rows: list[Row] = [Judgement.model_validate(judgement)]
    rows += [Position.model_validate(given | {"party": party, "value": value}) for party, value in values.items()]
    return rows


def test_a_partys_rules_must_run_too() -> None:
    some = plan([condition("a")], others=positioned("gates/gate-1/rule", north="date", south="condition"))
    found = only(some, "G718")
    assert (found.found, found.values["breaks"]) == ("north", "G706")
    assert (
        codes(plan([condition("a")], [gate(latest_date="2025-01-31")], positioned("gates/gate-1/rule", north="date")))
        == []
    )
    # a value the cell cannot hold is said of the position itself, in the words of that cell
    assert codes(plan([condition("a")], others=positioned("gates/gate-1/rule", north="soon"))) == []
    assert codes(plan([condition("a", measure="luck")], others=positioned("gates/gate-1/once", north="yes"))) == [
        "G703"
    ]


@pytest.mark.parametrize(
    "changes",
    [
        {"measure": "function-level", "function": "pay"},
        {"measure": "mission-capable", "element": None, "item": "truck"},
        {"measure": "funded-share", "element": None, "item": "truck"},
    ],
)
def test_a_measure_with_nothing_to_be_read_from(changes: dict[str, Any]) -> None:
    found = only(plan([condition("a", **changes)]), "G719")
    assert found.found == changes["measure"]
