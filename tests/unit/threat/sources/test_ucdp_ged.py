from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from unit.threat.sources.ged_file import event, ged_csv, zipped

from jisr.findings import PlanError
from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, LeftOut, MonthCounts, Polygons, Reported

ADMIN1 = Reported("admin1", {"North province": "north", "South province": "south"})


def counts(path: Path, request: CountRequest | None = None) -> MonthCounts:
    return SOURCES["ucdp"].counts([path], request or CountRequest(ADMIN1))


def cell(found: MonthCounts, unit: str, month: str) -> float:
    return float(found.values[Month.parse(month) - found.first, found.units.index(unit)])


def test_a_release_covers_every_month_from_1989_to_the_december_before_its_year(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "GEDEvent_v25_1.csv", event("2020-02-05", 3))
    for one in (path, zipped(path)):
        found = counts(one)
        assert (str(found.first), str(found.last), found.units) == ("1989-01", "2024-12", ("north", "south"))
        assert found.vintage == "GED 25.1"
        assert found.values.sum() == 3
        assert cell(found, "north", "2020-02") == 3
        assert cell(found, "south", "2020-02") == 0


def test_without_a_version_it_covers_what_it_shows(tmp_path: Path) -> None:
    found = counts(ged_csv(tmp_path / "mine.csv", event("2020-02-05"), event("2020-05-05")))
    assert (str(found.first), str(found.last), found.vintage) == ("2020-02", "2020-05", None)


def test_an_event_belongs_to_the_month_of_its_end(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-02-02", 7, start="2020-01-27"))
    found = counts(path)
    assert [cell(found, "north", month) for month in ("2020-01", "2020-02")] == [1, 7]


def test_an_event_of_two_months_is_spread_by_days_in_whole_numbers(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-02-02", 7, start="2020-01-27"))
    found = counts(path, CountRequest(ADMIN1, spanning="spread"))
    # five days of seven in January
    assert [cell(found, "north", month) for month in ("2020-01", "2020-02")] == [1 + 5, 2]


def test_an_event_of_two_months_can_be_left_out_and_is_told(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-02-02", 7, start="2020-01-27"))
    found = counts(path, CountRequest(ADMIN1, spanning="leave-out"))
    assert found.values.sum() == 1
    assert found.left_out == (LeftOut("spans-months", 1, 7.0),)


def test_an_event_without_first_level_area_is_in_no_unit_and_told(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-01-02", 40, adm_1="", where_prec=6))
    found = counts(path)
    assert found.values.sum() == 1
    assert found.left_out == (LeftOut("no-area", 1, 40.0),)


def test_kinds_measures_and_events(tmp_path: Path) -> None:
    path = ged_csv(
        tmp_path / "mine.csv",
        event("2020-01-01", 5, low=4, high=9),
        event("2020-01-02", 2, type_of_violence=3),
    )
    sums = {
        name: counts(path, CountRequest(ADMIN1, measure=name, kinds=kinds)).values.sum()
        for name, kinds in (("deaths", ()), ("low", ("state-based",)), ("high", ("state-based",)), ("events", ()))
    }
    assert sums == {"deaths": 7, "low": 4, "high": 9, "events": 2}


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("covered", [0, 1, 0, 2]), ("from-first", [None, 1, 0, 2]), ("given", [None, 1, None, 2])],
)
def test_zero_is_not_the_same_as_not_observed(tmp_path: Path, rule: str, expected: list[float | None]) -> None:
    path = ged_csv(
        tmp_path / "mine.csv",
        event("2020-01-09", adm_1="South province"),
        event("2020-02-09"),
        event("2020-04-09", 2),
    )
    found = counts(path, CountRequest(ADMIN1, zeros=rule))  # type: ignore[arg-type]
    column = found.values[:, found.units.index("north")]
    assert [None if np.isnan(one) else one for one in column] == expected


def test_months_asked_for_beyond_the_release_are_not_observed(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "GEDEvent_v21_1.csv", event("2020-02-05", 3))
    found = counts(path, CountRequest(ADMIN1, first=Month.parse("2020-01"), last=Month.parse("2022-12")))
    assert (str(found.first), str(found.last)) == ("2020-01", "2020-12")


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        ({"kinds": ("statebased",)}, "C209", "state-based, non-state, one-sided"),
        ({"first": Month.parse("2021-01")}, "S114", ""),
        ({"last": Month.parse("1988-12")}, "S114", ""),
        ({"first": Month.parse("2020-03"), "last": Month.parse("2020-02")}, "S114", ""),
        ({"partition": Reported("country", only="Alland")}, "C209", "Aland"),
        ({"kinds": ("one-sided",), "partition": Reported("admin1")}, "S114", ""),  # no event, and no names: no unit
    ],
)
def test_a_request_that_meets_nothing_is_found_and_not_an_empty_panel(
    tmp_path: Path, options: dict[str, Any], code: str, said: str
) -> None:
    path = ged_csv(tmp_path / "GEDEvent_v21_1.csv", event("2020-02-05", 3))
    with pytest.raises(PlanError) as caught:
        counts(path, CountRequest(**({"partition": ADMIN1} | options)))
    assert [(one.code, one.values.get("expected", "")) for one in caught.value.findings] == [(code, said)]


