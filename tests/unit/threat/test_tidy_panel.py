from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from pyarrow import parquet

from jisr.findings import Finding, PlanError
from jisr.months import Month
from jisr.threat import cutoff_findings, read_tidy_panel
from jisr.threat.month_cell import month_of_cell
from jisr.words import Words, finding_title

HEAD = "unit,month,value\n"


def csv(folder: Path, *rows: str, head: str = HEAD) -> Path:
    path = folder / "panel.csv"
    path.write_text(head + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return path


def refused(path: Path) -> list[Finding]:
    with pytest.raises(PlanError) as error:
        read_tidy_panel(path)
    return list(error.value.findings)


def test_a_panel_is_read_in_the_order_of_its_units(tmp_path: Path) -> None:
    found = read_tidy_panel(csv(tmp_path, "10,2020-02,4", "9,2020-01,1", "10,2020-01,3", "9,2020-02,2"))
    assert found.units.tolist() == [9, 10]
    assert found.panel.areas == ("9", "10")
    assert (str(found.panel.first), str(found.panel.last)) == ("2020-01", "2020-02")
    assert found.panel.values.tolist() == [[1, 3], [2, 4]]
    assert found.notes == ()


def test_ids_that_are_no_plain_numbers_stay_text(tmp_path: Path) -> None:
    assert read_tidy_panel(csv(tmp_path, "007,2020-01,4", "9,2020-01,1")).units.tolist() == ["007", "9"]


@pytest.mark.parametrize("cell", ["2018-01", "2018-01-31", "2018-01-05 00:00:00", 201801, "201801", 457, "457", 457.0])
def test_months_in_every_form(cell: object) -> None:
    assert str(Month(month_of_cell(cell))) == "2018-01"


@pytest.mark.parametrize("cell", [None, "", "January", "2018-13", "2018-02-30", 201813, 0, -5, "18-01", 5000, "2018"])
def test_what_is_no_month(cell: object) -> None:
    if cell == "2018":  # a month number of the year 2148, as VIEWS counts
        assert str(Month(month_of_cell(cell))) == "2148-02"
    else:
        assert month_of_cell(cell) == -1


@pytest.mark.parametrize(
    "months",
    [
        pa.array([dt.date(2020, 1, 31), dt.date(2020, 2, 1)]),
        pa.array([dt.datetime(2020, 1, 1), dt.datetime(2020, 2, 1)], type=pa.timestamp("us")),  # noqa: DTZ001
        pa.array([481, 482]),
        pa.array([481.0, 482.0]),
        pa.array([202001, 202002], type=pa.int32()),
        pa.array(["2020-01", "2020-02"]).dictionary_encode(),
    ],
)
def test_parquet_months_of_every_type(tmp_path: Path, months: pa.Array) -> None:
    path = tmp_path / "panel.parquet"
    parquet.write_table(pa.table({"unit": ["a", "a"], "month": months, "value": [1.0, 2.0]}), path)
    found = read_tidy_panel(path).panel
    assert str(found.first) == "2020-01"
    assert found.values[:, 0].tolist() == [1, 2]


def test_a_unit_that_appears_late_counts_nothing_before_and_is_noted(tmp_path: Path) -> None:
    found = read_tidy_panel(csv(tmp_path, "a,2020-01,1", "a,2020-02,1", "b,2020-02,7"))
    assert found.panel.values[:, 1].tolist() == [0, 7]
    assert [(one.code, one.found, one.values["month"]) for one in found.notes] == [("T516", "b", "2020-02")]


def test_one_unit_is_a_panel(tmp_path: Path) -> None:
    assert read_tidy_panel(csv(tmp_path, "a,2020-01,0")).panel.values.shape == (1, 1)


@pytest.mark.parametrize(
    ("rows", "code", "line", "said"),
    [
        (["a,2020-01,-1"], "T513", 2, "-1"),
        (["a,2020-01,1.5"], "T513", 2, "1.5"),
        (["a,2020-01,many"], "T513", 2, "many"),
        (["a,2020-01,nan"], "T513", 2, "nan"),
        (["a,2020-01,NA"], "T513", 2, "NA"),
        (["a,2020-01,1_0"], "T513", 2, "1_0"),
        (["a,2020-01,١٢"], "T513", 2, "١٢"),
        (["a,2020-01,1e300"], "T530", 2, "1e300"),
        (["a,2020-01,10000000001"], "T530", 2, "10000000001"),
        (["a,2020-01,"], "T513", 2, ""),
        (["a,2020-01,1", "a,2020/02,1"], "T512", 3, "2020/02"),
        (["a,2020-01,1", "a,2020-01-07,1"], "T514", 3, "a"),
        (["a,2020-01,1", ",2020-01,1"], "T520", 3, ""),
        (["a,2020-01,1", "a,2020-03,1"], "T515", 0, "a"),
        (["a,2020-01,1", "a,2020-02,1", "b,2020-01,1"], "T515", 0, "b"),
    ],
)
def test_what_cannot_be_used_is_found_where_it_is(
    tmp_path: Path, rows: list[str], code: str, line: int, said: str
) -> None:
    found = refused(csv(tmp_path, *rows))
    assert [(one.code, one.place.file, one.place.line, one.found) for one in found] == [(code, "panel.csv", line, said)]


def test_a_unit_may_be_called_what_others_take_for_nothing(tmp_path: Path) -> None:
    """NA is Namibia."""
    assert read_tidy_panel(csv(tmp_path, "NA,2020-01,4", "null,2020-01,10000000000")).panel.areas == ("NA", "null")


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("a,2020-01,nan", "nan is no whole count"),
        ("a,2020-01,", "the value is empty (rows like it: 1)."),
        ("a,,1", "the month is empty (rows like it: 1)."),
        ("a,2020-01,1e300", "1e300 is more than was ever counted in a month"),
    ],
)
def test_what_cannot_be_used_is_named(tmp_path: Path, row: str, told: str) -> None:
    (found,) = refused(csv(tmp_path, row))
    assert finding_title(found, Words("en")).startswith(told)


