from __future__ import annotations

import json
from pathlib import Path

import pytest

import jisr
from jisr.assessment import bundle_bytes
from jisr.plan import read_workspace, workspace_files
from jisr.plan.boundaries import read_boundaries
from jisr.words import Words, finding_title

REAL = "iraq_adm1_geoboundaries.geojson"


def feature(**changes: object) -> dict[str, object]:
    square = [[[0, 0], [1, 0], [1, 1], [0, 0]]]
    return {
        "type": "Feature",
        "properties": {"code": "N"},
        "geometry": {"type": "Polygon", "coordinates": square},
    } | changes


def read(*features: object) -> tuple[object, list[str]]:
    text = json.dumps({"type": "FeatureCollection", "features": list(features)})
    boundaries, found = read_boundaries(text, "map.geojson", "code")
    return boundaries, [one.code for one in found]


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Point", "coordinates": [0, 0]},
        {"type": "Polygon", "coordinates": [[[0, 0], [1, 1]]]},
        {"type": "Polygon", "coordinates": [[[500000, 3600000]] * 4]},
        {"type": "Polygon", "coordinates": [[["x", 0]] * 4]},
        {"type": "Polygon"},
        {"type": "Polygon", "coordinates": []},
        {"type": "MultiPolygon", "coordinates": [[]]},
        {"type": ["Polygon"], "coordinates": []},
    ],
    ids=["none", "point", "short", "metres", "text", "empty", "no ring", "no ring of a part", "no type"],
)
def test_what_is_no_outline_is_a_finding(geometry: object) -> None:
    assert read(feature(), feature(geometry=geometry)) == (None, ["M101"])


@pytest.mark.parametrize("text", ["", "{", "[]", '{"type": "Topology"}', '{"features": []}', '{"features": 3}'])
def test_what_is_no_collection_is_a_finding(text: str) -> None:
    assert [one.code for one in read_boundaries(text, "m.json", "code")[1]] == ["M101"]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("root:x:0:0:root:/root:/bin/bash\n", "m.json:1:1", "the file of outlines is no JSON."),
        ('{"features": [\n  {,}]}', "m.json:2:4", "the file of outlines is no JSON."),
        ("[" * 100_000, "m.json", "the file of outlines is no JSON."),
        ('{"type": "Topology"}', "m.json", "the file of outlines holds a Topology, or one without features."),
        ("[]", "m.json", "the file of outlines holds no features."),
        ('{"features": [{"properties": [1]}]}', "m.json", "the outlines cannot be read: feature 1 is no polygon"),
    ],
    ids=["text", "broken", "deep", "other", "list", "properties"],
)
def test_what_is_no_geojson_is_told_in_words(text: str, place: str, told: str) -> None:
    (found,) = read_boundaries(text, "m.json", "code")[1]
    assert str(found.place) == place
    assert finding_title(found, Words("en")).startswith(told)


def test_properties_that_are_no_keys_and_values_are_a_finding() -> None:
    assert read(feature(), feature(properties=[1])) == (None, ["M101"])


def test_a_property_that_nothing_has_names_those_there_are() -> None:
    (found,) = read_boundaries(json.dumps({"features": [feature()]}), "m.json", "iso")[1]
    assert (found.code, found.values["known"]) == ("M102", "code")


def test_parts_of_one_name_are_one_outline() -> None:
    boundaries, _ = read(feature(), feature(), feature(properties=None))
    assert {name: len(parts) for name, parts in boundaries.outlines.items()} == {"N": 2}  # type: ignore[attr-defined]


def test_the_file_goes_into_the_bundle(workspace: Path, tmp_path: Path) -> None:
    (workspace / "map.geojson").write_text(json.dumps({"features": [feature(properties={"code": "north"})]}))
    with (workspace / "partnership.yaml").open("a", encoding="utf-8") as file:
        file.write("boundaries: {file: map.geojson, property: code, column: area}\n")
    plan, assessment = jisr.assess(workspace, draws=100)
    assert plan.boundaries is not None
    assert workspace_files(plan)["map.geojson"] == plan.boundaries.text
    bundle = tmp_path / "plan.jisr"
    bundle.write_bytes(bundle_bytes(plan, assessment, "0"))
    assert jisr.load(bundle).boundaries == plan.boundaries
    assert len(assessment.drivers[0].areas) == 3


def test_a_file_that_is_not_there_is_a_finding(workspace: Path) -> None:
    with (workspace / "partnership.yaml").open("a", encoding="utf-8") as file:
        file.write("boundaries: {file: map.geojson, property: code}\n")
    assert [(one.code, str(one.place)) for one in read_workspace(workspace).findings] == [("F101", "map.geojson")]


def test_real_outlines_have_other_names_and_a_hole(shared_data: Path, tmp_path: Path) -> None:
    """Published outlines of Iraq's governorates: one of the plan's areas is not among them."""
    import shutil

    folder = tmp_path / "iraq"
    shutil.copytree(Path(__file__).resolve().parents[3] / "examples" / "iraq-2024", folder)
    shutil.copy(shared_data / REAL, folder / "outlines.geojson")
    with (folder / "partnership.yaml").open("a", encoding="utf-8") as file:
        file.write("boundaries: {file: outlines.geojson, property: iso_3166_2}\n")
    plan, findings = jisr.api.checked(folder)
    assert plan is not None
    assert plan.boundaries is not None
    assert len(plan.boundaries.outlines) == 18
    assert [(one.code, one.found) for one in findings if one.code.startswith("M")] == [("M103", "IQ-HA")]
