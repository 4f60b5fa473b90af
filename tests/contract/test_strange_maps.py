"""Areas that are few, many or without an outline: a picture one can read, or a finding, in every document."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

from contract.test_strange_plans import DRAWS, STRANGE, only_figures
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

import jisr
from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report import RENDERERS, build_report
from jisr.words import Words

Ring = list[list[float]]
LEAST_LETTERS, SHEET, STILL = 6.0, 510.0, 620.0
"""Points below which print cannot be read; points across a sheet without its margins; pixels across a still picture."""


def square(x: float, size: float) -> Ring:
    return [[x, 0], [x + size, 0], [x + size, size], [x, size], [x, 0]]


def outlined(workspace: Path, **outlines: list[Ring]) -> None:
    """Name a file of outlines by the ids of areas."""
    features = [
        {"type": "Feature", "properties": {"code": name}, "geometry": {"type": "Polygon", "coordinates": rings}}
        for name, rings in outlines.items()
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    (workspace / "map.geojson").write_text(text, encoding="utf-8")
    with (workspace / "partnership.yaml").open("a", encoding="utf-8") as file:
        file.write("boundaries: {file: map.geojson, property: code, column: area}\n")


def documents(plan: Plan, assessment: Assessment) -> dict[str, bytes]:
    only_figures(build_report(plan, assessment, Words()))
    return {kind: render(plan, assessment, Words()) for kind, render in RENDERERS.items()}


def test_a_map_whose_names_are_none_of_the_plan_is_a_finding_and_tiles_stand_in(workspace: Path) -> None:
    outlined(workspace, elsewhere=[square(0, 1)])
    codes = [one.code for one in jisr.check(workspace)]
    assert codes.count("M103") == 3
    assert codes.count("M104") == 1
    made = documents(*jisr.assess(workspace, draws=DRAWS))
    page = made["html"].decode()
    assert 'id="figure-areas-incidents"' in page
    assert "figure-map-" not in page
    assert not any(
        name.startswith("map-") for name in CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"])).sheet_names
    )


def test_an_outline_with_a_hole_is_drawn_with_it_and_the_area_without_one_is_named(workspace: Path) -> None:
    hole = [[0.4, 0.4], [0.4, 0.6], [0.6, 0.6], [0.6, 0.4], [0.4, 0.4]]
    outlined(workspace, north=[square(0, 1), hole], south=[square(2, 1)])
    assert [one.found for one in jisr.check(workspace) if one.code == "M103"] == ["centre"]
    plan, assessment = jisr.assess(workspace, draws=DRAWS)
    (chart,) = [one for one in build_report(plan, assessment, Words()).charts() if one.id == "map-incidents"]
    shapes: dict[str, Any] = {one["area"]: one for one in chart.specification["layer"][0]["data"]["values"]}
    assert [len(polygon) for polygon in shapes["north"]["geometry"]["coordinates"]] == [2]
    assert "Centre" in chart.alternative
    made = documents(plan, assessment)
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(made["pdf"])).pages)
    assert chart.title in " ".join(text.split())


def test_one_area_is_a_tile_of_its_own(workspace: Path) -> None:
    tables = workspace / "tables"
    for table in ("areas", "observed"):
        with (tables / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        at = rows[0].index("area")
        kept = [row for row in rows[1:] if row[at] in {"", "centre"}]
        with (tables / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([rows[0], *kept])
    for file in tables.glob("*.csv"):
        text = file.read_text(encoding="utf-8").replace("north south", "centre")
        file.write_text(re.sub(r",(north|south),", ",centre,", text), encoding="utf-8")
    errors = [(one.code, str(one.place), one.found) for one in jisr.check(workspace) if one.severity == "error"]
    assert errors == []
    plan, assessment = jisr.assess(workspace, draws=DRAWS)
    (chart,) = [one for one in build_report(plan, assessment, Words()).charts() if one.id == "areas-incidents"]
    assert len(chart.data.rows) == 1
    documents(plan, assessment)


def test_each_of_300_areas_has_a_name_of_its_own_in_letters_that_print_can_show(workspace: Path) -> None:
    STRANGE["300 areas"](workspace)
    plan, assessment = jisr.assess(workspace, draws=DRAWS)
    (chart,) = [one for one in build_report(plan, assessment, Words()).charts() if one.id == "areas-incidents"]
    assert chart.wide
    boxes = chart.specification["layer"][0]["data"]["values"]
    assert len({box["label"] for box in boxes}) == len({box["name"] for box in boxes}) == 300
    across = max(box["x2"] for box in boxes)
    assert across > 15
    written = [one["mark"]["fontSize"] for one in chart.specification["layer"] if one["mark"]["type"] == "text"]
    assert min(written) * SHEET / STILL >= LEAST_LETTERS
    assert max(len(box["label"]) for box in boxes) <= STILL / across / (min(written) / 2)