def test_everything_wrong_is_found_at_once(tmp_path: Path) -> None:
    found = refused(csv(tmp_path, "a,2020-01,x", "a,soon,1", ",2020-01,1", "b,2020-01,2", "b,2020-01,2"))
    assert sorted(one.code for one in found) == ["T512", "T513", "T514", "T520"]


def test_a_long_list_is_cut_and_says_how_long_it_is(tmp_path: Path) -> None:
    found = refused(csv(tmp_path, *(f"a,{1990 + i}-01,-1" for i in range(50))))
    assert len(found) == 20
    assert {one.values["rows"] for one in found} == {"50"}


@pytest.mark.parametrize(
    ("text", "code"),
    [("", "T511"), (HEAD, "T511"), ("unit,month,deaths\na,2020-01,1\n", "T510"), ("a\n1,2\n", "T510")],
)
def test_a_file_that_is_no_panel(tmp_path: Path, text: str, code: str) -> None:
    path = tmp_path / "panel.csv"
    path.write_text(text, encoding="utf-8")
    assert [one.code for one in refused(path)] == [code]


def test_a_file_that_is_not_there_or_not_parquet(tmp_path: Path) -> None:
    assert [one.code for one in refused(tmp_path / "none.csv")] == ["F101"]
    broken = tmp_path / "broken.parquet"
    broken.write_bytes(b"PAR1 no more")
    assert [one.code for one in refused(broken)] == ["T510"]


def test_cutoffs_outside_too_early_and_too_late(tmp_path: Path) -> None:
    rows = [f"a,{Month.parse('2020-01') + i},1" for i in range(30)]
    panel = read_tidy_panel(csv(tmp_path, *rows)).panel
    months = [Month.parse(text) for text in ("2019-12", "2020-11", "2020-12", "2022-06", "2022-07")]
    assert [one.code for one in cutoff_findings(panel, "p", months, 0)] == ["T517", "T518", "T517"]
    assert [one.code for one in cutoff_findings(panel, "p", months, 18)] == ["T517", "T518", "T519", "T517"]
    assert np.isfinite(panel.values).all()
