"""What was computed beside the assessment, as sections of every document."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from jisr.api import write_report
from jisr.assessment import Assessment, Serial
from jisr.charts import Chart, Table
from jisr.comparison import Reach, Sensitivity, find_sensitivity
from jisr.plan import Plan
from jisr.report import Section, build_report, reach_section, sensitivity_section
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"


@pytest.fixture
def reach(whole_reach: Reach) -> Reach:
    return whole_reach


@pytest.fixture(scope="module")
def sensitivity(assessed: tuple[Plan, Assessment]) -> Sensitivity:
    return find_sensitivity(*assessed, Serial(), draws=64)


def tables(section: Section) -> list[Table]:
    return [one for one in section.blocks if isinstance(one, Table)]


def test_a_picture_and_a_table_for_each_gate_that_something_moves(reach: Reach) -> None:
    section = reach_section(reach, Words())
    shown = [one for one in section.blocks if isinstance(one, Chart)]
    moved = [
        gate.gate
        for gate in reach.gates
        if any(
            abs(at.change) > 2 * at.standard_error
            for item in reach.items
            for end in item.ends
            for at in end.gates
            if at.gate == gate.gate
        )
    ]
    assert moved
    assert [one.id for one in shown] == [f"reach-{gate}" for gate in moved]
    assert all(one.title and one.unit and one.source and one.alternative and one.data.rows for one in shown)
    assert [one.id for one in tables(section)] == [f"reach-all-{gate.gate}" for gate in reach.gates]


def test_a_table_says_each_end_and_the_chance_it_gives(reach: Reach) -> None:
    (first, *_) = tables(reach_section(reach, Words()))
    chances = [row.cells[3].value for row in first.rows]
    given = {at.chance for item in reach.items for end in item.ends for at in end.gates if at.gate == "step-one"}
    assert chances
    assert set(chances) <= given
    named = [row.cells[0].text for row in first.rows if not row.part]
    assert len(named) == len(set(named))


def test_shares_by_kind_and_by_basis_and_of_every_task(sensitivity: Sensitivity) -> None:
    section = sensitivity_section(sensitivity, Words())
    gates = [one for one in sensitivity.series if one.kind == "gate"]
    shown = tables(section)
    assert [one.id for one in shown] == [*(f"sensitivity-{one.id}" for one in gates), "sensitivity-tasks"]
    named = {row.cells[0].text for row in shown[-1].rows} - {""}
    assert len(named) == len(sensitivity.series) - len(gates)
    for table, gate in zip(shown, gates, strict=False):
        totals = [row.cells[2].value for row in table.rows if row.cells[2].value is not None]
        assert totals == [share.total for share in gate.at_month or gate.overall]


def test_they_stand_in_every_document_and_nowhere_unless_asked_for(
    assessed: tuple[Plan, Assessment], reach: Reach, sensitivity: Sensitivity, tmp_path: Path
) -> None:
    plan, assessment = assessed
    kinds = ("html", "pdf", "xlsx")
    write_report(plan, assessment, tmp_path, to=kinds, reach=reach, sensitivity=sensitivity)
    title = Words().text("section-reach")
    page = (tmp_path / "three-areas.html").read_text(encoding="utf-8")
    assert title in page
    assert "nan" not in page.lower().split()
    document = PdfReader(io.BytesIO((tmp_path / "three-areas.pdf").read_bytes()))
    assert title in " ".join(" ".join(one.extract_text().split()) for one in document.pages)
    book = CalamineWorkbook.from_path(tmp_path / "three-areas.xlsx")
    cells = {str(cell) for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row}
    assert any("self_reliance/" in cell or "conditions/" in cell for cell in cells)
    for name in ("reach", "sensitivity"):
        assert json.loads((tmp_path / f"three-areas-{name}.json").read_text())["schema"].startswith(f"jisr/{name}/")
    bare = build_report(plan, assessment, Words())
    assert not {"reach", "sensitivity"} & {one.id for one in bare.sections}


def test_what_changed_stands_first_and_these_last(assessed: tuple[Plan, Assessment], reach: Reach) -> None:
    changed = Section("difference", "", "", (), leads=True)
    report = build_report(*assessed, Words(), [reach_section(reach, Words()), changed])
    assert [report.sections[0].id, report.sections[-1].id] == ["difference", "reach"]
