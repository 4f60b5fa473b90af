"""A file of events a plan names: from the file to the board, and what is said when it is not what it should be."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from unit.threat.sources.ged_file import event, ged_csv

import jisr
from jisr.findings import Finding, PlanError
from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import EventFile, Observed, Plan
from jisr.threat import EVENT_FOLDER, compile_threat, threat_paths
from jisr.words import Words, finding_text

GED = "GEDEvent_v25_1.csv"
NAMES = {"North province": "north", "Middle province": "centre", "South province": "south"}
COLUMNS = "series,source,files,place,names,kinds,sha256,evidence"
ROW = f"ged-deaths,ucdp,{GED},,names.csv,state-based,,ged"


def append(path: Path, line: str, header: str = "") -> None:
    text = path.read_text(encoding="utf-8").rstrip() if path.exists() else header
    path.write_text(f"{text}\n{line}\n", encoding="utf-8")


@pytest.fixture
def folder(workspace: Path) -> Path:
    """The three areas, with deaths by area and month from two years of made-up events."""
    tables = workspace / "tables"
    append(tables / "series.csv", "ged-deaths,Deaths,قتلى,deaths,deaths,all,area,GED 25.1,UCDP")
    append(tables / "evidence.csv", "ged,UCDP,GED 25.1,2024-12-01,3,,public")
    append(tables / "drivers.csv", "deaths,Deaths,قتلى,deaths,forecast,ged-deaths,,,,,,,,,,,")
    append(tables / "event_files.csv", ROW, COLUMNS)
    with (workspace / "names.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("reported", "area"), *NAMES.items()])
    days = [f"{year}-{month:02d}-15" for year in (2023, 2024) for month in range(1, 13)]
    events = [event(day, 1 + i % 5, adm_1=list(NAMES)[i % 3]) for i, day in enumerate(days)]
    ged_csv(workspace / GED, *events, event("2024-06-01", 40, adm_1="Elsewhere"))
    return workspace


def load(folder: Path) -> Plan:
    plan = jisr.load(folder)
    assert isinstance(plan, Plan)
    return plan


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(one.code, str(one.place)) for one in jisr.check(folder) if one.severity == "error"]


def only(folder: Path, code: str) -> Finding:
    (found,) = [one for one in jisr.check(folder) if one.code == code]
    return found


def test_its_counts_are_observed_by_area_and_month_up_to_the_cutoff(folder: Path) -> None:
    plan = load(folder)
    rows = [row for row in plan.rows(Observed) if row.series == "ged-deaths"]
    assert len(rows) == 240 * 3
    assert max(row.to_date for row in rows) == plan.partnership.cutoff
    seen = {(row.area, str(row.from_date)): row.value for row in rows}
    assert seen["north", "2024-01-01"] == 3
    assert seen["south", "2024-01-01"] == 0
    assert sum(seen.values()) == sum(1 + i % 5 for i in range(24))
    assert len(plan.rows(EventFile)[0].sha256 or "") == 64


def test_what_is_in_no_area_is_told(folder: Path) -> None:
    found = only(folder, "T528")
    assert (found.found, found.values["rows"], found.values["kind"]) == ("40 deaths", "1", "no-area")
    assert str(found.place) == "tables/event_files.csv:2"


def test_each_area_is_forecast_from_its_own_past(folder: Path) -> None:
    plan = load(folder)
    counts = threat_paths(compile_threat(plan), draw_inputs(plan, Block(0, 400), seed=7), 7).counts["ged-deaths"]
    past, ahead = counts[:, :12], counts[:, 12:]
    assert (past == past[:1]).all()
    assert past[0].sum() == sum(1 + i % 5 for i in range(12, 24))
    # each area has eight quiet months in twelve, and its own ones
    quiet = (ahead == 0).mean(axis=(0, 1))
    assert ((quiet > 8 / 12 - 0.02) & (quiet < 0.85)).all()
    both = ((ahead[:, :, 0] == 0) & (ahead[:, :, 1] == 0)).mean()
    assert abs(both - quiet[0] * quiet[1]) < 0.03


def test_the_file_may_be_kept_elsewhere(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    large = tmp_path / "large"
    large.mkdir()
    shutil.move(folder / GED, large / GED)
    found = only(folder, "T526")
    assert (str(found.place), found.found) == ("tables/event_files.csv:2:3", GED)
    assert codes(folder) == [("T526", "tables/event_files.csv:2:3")]  # nothing that follows from it alone
    monkeypatch.setenv(EVENT_FOLDER, str(large))
    assert codes(folder) == []


def test_a_bundle_holds_the_counts_and_the_hash_and_needs_no_file(folder: Path, tmp_path: Path) -> None:
    plan, assessed = jisr.assess(folder, draws=100)
    from jisr.assessment import bundle_bytes, read_bundle

    bundle = tmp_path / "x.jisr"
    bundle.write_bytes(bundle_bytes(plan, assessed, "0"))
    files = read_bundle(bundle).files
    assert GED not in files
    assert plan.rows(EventFile)[0].sha256 in files["tables/event_files.csv"]
    (folder / GED).unlink()
    (folder / "names.csv").unlink()
    again = load(bundle)
    assert again == plan
    assert json.loads(json.dumps(assessed.plan.content)) == jisr.assess(bundle)[1].plan.content


def test_another_file_than_the_plan_was_made_with_is_refused(folder: Path) -> None:
    path = folder / "tables" / "event_files.csv"
    digest = load(folder).rows(EventFile)[0].sha256 or ""
    path.write_text(path.read_text(encoding="utf-8").replace(",,ged", f",{digest},ged"), encoding="utf-8")
    assert codes(folder) == []
    (folder / GED).write_text((folder / GED).read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert codes(folder) == [("T529", "tables/event_files.csv:2:7")]


def test_names_that_meet_no_area_are_found_with_those_the_file_has(folder: Path) -> None:
    (folder / "names.csv").write_text("reported,area\nNorthern,north\n", encoding="utf-8")
    found = only(folder, "T527")
    assert found.found == "north centre south"


def rewrite(folder: Path, old: str, new: str) -> None:
    path = folder / "tables" / "event_files.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_area_that_no_name_leads_to_is_not_taken_for_quiet(folder: Path) -> None:
    (folder / "names.csv").write_text("reported,area\nNorth province,north\nMiddle province,centre\n", encoding="utf-8")
    found = only(folder, "T527")
    assert (found.found, found.values["known"]) == ("south", "Elsewhere, South province")


def test_a_name_that_leads_to_no_area_is_found(folder: Path) -> None:
    append(folder / "names.csv", "Elsewhere,nroth")
    assert codes(folder) == [("R301", "names.csv")]


@pytest.mark.parametrize("missing", ["series", "evidence"])
def test_what_the_row_refers_to_is_missed_once_and_not_for_every_month(folder: Path, missing: str) -> None:
    path = folder / "tables" / f"{missing}.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(one for one in lines if not one.startswith("ged")) + "\n", encoding="utf-8")
    column = {"series": 1, "evidence": 8}[missing]
    about = [one for one in codes(folder) if "event_files" in one[1]]
    assert about == [("R301", f"tables/event_files.csv:2:{column}")]


def test_files_and_names_may_hold_blanks(folder: Path) -> None:
    (folder / GED).rename(folder / "GEDEvent_v25_1 (1).csv")
    (folder / "names.csv").rename(folder / "my names.csv")
    rewrite(folder, f"{GED},,names.csv", "GEDEvent_v25_1 (1).csv,,my names.csv")
    assert codes(folder) == []


def test_several_files_are_separated_by_semicolons(folder: Path) -> None:
    ged_csv(folder / "GEDEvent_v25_0_1.csv", event("2025-01-01", 9))
    rewrite(folder, f"ucdp,{GED}", f"ucdp-candidate,{GED}; GEDEvent_v25_0_1.csv")
    assert codes(folder) == []
    assert sum(row.value for row in load(folder).rows(Observed) if row.series == "ged-deaths") == 70
    rewrite(folder, "GEDEvent_v25_0_1.csv", "GEDEvent_v25_0_2.csv")
    assert codes(folder) == [("T526", "tables/event_files.csv:2:3")]


def test_a_kind_that_does_not_exist_is_found_in_its_cell(folder: Path) -> None:
    rewrite(folder, "state-based", "statebased")
    found = only(folder, "C209")
    assert (str(found.place), found.values["expected"]) == (
        "tables/event_files.csv:2:6",
        "state-based, non-state, one-sided",
    )


def test_a_measure_acled_does_not_have_is_said_in_words(folder: Path) -> None:
    path = folder / "tables" / "event_files.csv"
    path.write_text(f"{COLUMNS},measure\nged-deaths,acled,{GED},,names.csv,,,ged,low\n", encoding="utf-8")
    found = only(folder, "C209")
    assert str(found.place) == "tables/event_files.csv:2:9"
    assert "measure holds “low”" in finding_text(found, Words("en"))


def test_a_panel_by_area_serves_too(folder: Path) -> None:
    rows = [f"{area},2024-{month:02d},{month}" for area in ("north", "centre") for month in range(1, 13)]
    (folder / "panel.csv").write_text("\n".join(["unit,month,value", *rows]), encoding="utf-8")
    path = folder / "tables" / "event_files.csv"
    path.write_text(f"{COLUMNS}\nged-deaths,views,panel.csv,,,,,ged\n", encoding="utf-8")
    found = only(folder, "T527")
    assert (found.found, found.values["known"]) == ("south", "centre, north")
    rows += [f"south,2024-{month:02d},0" for month in range(1, 13)]
    (folder / "panel.csv").write_text("\n".join(["unit,month,value", *rows]), encoding="utf-8")
    assert codes(folder) == []
    assert sum(row.value for row in load(folder).rows(Observed) if row.series == "ged-deaths") == 2 * 78


def test_a_bad_file_is_found_as_everywhere(folder: Path) -> None:
    ged_csv(folder / GED, event("2024-01-01", 3, source_original="", low="many"))
    assert codes(folder) == [("S104", f"{GED}:2:23")]


def test_points_are_placed_by_the_outlines_of_the_plan(folder: Path) -> None:
    squares = [("AA-N", 0), ("AA-C", 2), ("AA-S", 4)]
    features = [
        {
            "type": "Feature",
            "properties": {"iso": iso},
            "geometry": {"type": "Polygon", "coordinates": [[[x, 0], [x + 1, 0], [x + 1, 1], [x, 1], [x, 0]]]},
        }
        for iso, x in squares
    ]
    collection = json.dumps({"type": "FeatureCollection", "features": features})
    (folder / "outlines.geojson").write_text(collection, encoding="utf-8")
    append(folder / "partnership.yaml", "boundaries: {file: outlines.geojson, property: iso, column: area}")
    text = collection
    for iso, area in (("AA-N", "north"), ("AA-C", "centre"), ("AA-S", "south")):
        text = text.replace(iso, area)
    (folder / "outlines.geojson").write_text(text, encoding="utf-8")
    days = [f"2024-{month:02d}-15" for month in range(1, 13)]
    ged_csv(folder / GED, *(event(day, 2, latitude=0.5, longitude=4.5) for day in days))
    path = folder / "tables" / "event_files.csv"
    path.write_text(f"{COLUMNS}\nged-deaths,ucdp,{GED},outline,,,,ged\n", encoding="utf-8")
    seen = [row for row in load(folder).rows(Observed) if row.series == "ged-deaths" and row.value]
    assert {row.area for row in seen} == {"south"}
    assert sum(row.value for row in seen) == 24


def test_unreadable_bundles_of_errors_come_at_once(folder: Path) -> None:
    (folder / GED).unlink()
    append(folder / "tables" / "drivers.csv", "no such row,,")
    with pytest.raises(PlanError) as caught:
        jisr.load(folder)
    assert "T526" in {one.code for one in caught.value.findings}
    assert len({one.code for one in caught.value.findings}) > 1
