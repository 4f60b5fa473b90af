from __future__ import annotations

import dataclasses
import datetime as dt
import io
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from sample_assessment import bare, names, sample

import jisr
from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report import build_report, render_xlsx
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def opened(content: bytes) -> CalamineWorkbook:
    """The workbook as an independent reader opens it."""
    return CalamineWorkbook.from_filelike(io.BytesIO(content))


@pytest.mark.parametrize("assessment", [sample(), bare()], ids=["sample", "bare"])
@pytest.mark.parametrize("language", ["en", "qps"])
def test_every_table_and_every_chart_has_a_sheet_with_all_its_rows(
    plan: Plan, assessment: Assessment, language: str
) -> None:
    words = Words(language)
    report = build_report(plan, assessment, words)
    book = opened(render_xlsx(plan, assessment, words))
    tables = list(report.tables())
    assert len(book.sheet_names) == len(tables) + 1 + bool(report.sources.listed)
    for name, table in zip(book.sheet_names[1:], tables, strict=False):
        rows = book.get_sheet_by_name(name).to_python()
        assert rows[0][0] == table.caption
        assert len(rows) == 4 + len(table.rows)
        assert [row[0] for row in rows[4:]] != [] or not table.rows


def test_figures_are_figures_and_months_are_dates(plan: Plan) -> None:
    book = opened(render_xlsx(plan, sample(), Words()))
    rows = book.get_sheet_by_name("gates").to_python()
    assert rows[4][0] == dt.date(2025, 1, 1)
    chances = [row[1] for row in rows[4:]]
    assert chances == pytest.approx(sample().gates[0].probability_on)
    board = book.get_sheet_by_name("board-step-one").to_python()
    wanted = board[3].index("Wanted")
    assert board[4][wanted] == 0.75
    assert board[4][board[3].index("Basis: Wanted")] == "ASSUMED"


def test_the_same_values_give_the_same_bytes(plan: Plan) -> None:
    first = render_xlsx(plan, sample(), Words())
    assert first == render_xlsx(plan, sample(), Words())
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"1980-01-01T00:00:00Z" in archive.read("docProps/core.xml")


def test_what_looks_like_a_formula_stays_text(plan: Plan) -> None:
    evil = '=HYPERLINK("http://x","y")'
    first = sample()
    hostile = dataclasses.replace(
        first, tasks=tuple(dataclasses.replace(one, name=names(evil), unit=evil) for one in first.tasks)
    )
    content = render_xlsx(plan, hostile, Words())
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/")]
    assert not any(b"<f>" in sheet for sheet in sheets)
    assert evil in str(opened(content).get_sheet_by_name("tasks").to_python())


def test_sheets_run_from_right_to_left_where_the_language_does(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Words, "direction", property(lambda _: "rtl"))
    with zipfile.ZipFile(io.BytesIO(render_xlsx(plan, bare(), Words()))) as archive:
        sheets = [archive.read(name) for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sheets
    assert all(b'rightToLeft="1"' in sheet for sheet in sheets)


@pytest.mark.office
def test_an_office_program_opens_it(plan: Plan, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None or shutil.which("localc") is None:
        pytest.skip("no LibreOffice Calc on this machine")
    path = tmp_path / "report.xlsx"
    path.write_bytes(render_xlsx(plan, sample(), Words()))
    command = [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/profile", "--convert-to"]
    # the last number of the filter's options asks for every sheet, each into a file of its own
    subprocess.run(
        [
            *command,
            "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1",
            "--outdir",
            tmp_path,
            path,
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    board = (tmp_path / "report-board-step-one.csv").read_text(encoding="utf-8")
    assert "≥ 75 %" in board or "≥ 75%" in board
    assert "Raids after step one" in board
