from __future__ import annotations

import zipfile
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from jisr.findings import PlanError
from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, MonthCounts


def counts(folder: Path, text: str, request: CountRequest | None = None) -> MonthCounts:
    (folder / "panel.csv").write_text(text, encoding="utf-8")
    return SOURCES["views"].counts([folder / "panel.csv"], request or CountRequest())


@pytest.mark.parametrize(
    "months", [("2020-01", "2020-02"), ("2020-01-31", "2020-02-29"), ("481", "482"), ("481.0", "482")]
)
def test_every_way_of_writing_a_month(tmp_path: Path, months: tuple[str, str]) -> None:
    found = counts(tmp_path, f"unit,month,value\na,{months[0]},3\na,{months[1]},0\n")
    assert (str(found.first), found.values[:, 0].tolist()) == ("2020-01", [3, 0])


def test_the_columns_of_views(tmp_path: Path) -> None:
    text = "month_id,country_id,ged_sb,ged_ns,month\n481,57,3,1,1\n482,57,4,2,2\n"
    assert counts(tmp_path, text).values[:, 0].tolist() == [3, 4]
    assert counts(tmp_path, text, CountRequest(series="ged_ns")).values[:, 0].tolist() == [1, 2]


def test_a_unit_that_begins_late_is_not_observed_before(tmp_path: Path) -> None:
    found = counts(tmp_path, "unit,month,value\na,2020-01,1\na,2020-02,1\nb,2020-02,5\n")
    assert found.units == ("a", "b")
    assert np.isnan(found.values[0, 1])
    assert np.isnan(counts(tmp_path, "unit,month,value\na,2020-01,1\na,2020-02,1\nb,2020-01,5\n").values[1, 1])
    with pytest.raises(ValueError, match="b was not observed in 2020-01"):
        found.panel()


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ("a,2020-01,1\na,2020-03,1\n", "T515"),
        ("a,2020-01,1\na,2020-01,1\n", "T514"),
        ("a,2020-01,-1\n", "T513"),
        ("a,2020-01,1.5\n", "T513"),
        ("a,2020-01,\n", "T513"),
        ("a,2020-01,many\n", "T513"),
        ("a,2020-13,1\n", "T512"),
        ("a,later,1\n", "T512"),
        (",2020-01,1\n", "T520"),
        ("", "T511"),
    ],
)
def test_bad_panels_are_found(tmp_path: Path, rows: str, code: str) -> None:
    with pytest.raises(PlanError) as caught:
        counts(tmp_path, "unit,month,value\n" + rows)
    assert [one.code for one in caught.value.findings] == [code]


def test_a_gap_can_be_zeros_when_that_is_said(tmp_path: Path) -> None:
    request = CountRequest(zeros="from-first", last=Month.parse("2020-02"))
    found = counts(tmp_path, "unit,month,value\na,2020-01,1\na,2020-03,1\n", request)
    assert found.values[:, 0].tolist() == [1, 0]


def test_a_panel_without_values_says_what_it_has(tmp_path: Path) -> None:
    with pytest.raises(PlanError) as caught:
        counts(tmp_path, "unit,month,deaths\na,2020-01,1\n")
    assert [(one.code, one.values["known"]) for one in caught.value.findings] == [("S102", "deaths month unit")]


def test_zipped_and_with_semicolons(tmp_path: Path) -> None:
    text = "unit;month;value\na;2020-01;1\na;2020-02;2\n"
    assert counts(tmp_path, text).values[:, 0].tolist() == [1, 2]
    with zipfile.ZipFile(tmp_path / "panel.zip", "w") as archive:
        archive.writestr("panel.csv", text)
    assert SOURCES["views"].counts([tmp_path / "panel.zip"], CountRequest()).values[:, 0].tolist() == [1, 2]
    whole = (tmp_path / "panel.zip").read_bytes()
    (tmp_path / "panel.zip").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(PlanError) as caught:
        SOURCES["views"].counts([tmp_path / "panel.zip"], CountRequest())
    assert [one.code for one in caught.value.findings] == ["S101"]


def test_numbers_of_parquet_are_the_units_people_write(tmp_path: Path) -> None:
    table = pa.table({"country_id": [57.0, 57.0], "month_id": [481, 482], "ged_sb": [3.0, 4.0]})
    parquet.write_table(table, tmp_path / "views.parquet")
    assert SOURCES["views"].counts([tmp_path / "views.parquet"], CountRequest()).units == ("57",)
