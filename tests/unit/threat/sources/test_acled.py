from __future__ import annotations

from pathlib import Path

import pytest

from jisr.findings import PlanError
from jisr.threat.sources import SOURCES, CountRequest, LeftOut, Polygons, Reported

HEADER = "event_id_cnty,event_date,event_type,country,admin1,latitude,longitude,geo_precision,fatalities,notes\n"


def export(path: Path, *rows: str) -> Path:
    path.write_text(HEADER + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def test_both_ways_of_writing_a_day_are_read(tmp_path: Path) -> None:
    path = export(
        tmp_path / "acled.csv",
        "A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,3,words",
        'A2,15 February 2023,Explosions/Remote violence,Aland,North,1.5,0.5,1,5,"a, b"',
    )
    found = SOURCES["acled"].counts([path], CountRequest(Reported("admin1")))
    assert (str(found.first), found.values[:, 0].tolist()) == ("2023-01", [3, 5])
    remote = SOURCES["acled"].counts([path], CountRequest(Reported("admin1"), kinds=("explosions-remote-violence",)))
    assert remote.values[:, 0].tolist() == [0, 5]


def test_an_event_that_stands_in_two_exports_counts_once(tmp_path: Path) -> None:
    first = export(
        tmp_path / "a.csv",
        "A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,3,",
        "A2,2023-01-16,Battles,Aland,North,1,1,1,1,",
    )
    later = export(tmp_path / "b.csv", "A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,4,")
    found = SOURCES["acled"].counts([first, later], CountRequest(Reported("admin1")))
    assert found.values.sum() == 5


def test_the_region_alone_is_precise_enough_for_areas_and_not_for_cells(tmp_path: Path) -> None:
    path = export(tmp_path / "acled.csv", "A1,2023-01-15,Battles,Aland,North,1.5,0.5,3,3,")
    square = '{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}'
    areas = tmp_path / "areas.geojson"
    areas.write_text('{"features":[{"properties":{"shapeName":"n"},"geometry":' + square + "}]}")
    assert SOURCES["acled"].counts([path], CountRequest(Polygons.read(areas))).values.sum() == 3
    strict = Polygons.read(areas, least_precision=3)
    assert SOURCES["acled"].counts([path], CountRequest(strict)).left_out == (LeftOut("imprecise", 1, 3.0),)


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("A1,yesterday,Battles,Aland,North,1.5,0.5,1,3,", "S104"),
        ("A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,-3,", "S107"),
        ("A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,1e300,", "S107"),
        ("A1,2023-01-15,Battles,Aland,North,1.5,0.5,1,few,", "S104"),
    ],
)
def test_bad_cells_are_found(tmp_path: Path, row: str, code: str) -> None:
    with pytest.raises(PlanError) as caught:
        SOURCES["acled"].counts([export(tmp_path / "acled.csv", row)], CountRequest(Reported("admin1")))
    assert [one.code for one in caught.value.findings] == [code]


def test_an_empty_export_and_a_measure_that_is_not_there(tmp_path: Path) -> None:
    path = export(tmp_path / "acled.csv")
    with pytest.raises(PlanError) as caught:
        SOURCES["acled"].counts([path], CountRequest(Reported("admin1")))
    assert [one.code for one in caught.value.findings] == ["S103"]
    with pytest.raises(ValueError, match="ACLED has deaths and events"):
        SOURCES["acled"].counts([path], CountRequest(Reported("admin1"), measure="low"))