def test_names_of_what_is_in_no_unit_are_told_the_weightiest_first(tmp_path: Path) -> None:
    strange = [event("2020-01-09", 10 * i, adm_1=f"Strange {i}") for i in range(1, 9)]
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), *strange, event("2020-01-02", 500, adm_1=""))
    (left_out,) = counts(path, CountRequest(ADMIN1)).left_out
    assert (left_out.reason, left_out.events, left_out.value) == ("no-area", 9, 860)
    assert left_out.reported == tuple(f"Strange {i}" for i in (8, 7, 6, 5, 4, 3))


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        (None, None, [("outside-months", 2, 70.0)]),  # the release ends with 2020
        (None, "2022-12", [("outside-months", 2, 70.0)]),
        (None, "2020-12", []),  # months that were not asked for are not told
        (None, "2021-01", [("outside-months", 1, 30.0)]),
        ("2020-03", "2020-12", []),
    ],
)
def test_events_in_months_the_release_does_not_cover_are_told(
    tmp_path: Path, first: str | None, last: str | None, told: list[tuple[str, int, float]]
) -> None:
    path = ged_csv(
        tmp_path / "GEDEvent_v21_1.csv", event("2020-02-05", 3), event("2021-01-05", 30), event("2021-02-05", 40)
    )
    months = {name: Month.parse(text) for name, text in (("first", first), ("last", last)) if text}
    found = counts(path, CountRequest(ADMIN1, **months))
    assert [(one.reason, one.events, one.value) for one in found.left_out] == told
    assert found.values.sum() == (0 if first else 3)


def test_points_become_areas_on_reading_and_those_of_a_country_do_not(tmp_path: Path) -> None:
    square = '{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}'
    (tmp_path / "areas.geojson").write_text(
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"name":"n"},"geometry":'
        + square
        + "}]}"
    )
    path = ged_csv(
        tmp_path / "mine.csv",
        event("2020-01-01", adm_1="South province"),  # the polygon decides, not the name
        event("2020-01-02", 10, latitude=0.5),
        event("2020-01-03", 100, where_prec=6),
        event("2020-01-04", 1000, latitude="", longitude=""),
    )
    found = counts(path, CountRequest(Polygons.read(tmp_path / "areas.geojson")))
    assert found.values.sum() == 1
    assert found.left_out == (LeftOut("imprecise", 1, 100.0), LeftOut("no-area", 2, 1010.0, ("North province",)))


