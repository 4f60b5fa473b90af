"""`jisr threat forecast` and `backtest` as a contract."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest

from jisr.months import Month

ROOT = Path(__file__).resolve().parents[2]
FIRST = Month.parse("2015-01")


def jisr(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "jisr.cli", "threat", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A panel of three units and 48 months, and the same with another future."""
    made = tmp_path_factory.mktemp("panels")
    values = np.random.default_rng(1).poisson([0.05, 4, 90], (48, 3))
    for name, after in (("panel", 1), ("other", 7)):
        rows = [
            f"{unit},{FIRST + t},{values[t, i] * (after if t > 30 else 1)}"
            for t in range(48)
            for i, unit in enumerate((3, 20, 100))
        ]
        (made / f"{name}.csv").write_text("unit,month,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return made


FORECAST = ("forecast", "--cutoff", "2017-07", "--steps", "3:14", "--draws", "40", "--seed", "7")


@pytest.mark.parametrize("model", ["boot_240", None])
def test_a_forecast_is_tidy_deterministic_and_blind_to_the_future(folder: Path, model: str | None) -> None:
    named = ("--model", model) if model else ()
    for panel, out in (("panel", "a"), ("panel", "b"), ("other", "c")):
        done = jisr(*FORECAST, *named, "--panel", f"{panel}.csv", "--out", f"{out}.parquet", cwd=folder)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (folder / "a.parquet").read_bytes() == (folder / "b.parquet").read_bytes()
    assert (folder / "a.parquet").read_bytes() == (folder / "c.parquet").read_bytes()
    table = pq.read_table(folder / "a.parquet")
    assert table.column_names == ["unit", "month", "draw", "value"]
    rows = table.to_pylist()
    assert len(rows) == 3 * 12 * 40
    assert [row["unit"] for row in rows[::480]] == [3, 20, 100]
    assert [row["month"] for row in rows[:480:40]] == [str(FIRST + 33 + i) for i in range(12)]
    assert [row["draw"] for row in rows[:40]] == list(range(40))
    assert all(isinstance(row["value"], int) and row["value"] >= 0 for row in rows)


def test_a_backtest_is_text_or_json(folder: Path) -> None:
    call = ("backtest", "--panel", "panel.csv", "--cutoffs", "2016-06,2017-07", "--steps", "3:14", "--draws", "40")
    text = jisr(*call, "--models", "conflictology,zero", cwd=folder)
    assert (text.returncode, text.stderr) == (0, "")
    assert "2016-06  conflictology" in text.stdout
    assert "mean     zero" in text.stdout
    done = jisr(*call, "--models", "conflictology,zero", "--format", "json", cwd=folder)
    found = json.loads(done.stdout)
    assert found["schema"] == "jisr/threat-backtest/1"
    assert {row["model"] for row in found["scores"]} == {"conflictology", "zero"}
    mean = next(row for row in found["means"] if (row["model"], row["group"]) == ("zero", "all"))
    own = [row["crps"] for row in found["scores"] if (row["model"], row["group"]) == ("zero", "all")]
    assert mean["crps"] == pytest.approx(sum(own) / 2)


def test_the_panel_is_never_overwritten_and_a_forecast_is_parquet(folder: Path) -> None:
    (folder / "mine.parquet").write_bytes(b"PAR1")
    for out, panel, said in (
        ("o.csv", "panel.csv", "--out ends in .parquet, not o.csv"),
        ("mine.parquet", "mine.parquet", "--out is mine.parquet, which is read"),
        ("./mine.parquet", str(folder / "mine.parquet"), "--out is mine.parquet, which is read"),
    ):
        done = jisr("forecast", "--panel", panel, "--cutoff", "2017-07", "--out", out, cwd=folder)
        assert (done.returncode, done.stdout) == (2, "")
        assert said in done.stderr
    assert (folder / "mine.parquet").read_bytes() == b"PAR1"
    assert not (folder / "o.csv").exists()


def test_what_is_named_twice_is_scored_once(folder: Path) -> None:
    call = ("backtest", "--panel", "panel.csv", "--cutoffs", "2016-06,2016-06", "--models", "zero,zero", "--draws", "9")
    found = json.loads(jisr(*call, "--format", "json", cwd=folder).stdout)
    assert [(row["cutoff"], row["model"]) for row in found["scores"] if row["group"] == "all"] == [("2016-06", "zero")]


def test_a_group_without_units_is_named_and_not_tabled(folder: Path) -> None:
    (folder / "quiet.csv").write_text(
        "unit,month,value\n" + "".join(f"7,{FIRST + t},0\n" for t in range(48)), encoding="utf-8"
    )
    done = jisr("backtest", "--panel", "quiet.csv", "--cutoffs", "2016-06", "--models", "zero", cwd=folder)
    assert "UNITS WITH AN EVENT IN THE LAST TWELVE MONTHS: none in these windows" in done.stdout
    assert done.stdout.count("2016-06") == 2  # all units, and those without an event


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--cutoff", "2030-01"), "T517"),
        (("--cutoff", "2015-03"), "T518"),
        (("--cutoff", "2017-07", "--panel", "none.csv"), "F101"),
    ],
)
def test_a_panel_that_cannot_be_used_is_a_finding(folder: Path, arguments: tuple[str, ...], code: str) -> None:
    done = jisr("forecast", "--panel", "panel.csv", *arguments, "--out", "no.parquet", cwd=folder)
    assert done.returncode == 1
    assert f"{code} error" in done.stdout
    assert not (folder / "no.parquet").exists()


