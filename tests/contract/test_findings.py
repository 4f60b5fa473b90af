"""Every finding code has a bad example that raises it at the right place, and a sentence that says what to do."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

import jisr
from jisr.finding_codes import CODES
from jisr.words import Words, finding_text

_WRITTEN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "bad_examples.yaml").read_text(encoding="utf-8"))
EXAMPLES = {code: one if isinstance(one, list) else [one] for code, one in _WRITTEN.items()}
RAISED = [
    pytest.param(code, one, id=f"{code}-{place}")
    for code, listed in sorted(EXAMPLES.items())
    for place, one in enumerate(listed)
    if "unreachable" not in one
]


WITHOUT_COLUMN = {"F107"}
"""Said of a whole row."""


def test_every_code_has_an_example() -> None:
    assert set(EXAMPLES) == set(CODES)


def test_what_is_not_raised_here_says_where_it_is_tested() -> None:
    for code, listed in EXAMPLES.items():
        for example in listed:
            assert example.get("unreachable", "raised"), code


@pytest.mark.parametrize(("code", "example"), RAISED)
def test_bad_example_is_found(workspace: Path, code: str, example: dict[str, Any]) -> None:
    spoil(workspace, example)
    findings = [finding for finding in jisr.check(workspace) if finding.code == code]
    assert findings, [(one.code, str(one.place), one.found) for one in jisr.check(workspace)]
    assert any(str(one.place).startswith(example["at"]) for one in findings), [str(one.place) for one in findings]
    assert findings[0].severity == CODES[code][0]
    for one in findings:
        of_a_row = one.place.file.startswith("tables/") and one.place.line > 1
        assert one.place.column or not of_a_row or code in WITHOUT_COLUMN, str(one.place)
    words = Words("en")
    for one in findings:
        text = finding_text(one, words)
        assert text.startswith(str(one.place))
        assert not re.search(r"[{}]", text)


IN_STRENGTH = ("tables/strength.csv", "10500 | 11000 | 11400")
ONE_SLIP = [
    ("C202", "partnership.yaml", "seed: 7", "seed: seven"),
    ("C208", "partnership.yaml", "cutoff: 2024-12-31", "cutoff: 2024-12-99"),
    ("C217", "partnership.yaml", "seed: 7", "seed: 7\ncolour: blue"),
    ("C206", "partnership.yaml", "horizon: 36", "horizon: -3"),
    ("C216", "partnership.yaml", "languages: [en, ar]", "languages: en"),
    ("C206", "partnership.yaml", "cutoff: 2024-12-31", "cutoff: 9999-12-31"),
    ("P410", "partnership.yaml", "languages: [en, ar]", "languages: [en, ar, ar]"),
    ("C206", "tables/budgets.csv", "sustainment,2025,", "sustainment,25,"),
    ("C202", *IN_STRENGTH, "many"),
    ("C202", *IN_STRENGTH, "11 000"),
    ("C203", *IN_STRENGTH, '"11,5"'),
    ("C203", *IN_STRENGTH, '"11,000"'),
    ("C206", *IN_STRENGTH, "-5"),
    ("C206", *IN_STRENGTH, "1e308"),
    ("C202", *IN_STRENGTH, "١٢"),
    ("C206", "partnership.yaml", "seed: 7", "seed: 99999999999999999999999"),
    ("C206", "tables/areas.csv", "الوسط,2,2,", "الوسط,1000000,2,"),
    ("C206", "tables/strength.csv", "2024-10-15,12000,", "2024-10-15,0,"),
    ("C205", *IN_STRENGTH, "3 | 2 | 1"),
    ("C206", "tables/strength.csv", "0.6 | 0.75 | 0.85", "75"),
    ("C208", "tables/strength.csv", "army,2024-10-15", "army,2024-10-32"),
    ("C210", "tables/strength.csv", "army,2024-10-15", "Army!,2024-10-15"),
    ("R301", "tables/strength.csv", "army,2024-10-15", "armyy,2024-10-15"),
    ("R301", "tables/lines.csv", "army-patrol,army", "army-patrol,navy"),
    ("C208", "tables/observed.csv", "incidents,2023-05-01", "incidents,2023-05-00"),
    ("C208", "tables/gates.csv", "date,2025-12-31,", "date,2025-12-41,"),
    ("C210", "tables/areas.csv", "north,North", "North!,North"),
    ("C210", "tables/elements.csv", "army,Army", "Ar my,Army"),
    ("F105", "tables/demand.csv", "evidence,reason", "evidence,raeson"),
    ("F107", "tables/tasks.csv", "patrol,Hold", 'patrol,"Hold'),
    ("C202", "tables/skills.csv", "24 | 28 | 31", "few"),
    ("C202", "tables/support.csv", "scout-plane,own,0.35", "scout-plane,own,some"),
    ("C202", "tables/scale_levels.csv", "four-levels,1,1,", "four-levels,1,one,"),
]


@pytest.mark.parametrize(("code", "file", "old", "new"), ONE_SLIP)
def test_one_slip_is_one_error(workspace: Path, code: str, file: str, old: str, new: str) -> None:
    """What follows only from a cell that cannot be read is not said beside it."""
    path = workspace / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    findings = [one for one in jisr.check(workspace) if one.severity != "note"]
    assert [one.code for one in findings] == [code], [(one.code, str(one.place), one.found) for one in findings]


@pytest.mark.parametrize("name", ["partnership.yaml", "tables/tasks.csv", "tables/areas.csv"])
@pytest.mark.parametrize("emptied", [False, True], ids=["deleted", "emptied"])
def test_a_file_that_is_not_there_is_one_error(workspace: Path, name: str, *, emptied: bool) -> None:
    path = workspace / name
    if emptied:
        path.write_text("", encoding="utf-8")
    else:
        path.unlink()
    findings = [one for one in jisr.check(workspace) if one.severity != "note"]
    assert [one.code for one in findings] == ["F102" if emptied else "F101"]
    assert "optional" not in finding_text(findings[0], Words("en"))
    assert "may be left out" not in finding_text(findings[0], Words("en"))


def test_a_workspace_without_tables_is_one_error(workspace: Path) -> None:
    shutil.rmtree(workspace / "tables")
    assert [(one.code, str(one.place)) for one in jisr.check(workspace)] == [("F101", "tables")]


def test_a_table_without_its_header_is_one_error(workspace: Path) -> None:
    path = workspace / "tables" / "task_needs.csv"
    path.write_text(path.read_text(encoding="utf-8").partition("\n")[2], encoding="utf-8")
    assert [one.code for one in jisr.check(workspace) if one.severity == "error"] == ["F106"]


def test_a_language_without_columns_is_one_error_a_table(workspace: Path) -> None:
    path = workspace / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("[en, ar]", "[fr, en, ar]"), encoding="utf-8")
    found = [one for one in jisr.check(workspace) if one.severity == "error"]
    assert {one.code for one in found} == {"P402"}
    assert len({one.place.file for one in found}) == len(found)


def test_a_workbook_among_the_tables_is_seen(workspace: Path) -> None:
    (workspace / "tables" / "tasks.xlsx").write_bytes(b"PK")
    (workspace / "tables" / ".~lock.tasks.csv#").write_bytes(b"")
    assert [str(one.place) for one in jisr.check(workspace) if one.code == "F108"] == ["tables/tasks.xlsx"]


def test_what_an_unread_row_has_nothing_to_do_with_is_still_said(workspace: Path) -> None:
    for name, old, new in [
        ("strength.csv", "10500 | 11000 | 11400", "many"),
        ("support.csv", "truck,own,0.8", "truck,own,0.5"),
        ("demand.csv", "camp-guard,,camp", "camp-guard,,rumours"),
    ]:
        path = workspace / "tables" / name
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")
    errors = [one.code for one in jisr.check(workspace) if one.severity == "error"]
    assert errors == ["C202", "R301", "K605"]


def test_a_circle_names_its_members_at_the_edge_that_closes_it(workspace: Path) -> None:
    spoil(workspace, {"append": ["tables/task_needs.csv", "sustainment,patrol,0.5,assumed,a circle"]})
    (one,) = (one for one in jisr.check(workspace) if one.code == "K604")
    assert (str(one.place), one.found) == (
        "tables/task_needs.csv:5:2",
        "sustainment → patrol → surveillance → sustainment",
    )


def spoil(folder: Path, example: dict[str, Any]) -> None:
    """Carry out the edits of an example; an edit that changes nothing is a mistake in the example."""
    for key in ("replace", "replace_also"):
        if key in example:
            name, old, new = example[key]
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text, (name, old)
            (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    if "append" in example:
        name, line = example["append"]
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(f"{text.rstrip()}\n{line}\n", encoding="utf-8")
    if "delete" in example:
        (folder / example["delete"]).unlink()
    if "bytes" in example:
        name, data = example["bytes"]
        (folder / name).write_bytes(bytes.fromhex(data))
    if "write" in example:
        name, text = example["write"]
        (folder / name).write_text(text, encoding="utf-8")
