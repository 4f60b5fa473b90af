from __future__ import annotations

import json
from pathlib import Path

import pytest

from jisr.findings import PlanError
from jisr.threat.sources import Polygons

SQUARE = {"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}


def geojson(folder: Path, *features: object) -> Path:
    path = folder / "areas.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}), encoding="utf-8")
    return path


def feature(geometry: object = SQUARE, **properties: object) -> dict[str, object]:
    return {"type": "Feature", "properties": properties, "geometry": geometry}


@pytest.mark.parametrize("key", ["name", "shapeName", "NAME_1", "ADM1_EN"])
def test_the_property_that_names_an_area_is_found(tmp_path: Path, key: str) -> None:
    assert Polygons.read(geojson(tmp_path, feature(**{key: "north"}))).units == ("north",)


def test_it_can_be_named(tmp_path: Path) -> None:
    path = geojson(tmp_path, feature(name="north", code="n"))
    assert Polygons.read(path, "code").units == ("n",)


@pytest.mark.parametrize(
    ("features", "code"),
    [
        ((), "S105"),
        ((feature(name="a"), feature(name="a")), "S106"),
        ((feature(title="a"),), "S106"),
        ((feature({"type": "Point", "coordinates": [0, 0]}, name="a"),), "S105"),
        ((feature(None, name="a"),), "S105"),
        ((feature({"type": "Polygon", "coordinates": "none"}, name="a"),), "S105"),
        (("a",), "S105"),
    ],
)
def test_what_is_no_set_of_areas_is_found(tmp_path: Path, features: tuple[object, ...], code: str) -> None:
    with pytest.raises(PlanError) as caught:
        Polygons.read(geojson(tmp_path, *features))
    assert [one.code for one in caught.value.findings] == [code]


@pytest.mark.parametrize(
    ("content", "code"), [("{", "S105"), ("[]", "S105"), ("[" * 100_000, "S105"), ("\xff", "S105"), (None, "F101")]
)
def test_what_is_no_geojson_is_found(tmp_path: Path, content: str | None, code: str) -> None:
    path = tmp_path / "areas.geojson"
    if content is not None:
        path.write_text(content)
    with pytest.raises(PlanError) as caught:
        Polygons.read(path)
    assert [one.code for one in caught.value.findings] == [code]


def test_a_ring_that_crosses_itself_is_mended(tmp_path: Path) -> None:
    bow = {"type": "Polygon", "coordinates": [[[0, 0], [1, 1], [1, 0], [0, 1], [0, 0]]]}
    assert len(Polygons.read(geojson(tmp_path, feature(bow, name="a"))).geometries) == 1
