"""`jisr threat …` as a contract: exit codes, files, what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from unit.test_cli import jisr
from unit.threat.sources.ged_file import event, ged_csv


@pytest.fixture
def ged(tmp_path: Path) -> Path:
    return ged_csv(
        tmp_path / "GEDEvent_v21_1.csv", event("2020-01-05", 3), event("2020-03-05", 4, adm_1="", where_prec=6)
    )


def test_a_panel_and_what_became_of_the_events(tmp_path: Path, ged: Path) -> None:
    out = tmp_path / "panel.csv"
    options = ("--partition", "admin1", "--from", "2020-01", "--to", "2020-02")
    done = jisr("threat", "panel", "--source", "ucdp", "--file", str(ged), *options, "--out", str(out))
    assert (done.returncode, done.stderr) == (0, "")
    assert out.read_text() == "unit,month,value\nNorth province,2020-01,3\nNorth province,2020-02,0\n"
    assert "1 unit" in done.stdout
    assert "release GED 21.1" in done.stdout


def test_standard_output_holds_the_panel_alone(ged: Path) -> None:
    done = jisr(
        "threat", "panel", "--source", "ucdp", "--file", str(ged), "--partition", "admin1", "--out", "-", "--format", "json"
    )  # fmt: skip
    assert done.stdout.startswith("unit,month,value\n")
    facts = json.loads(done.stderr)
    assert facts["schema"] == "jisr/panel/1"
    assert facts["left_out"] == [{"reason": "no-area", "events": 1, "value": 4.0}]


def test_a_bad_file_is_exit_one_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text("a,b\n1,2\n")
    out = tmp_path / "panel.parquet"
    done = jisr("threat", "panel", "--source", "ucdp", "--file", str(tmp_path / "x.csv"), "--out", str(out))
    assert done.returncode == 1
    assert done.stdout.startswith("x.csv:1: S102 error: ")
    assert not out.exists()


def test_a_file_that_is_read_is_not_overwritten(tmp_path: Path) -> None:
    text = "unit,month,value\na,2020-01,1\n"
    (tmp_path / "panel.csv").write_text(text, encoding="utf-8")
    done = jisr("threat", "panel", "--source", "views", "--file", "panel.csv", "--out", "panel.csv", cwd=tmp_path)
    assert (done.returncode, (tmp_path / "panel.csv").read_text(encoding="utf-8")) == (2, text)


@pytest.mark.parametrize(
    "options",
    [
        ("--source", "rumours", "--out", "p.csv"),
        ("--source", "ucdp", "--out", "p.xlsx"),
        ("--source", "ucdp", "--out", "p.csv", "--zeros", "some"),
        ("--source", "ucdp", "--out", "p.csv", "--from", "lately"),
        ("--source", "ucdp", "--out", "p.csv", "--precision", "3"),
    ],
)
def test_wrong_usage(tmp_path: Path, options: tuple[str, ...]) -> None:
    done = jisr("threat", "panel", *options, cwd=tmp_path)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())
