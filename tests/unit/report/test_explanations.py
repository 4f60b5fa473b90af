"""Every figure of the report opens a chain: its own, or that of its row, its column or its table."""

from __future__ import annotations

from pathlib import Path

import pytest
from sample_sides import sides_apart

import jisr
from jisr.report import build_report
from jisr.report.explanations import explanations
from jisr.words import Words

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.mark.parametrize("example", ["three-areas", "iraq-2024"])
def test_every_figure_opens_a_chain(example: str) -> None:
    plan, assessment = jisr.assess(EXAMPLES / example, draws=100)
    report = build_report(plan, assessment, Words())
    steps = explanations(plan, assessment, report, Words())["steps"]
    figures = [
        (table.id, column.heading, cell.text, {cell.address, row.cells[0].address, column.address, table.address})
        for table in report.tables()
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.value is not None
    ]
    assert len(figures) > 1000
    assert [one[:3] for one in figures if not one[3] & steps.keys()] == []
    marks = [mark for block in report.first for line in block.lines for meter in line.meters for mark in meter.marks]
    assert marks
    assert [one.text for one in marks if one.address not in steps] == []
    assert [block.id for block in report.first if block.address not in steps] == []


def test_a_step_names_only_steps_and_sources_there_are() -> None:
    plan, assessment = jisr.assess(EXAMPLES / "three-areas", draws=100)
    report = build_report(plan, assessment, Words(), apart=sides_apart())
    found = explanations(plan, assessment, report, Words())
    for address, step in found["steps"].items():
        assert set(step.get("parts", ())) <= found["steps"].keys(), address
        assert set(step.get("evidence", ())) <= found["sources"].keys(), address


def test_a_step_of_one_area_names_it() -> None:
    plan, assessment = jisr.assess(EXAMPLES / "three-areas", draws=100)
    steps = explanations(plan, assessment, build_report(plan, assessment, Words()), Words())["steps"]
    (month,) = {address.split("/")[3] for address in steps if address.startswith("requirement/patrol/north/")}
    step = steps[f"requirement/patrol/north/{month}"]
    (driver,) = (part for part in step["parts"] if part.startswith("driver/"))
    assert step["name"] == "Hold and patrol, North"
    assert steps[driver]["name"].endswith(", North")