@pytest.mark.parametrize(
    ("change", "code", "place"),
    [
        ({"best": "many"}, "S104", "mine.csv:3:21"),
        ({"best": -1}, "S107", "mine.csv:3"),
        ({"best": ""}, "S107", "mine.csv:3"),
        ({"best": "1e300"}, "S107", "mine.csv:3"),
        ({"date_end": "soon"}, "S104", "mine.csv:3:20"),
        ({"date_end": "2019-12-31"}, "S107", "mine.csv:3"),
        ({"type_of_violence": 4}, "S107", "mine.csv:3"),
    ],
)
def test_what_no_event_can_have_is_found_where_it_stands(
    tmp_path: Path, change: dict[str, object], code: str, place: str
) -> None:
    plain = {"source_original": ""}
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01", **plain), event("2020-01-02", **plain) | change)
    with pytest.raises(PlanError) as caught:
        counts(path)
    assert [(one.code, str(one.place)) for one in caught.value.findings] == [(code, place)]


@pytest.mark.parametrize(("change", "code"), [({"best": "many"}, "S104"), ({"best": -1}, "S107")])
@pytest.mark.parametrize("packed", [False, True])
def test_the_line_is_that_of_the_file_where_texts_have_line_ends(
    tmp_path: Path, change: dict[str, object], code: str, packed: bool
) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-01-02"), event("2020-01-03") | change)
    lines = path.read_text(encoding="utf-8").splitlines()
    with pytest.raises(PlanError) as caught:
        counts(zipped(path) if packed else path)
    (found,) = caught.value.findings
    assert (found.code, found.place.line) == (code, 6)
    assert len(lines) == 7  # the header, and three events of two lines each


def test_an_event_that_stands_twice_is_found(tmp_path: Path) -> None:
    rows = [
        event(f"2020-01-{1 + i:02d}", id=number, source_original="") for i, number in enumerate((7, 8, "", "", 7, 8))
    ]
    with pytest.raises(PlanError) as caught:
        counts(ged_csv(tmp_path / "mine.csv", *rows))
    (found,) = caught.value.findings
    assert (found.code, found.place.line, found.found, found.values["rows"]) == ("S107", 6, "7", "2")


def test_a_row_of_another_width_is_found_on_its_line(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-01-02"))
    path.write_text(path.read_text(encoding="utf-8") + '1,2,"open\n', encoding="utf-8")
    with pytest.raises(PlanError) as caught:
        counts(path)
    assert [(one.code, one.place.line) for one in caught.value.findings] == [("S103", 6)]


def test_a_truncated_archive_is_found(tmp_path: Path) -> None:
    events = [event("2020-01-01", number, side_a=f"group {number}") for number in range(500)]
    path = zipped(ged_csv(tmp_path / "ged251.csv", *events))
    whole = path.read_bytes()
    for cut in (len(whole) // 2, 10, 0):
        path.write_bytes(whole[:cut])
        with pytest.raises(PlanError) as caught:
            counts(path)
        assert [one.code for one in caught.value.findings] == ["S101"]
    broken = bytearray(whole)
    broken[len(whole) // 2] ^= 0xFF
    path.write_bytes(bytes(broken))
    with pytest.raises(PlanError) as caught:
        counts(path)
    assert [one.code for one in caught.value.findings] == ["S101"]


def test_another_table_is_found_by_its_columns(tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("country,year,best\nAland,2020,3\n")
    with pytest.raises(PlanError) as caught:
        counts(tmp_path / "other.csv")
    (found,) = caught.value.findings
    assert found.code == "S102"
    assert "date_end" in found.found
    assert found.values["known"] == "country year best"


@pytest.mark.parametrize(
    ("content", "code"),
    [(None, "F101"), (b"", "S103"), (b"\n\n", "S103"), (b'id,best\n1,2,3,4\n"5', "S102"), (b"\xff\xfe\x00", "S102")],
)
def test_what_is_no_table_is_found(tmp_path: Path, content: bytes | None, code: str) -> None:
    path = tmp_path / "mine.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(PlanError) as caught:
        counts(path)
    assert {one.code for one in caught.value.findings} <= {code, "S103"}


def test_two_files_are_one_too_many(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        SOURCES["ucdp"].counts([tmp_path / "a.csv", tmp_path / "b.csv"], CountRequest(ADMIN1))
    assert [one.code for one in caught.value.findings] == ["S108"]
