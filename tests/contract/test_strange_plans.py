"""Plans that are allowed and odd: computed, and every figure of every document is one.

What is a warning or a note in a plan must not come out as not-a-number in a picture later.
"""

from __future__ import annotations

import csv
import io
import json
import math
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from contract.test_findings import RAISED, spoil
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

import jisr
from jisr.finding_codes import CODES
from jisr.report import RENDERERS, Report, build_report
from jisr.words import Words

DRAWS = 100
"""The least a plan may have."""
NO_FIGURE = re.compile(r"\b(nan|NaN|inf|Infinity|None|null|undefined)\b")
BESIDE_AN_ERROR = {"E410", "E413"}
"""Their examples break a rule besides: a second version of a scale without levels, an effect on a rating of another day."""
ALLOWED = [one for one in RAISED if CODES[str(one.values[0])][0] != "error" and one.values[0] not in BESIDE_AN_ERROR]


def only_figures(report: Report) -> None:
    for table in report.tables():
        for row in table.rows:
            for cell in row.cells:
                assert not NO_FIGURE.search(cell.text), (table.id, cell.text)
                assert not isinstance(cell.value, float) or math.isfinite(cell.value), (table.id, cell)
    for chart in report.charts():
        json.dumps(chart.specification, allow_nan=False)
        assert chart.data.rows, chart.id
    for block in report.first:
        assert not NO_FIGURE.search(f"{block.figure} {block.answer}"), block


@pytest.mark.parametrize(("code", "example"), ALLOWED)
def test_what_is_only_warned_of_is_computed(workspace: Path, code: str, example: dict[str, Any]) -> None:
    spoil(workspace, example)
    found = jisr.check(workspace)
    assert code in {one.code for one in found}
    assert not [one for one in found if one.severity == "error"]
    only_figures(build_report(*jisr.assess(workspace, draws=DRAWS), Words()))


def rewrite(workspace: Path, table: str, change: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> None:
    path = workspace / "tables" / f"{table}.csv"
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        columns, rows = list(reader.fieldnames or ()), list(reader)
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(change(rows))
    path.write_text(out.getvalue(), encoding="utf-8")


def set_in(table: str, column: str, value: str, **where: str) -> Callable[[Path], None]:
    """A column of the rows that hold what is asked for."""

    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        chosen = [all(row[key] == wanted for key, wanted in where.items()) for row in rows]
        assert any(chosen)
        return [row | {column: value} if one else row for row, one in zip(rows, chosen, strict=True)]

    return lambda workspace: rewrite(workspace, table, change)


def without_rows(*tables: str) -> Callable[[Path], None]:
    return lambda workspace: [rewrite(workspace, table, lambda _: []) for table in tables] and None


def many_areas(workspace: Path) -> None:
    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        more = [rows[0] | {"area": f"area-{i}", "name_en": f"Area {i}", "name_ar": f"منطقة {i}"} for i in range(3, 300)]
        return rows + [one | {"tile_row": "", "tile_col": ""} for one in more]

    rewrite(workspace, "areas", change)


def long_names(workspace: Path) -> None:
    for table in ("areas", "elements", "tasks", "gates", "conditions", "skills", "equipment_types", "sites"):
        rewrite(
            workspace,
            table,
            lambda rows: [row | {"name_en": "Unbreakable" * 7 + f"{i:03d}"} for i, row in enumerate(rows)],
        )


def second_version(workspace: Path) -> None:
    """A rating after the first, on a version of its scale that no crosswalk leads to."""
    tables = workspace / "tables"
    for name, old, key in (("scales", "four-levels,1,", "2"), ("scale_levels", "four-levels,1,", "2")):
        path = tables / f"{name}.csv"
        rows = [line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith(old)]
        with path.open("a", encoding="utf-8") as file:
            file.writelines(f"{line.replace(old, f'four-levels,{key},', 1)}\n" for line in rows)
    with (tables / "ratings.csv").open("a", encoding="utf-8") as file:
        file.write(
            "army,logistics,four-levels,2,3,joint,visit,2024-12-01,,army-2024,medium,,assessed,joint-visit"
            " records-extract,invented,2024-12-01,2024-12-31,\n"
        )


def far_from_the_judgement(workspace: Path) -> None:
    """Contributions in task-units of which the judged self-reliance asks for eight times as much."""
    path = workspace / "tables" / "tasks.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    told = [f"{row},{'task-units' if row.startswith('border-watch') else 'relative'}" for row in rows]
    path.write_text("\n".join([f"{head},contributions", *told]) + "\n", encoding="utf-8")
    set_in("lines", "contribution", "5.2", line="guard-border")(workspace)


STRANGE: dict[str, Callable[[Path], None]] = {
    "a task nobody demands": set_in("demand", "task", "border-watch", task="camp-guard", driver="camp"),
    "an area without a position": set_in("areas", "tile_row", "", area="centre"),
    "300 areas": many_areas,
    "names of 80 letters": long_names,
    "a series of zeros": set_in("observed", "value", "0", series="incidents"),
    "a gate never met": set_in("conditions", "threshold", "0", condition="incidents-low"),
    "no activities": without_rows("activities", "activity_effects", "activity_money", "activity_needs"),
    "no evidence": without_rows("evidence", "ratings", "commitments", "assessments"),
    "all present": set_in("strength", "present", "1"),
    "nothing paid for": without_rows("budgets"),
    "two versions of a scale in one series": second_version,
    "a factor of 8 between contributions and judgement": far_from_the_judgement,
}
SAID = {
    "two versions of a scale in one series": "E410",
    "a factor of 8 between contributions and judgement": "K635",
}
"""What the check says of it."""


@pytest.mark.parametrize("case", STRANGE)
def test_every_document_of_a_strange_plan_has_only_figures(workspace: Path, case: str) -> None:
    STRANGE[case](workspace)
    errors = [one for one in jisr.check(workspace) if one.severity == "error"]
    if errors:  # refused, and each refusal says what to do
        assert case == "no evidence", [(one.code, str(one.place), one.found) for one in errors]
        return
    assert SAID.get(case, "") in {"", *(one.code for one in jisr.check(workspace))}
    plan, assessment = jisr.assess(workspace, draws=DRAWS)
    only_figures(build_report(plan, assessment, Words()))
    made = {kind: render(plan, assessment, Words()) for kind, render in RENDERERS.items()}
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made["pdf"])).pages)
    assert not re.search(r"\b(nan|inf|None)\b", text)
    book = CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            assert not any(isinstance(cell, float) and not math.isfinite(cell) for cell in row), name
            assert not any(isinstance(cell, str) and cell.startswith("#") for cell in row), name
    svg = "".join(re.findall(r"<svg.*?</svg>", made["html"].decode(), re.DOTALL))
    assert not re.search(r"NaN|undefined|Infinity", svg)
