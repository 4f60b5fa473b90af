from __future__ import annotations

import dataclasses
import io
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from sample_assessment import bare, names, sample

import jisr
from jisr.assessment import Assessment
from jisr.charts import Column, plain_table
from jisr.plan import Plan
from jisr.report import Section, build_report, render_pdf
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


@pytest.fixture(scope="module")
def document(plan: Plan) -> bytes:
    return render_pdf(plan, sample(), Words())


def opened(content: bytes) -> PdfReader:
    """The document as an independent reader opens it."""
    return PdfReader(io.BytesIO(content))


def text_of(content: bytes) -> str:
    """All its text, with spaces as one."""
    return " ".join(" ".join(page.extract_text().split()) for page in opened(content).pages)


def titles(outline: list[Any]) -> list[str]:
    """Every bookmark."""
    return [title for one in outline for title in (titles(one) if isinstance(one, list) else [one.title])]


def elements(node: Any) -> list[Any]:
    """Every element of the tag tree."""
    node = node.get_object()
    if not hasattr(node, "get"):
        return []
    below = node.get("/K", [])
    below = below if isinstance(below, list) else [below]
    kids = [found for one in below if not isinstance(one, int) for found in elements(one)]
    return [node, *kids]


def test_it_is_tagged_for_people_who_hear_it(document: bytes) -> None:
    root = opened(document).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()
    found = elements(root["/StructTreeRoot"])
    kinds = {str(one.get("/S")) for one in found}
    assert {"/H1", "/Table", "/TH", "/TD", "/Figure", "/Caption", "/Link"} <= kinds
    pictures = [one for one in found if one.get("/S") == "/Figure" and "/Alt" in one]
    charts = list(build_report(jisr.load(EXAMPLE), sample(), Words()).charts())
    assert {str(one["/Alt"]) for one in pictures} >= {chart.alternative for chart in charts}


def test_bookmarks_lead_to_every_section_and_chart(plan: Plan, document: bytes) -> None:
    report = build_report(plan, sample(), Words())
    found = titles(opened(document).outline)
    for section in report.sections:
        assert section.title in found
    assert {chart.title for chart in report.charts()} <= set(found)


def test_pages_are_numbered_and_sources_stand_at_the_end(plan: Plan, document: bytes) -> None:
    pages = opened(document).pages
    for number, page in enumerate(pages, 1):
        assert f"{number} / {len(pages)}" in page.extract_text()
    report = build_report(plan, sample(), Words())
    assert all(one.text.split(":")[0] in text_of(document) for one in report.sources.listed)


def test_the_first_page_answers(plan: Plan, document: bytes) -> None:
    first = " ".join(opened(document).pages[0].extract_text().split()).replace("\u00a0", " ")
    for block in build_report(plan, sample(), Words()).first:
        assert block.title in first
        assert block.figure in first


def test_the_same_values_give_the_same_bytes(plan: Plan, document: bytes) -> None:
    assert render_pdf(plan, sample(), Words()) == document
    assert opened(document).metadata.get("/CreationDate") is None


@pytest.mark.parametrize("language", ["en", "qps"])
def test_a_bare_assessment_is_a_document(plan: Plan, language: str) -> None:
    content = render_pdf(plan, bare(), Words(language))
    assert len(opened(content).pages) <= 4
    assert "nan" not in text_of(content).lower().split()


@pytest.mark.parametrize("gone", [("activities", "activity_effects", "activity_money", "activity_needs"), ("areas",)])
def test_a_plan_without_some_tables_is_still_a_document(plan: Plan, gone: tuple[str, ...]) -> None:
    for table in gone:
        plan = plan.with_rows(table, plan.tables[table][:1] if table == "areas" else [])
    assessment = bare() if "activities" in gone else sample()
    assert opened(render_pdf(plan, assessment, Words())).pages


def test_a_plan_without_evidence_has_no_list_of_sources(plan: Plan) -> None:
    content = render_pdf(plan.with_rows("evidence", []), sample(), Words())
    assert "Sources" not in titles(opened(content).outline)


def long_names(assessment: Assessment) -> Assessment:
    """Every name 80 letters long, one of them without a place to break."""
    name = names("Unbreakable" * 7 + "ish")
    return dataclasses.replace(
        assessment,
        plan=dataclasses.replace(assessment.plan, title=name),
        gates=tuple(dataclasses.replace(one, name=name) for one in assessment.gates),
        today=tuple(dataclasses.replace(one, name=name) for one in assessment.today),
        tasks=tuple(dataclasses.replace(one, name=name) for one in assessment.tasks),
    )


def test_long_names_and_markup_stay_text(plan: Plan, document: bytes) -> None:
    ordinary = len(opened(document).pages)
    assert ordinary <= len(opened(render_pdf(plan, long_names(sample()), Words())).pages) <= ordinary + 1
    evil = '#panic("x") $ *_<a> @b \\ // = [c]'
    hostile = dataclasses.replace(
        sample(), tasks=tuple(dataclasses.replace(one, name=names(evil)) for one in sample().tasks)
    )
    assert "#panic" in text_of(render_pdf(plan, hostile, Words()))


def test_a_table_of_300_rows_is_cut_and_says_where_the_rest_is(plan: Plan) -> None:
    table = plain_table("areas", "Areas", [Column("Area")], [[f"Area {i}"] for i in range(300)])
    content = render_pdf(plan, bare(), Words(), [Section("many", "Many areas", "", (table,))])
    text = text_of(content)
    assert "Area 99" in text
    assert "Area 100" not in text
    assert "200 more rows are in the workbook, sheet areas" in text.replace("\u00a0", " ")