def test_a_window_beyond_the_panel_is_a_finding(folder: Path) -> None:
    done = jisr("backtest", "--panel", "panel.csv", "--cutoffs", "2018-10", cwd=folder)
    assert done.returncode == 1
    assert "T519 error" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("--cutoff", "July"),
        ("--cutoff", "2017-07", "--steps", "4"),
        ("--cutoff", "2017-07", "--steps", "14:3"),
        ("--cutoff", "2017-07", "--model", "oracle"),
        ("--cutoff", "2017-07", "--draws", "0"),
        ("--cutoff", "2017-07", "--draws", "100000000000"),
        ("--cutoff", "2017-07", "--steps", "1:100000"),
        (),
    ],
)
def test_wrong_usage_is_exit_two(folder: Path, arguments: tuple[str, ...]) -> None:
    done = jisr("forecast", "--panel", "panel.csv", *arguments, "--out", "no.parquet", cwd=folder)
    expected = 0 if "4" in arguments else 2  # one step is a window too
    assert done.returncode == expected, done.stderr
    assert "Traceback" not in done.stderr
    (folder / "no.parquet").unlink(missing_ok=True)


def test_late_units_are_noted_beside_the_forecast(folder: Path) -> None:
    text = (folder / "panel.csv").read_text(encoding="utf-8")
    (folder / "late.csv").write_text(text + "200,2018-12,3\n", encoding="utf-8")
    done = jisr(*FORECAST, "--panel", "late.csv", "--out", "late.parquet", cwd=folder)
    assert done.returncode == 0
    assert "T516 note" in done.stderr
    assert pq.read_table(folder / "late.parquet").num_rows == 4 * 12 * 40


@pytest.mark.skipif(os.name != "posix", reason="a terminal elsewhere interrupts in another way")
def test_an_interrupted_backtest_says_so_keeps_what_it_has_and_goes_on(tmp_path: Path) -> None:
    """As from a terminal: every process of the group is interrupted, here twice, by a nervous hand."""
    values = np.random.default_rng(2).poisson(np.geomspace(0.05, 80, 60), (200, 60))
    rows = [f"{unit},{FIRST + t},{values[t, unit]}" for t in range(200) for unit in range(60)]
    (tmp_path / "panel.csv").write_text("unit,month,value\n" + "\n".join(rows) + "\n", encoding="utf-8")
    cutoffs = ",".join(str(FIRST + month) for month in range(100, 180, 2))
    call = ("backtest", "--panel", "panel.csv", "--cutoffs", cutoffs, "--models", "conflictology,pool")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    with subprocess.Popen(
        [sys.executable, "-m", "jisr.cli", "threat", *call],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=tmp_path,
        env=environment,
        start_new_session=True,
    ) as running:
        kept = tmp_path / "cache" / "jisr"
        until = time.monotonic() + 60
        while not list(kept.glob("backtest-*.npz")) and time.monotonic() < until:
            time.sleep(0.05)
        for _ in range(2):
            os.killpg(running.pid, signal.SIGINT)
            time.sleep(0.1)
        try:
            said, wrong = running.communicate(timeout=60)
        except subprocess.TimeoutExpired:
            os.killpg(running.pid, signal.SIGKILL)
            raise
    assert (running.returncode, said) == (3, ""), wrong
    assert wrong.splitlines()[0] == "jisr: interrupted; what was finished is kept"
    assert 0 < len(list(kept.glob("backtest-*.npz"))) < 80
