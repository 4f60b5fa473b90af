"""What people's tools write must be read: languages, byte-order marks, separators, line ends, odd paths."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

import jisr
from jisr.findings import worst
from jisr.plan import Area, read_workspace, write_workspace

SORANI = "ناوچەی باکوور"
ARABIC = "منطقة الشمال"


def rewrite(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")


def no_errors(folder: Path) -> bool:
    return worst(jisr.check(folder)) != "error"


def test_the_example_has_no_errors(workspace: Path) -> None:
    assert no_errors(workspace)


def test_arabic_and_kurdish_in_every_name(workspace: Path) -> None:
    plan = read_workspace(workspace).plan
    assert plan is not None
    languages = plan.partnership.model_copy(update={"languages": ("en", "ar", "ckb")})
    named = {
        table: tuple(
            row.model_copy(
                update={
                    field: {"en": "x", "ar": ARABIC, "ckb": SORANI}
                    for field, info in type(row).model_fields.items()
                    if isinstance(getattr(row, field), dict)
                }
            )
            for row in rows
        )
        for table, rows in plan.tables.items()
    }
    folder = workspace.parent / "named"
    write_workspace(type(plan)(languages, named), folder)
    read = read_workspace(folder)
    assert not [one for one in read.findings if one.severity == "error"]
    assert read.plan is not None
    assert read.plan.rows(Area)[0].name == {"en": "x", "ar": ARABIC, "ckb": SORANI}


@pytest.mark.parametrize("separator", [";", "\t"])
def test_other_separators(workspace: Path, separator: str) -> None:
    import csv

    for path in (workspace / "tables").glob("*.csv"):
        with path.open(newline="", encoding="utf-8") as file:
            rows = list(csv.reader(file))
        with path.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, delimiter=separator).writerows(rows)
    assert no_errors(workspace)


def test_byte_order_mark_and_windows_line_ends(workspace: Path) -> None:
    for path in [*(workspace / "tables").glob("*.csv"), workspace / "partnership.yaml"]:
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert no_errors(workspace)


@pytest.mark.parametrize("table", ["scenarios", "options", "judgements", "positions", "cohorts", "threat_response"])
def test_header_only_optional_tables(workspace: Path, table: str) -> None:
    path = workspace / "tables" / f"{table}.csv"
    path.write_text(path.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    if table == "judgements":
        positions = workspace / "tables" / "positions.csv"
        positions.write_text(positions.read_text(encoding="utf-8").splitlines()[0] + "\n", encoding="utf-8")
    assert no_errors(workspace)


def test_a_path_with_spaces_and_arabic_letters(workspace: Path) -> None:
    target = workspace.parent / "خطة العراق 2024"
    shutil.copytree(workspace, target)
    assert no_errors(target)


def test_a_unit_in_the_header_may_repeat_the_column_s(workspace: Path) -> None:
    rewrite(workspace / "tables" / "strength.csv", ",authorised,", ",authorised[persons],")
    assert no_errors(workspace)


def test_reading_writes_nothing(workspace: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in workspace.rglob("*")}
    for path in workspace.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        jisr.check(workspace)
        assert {path: path.stat().st_mtime_ns for path in workspace.rglob("*")} == before
    finally:
        for path in workspace.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("partnership.yaml", b"- a\n- list\n"),
        ("partnership.yaml", b"id: a\nid: b\n"),
        ("partnership.yaml", b"\tid: a\n"),
        ("partnership.yaml", b"id: &x [*x]\n"),
        ("partnership.yaml", b"42"),
        ("tables/areas.csv", "area,name_en\nx,اسم".encode("cp1256", "replace")),
        ("tables/areas.csv", "area,name_en\nx,y".encode("utf-16")),
        ("tables/areas.csv", b'area,name_en\n"unfinished,1\n'),
        ("tables/areas.csv", b"area,name_en\nx\x00,y\n"),
        ("tables/areas.csv", b"area,name_en\n" + b"x" * 300_000 + b",y\n"),
        ("tables/areas.csv", b"\n\n\n"),
    ],
)
def test_spoilt_files_are_findings(workspace: Path, name: str, content: bytes) -> None:
    (workspace / name).write_bytes(content)
    findings = jisr.check(workspace)
    assert any(one.severity == "error" and one.place.file == name for one in findings)


def test_a_folder_in_place_of_a_file_is_a_finding(workspace: Path) -> None:
    (workspace / "tables" / "areas.csv").unlink()
    (workspace / "tables" / "areas.csv").mkdir()
    assert "F101" in {one.code for one in jisr.check(workspace)}


def test_all_findings_come_at_once(workspace: Path) -> None:
    rewrite(workspace / "tables" / "demand.csv", "40 | 50 | 60", "many")
    rewrite(workspace / "tables" / "lines.csv", ",0.7,", ",1.7,")
    rewrite(workspace / "tables" / "commitments.csv", "none given", "soon")
    assert {"C202", "C206", "P409"} <= {one.code for one in jisr.check(workspace)}
