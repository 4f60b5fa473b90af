from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from sample_assessment import activity, bare, sample

import jisr
from jisr.charts import Table
from jisr.plan import Plan, Position, SelfReliance, Sustainment
from jisr.report import build_report
from jisr.report.positions_table import positions_table
from jisr.report.row_basis import weakest_basis
from jisr.report.sections.assumptions import assumptions_section
from jisr.report.sections.programme import cost_text
from jisr.report.sections.sustainment import successor_text, sustainment_section
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"
WORDS = Words()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def test_sections_have_ids_titles_and_something_to_show(plan: Plan) -> None:
    report = build_report(plan, sample(), WORDS)
    ids = [one.id for one in (*report.sections, report.method)]
    assert len(set(ids)) == len(ids)
    assert all(one.title and one.lead and one.blocks for one in report.sections)
    assert len({one.id for one in report.tables()}) == len(list(report.tables()))


def test_a_bare_assessment_has_no_empty_section_or_table(plan: Plan) -> None:
    report = build_report(plan.with_rows("budgets", []), bare(), WORDS)
    assert "programme" not in {one.id for one in report.sections}
    assert all(table.rows for table in report.tables())


def test_the_weakest_basis_counts(plan: Plan) -> None:
    first = plan.rows(SelfReliance)[0]
    rows = [row for row in plan.rows(SelfReliance) if row.task == first.task]
    better = [row.model_copy(update={"basis": "sourced"}) if row == first else row for row in rows]
    assert weakest_basis(plan, better) == "assumed"
    assert weakest_basis(plan, []) == ""


def test_a_cost_has_a_basis_where_the_plan_has_the_row(plan: Plan) -> None:
    row, first = plan.rows(Sustainment)[0], sample()
    known = dataclasses.replace(first.sustainment.ends[1], kind=row.kind, what=row.what)
    ends = (first.sustainment.ends[1], known)
    outlook = dataclasses.replace(first.sustainment, ends=ends)
    section = sustainment_section(plan, dataclasses.replace(first, sustainment=outlook), WORDS)
    assert section is not None
    (table,) = [one for one in section.blocks if isinstance(one, Table) and one.id == "arrangements"]
    assert [one.cells[4].basis for one in table.rows] == ["", "assumed"]


def test_costs_name_their_payers() -> None:
    assert cost_text(sample(), activity("x", "X"), WORDS) == "Northland USD 6.0 M, Coalition USD 2.0 M"
    assert cost_text(sample(), activity("x", "X", cost={}), WORDS) == "–"


def test_who_follows_is_said_also_when_nobody_does() -> None:
    repairs, money, open_ended = sample().sustainment.ends
    assert successor_text(sample(), repairs, WORDS) == "own mechanics"
    assert successor_text(sample(), money, WORDS) == "nobody is named"
    assert successor_text(sample(), open_ended, WORDS) == "Northland"


def test_tables_of_the_plan_are_listed_largest_first(plan: Plan) -> None:
    section = assumptions_section(plan, sample(), WORDS)
    assert section is not None
    chart = section.blocks[0]
    assert [row.cells[0].text for row in chart.data.rows] == ["strength", "skills"]  # type: ignore[union-attr]


def test_each_side_stands_beside_the_other(plan: Plan) -> None:
    table = positions_table(plan, sample(), WORDS)
    assert table is not None
    given = {(row.judgement, row.party): row.value for row in plan.rows(Position)}
    shown = [cell.text for row in table.rows for cell in row.cells[2:] if cell.text != "–"]
    assert sorted(shown) == sorted(given.values())
    assert all(row.cells[0].address for row in table.rows)
    assert positions_table(plan.with_rows("positions", []), sample(), WORDS) is None
