"""`jisr score` as a contract: an earlier bundle against the months that have arrived since."""

from __future__ import annotations

import datetime as dt
import json
import zipfile
from pathlib import Path

import pytest
from unit.test_cli import jisr as run

import jisr
from jisr.assessment import bundle_bytes
from jisr.findings import PlanError


@pytest.fixture
def june(workspace: Path) -> Path:
    """The bundle of half a year before, kept in the workspace."""
    plan, assessment = jisr.assess(workspace, draws=100, as_of=dt.date(2024, 6, 30))
    path = workspace / "forecasts" / "june.jisr"
    path.parent.mkdir()
    path.write_bytes(bundle_bytes(plan, assessment, "0"))
    return path


def test_the_forecasts_a_workspace_keeps_are_scored_against_its_counts(workspace: Path, june: Path) -> None:
    done = run("score", str(workspace))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("june.jisr: incidents, from Jul 2024 on, model skeleton, 100 draws")
    found = json.loads(run("score", str(june), "--counts", str(workspace), "--format", "json").stdout)
    assert found["schema"] == "jisr/score/1"
    (one,) = found["forecasts"]
    assert [month["month"] for month in one["months"]] == [f"2024-{month:02d}" for month in range(7, 13)]
    assert [month["observed"] for month in one["months"]] == [17, 22, 16, 19, 15, 18]


def test_a_panel_of_the_series_will_do(june: Path, tmp_path: Path) -> None:
    (tmp_path / "later.csv").write_text(
        "unit,month,value\nincidents,2024-07,17\nincidents,2024-08,90\n", encoding="utf-8"
    )
    (one,) = jisr.score(june, tmp_path / "later.csv")
    assert [month.observed for month in one.months] == [17, 90]
    assert one.months[1].pit > 0.95


def codes(path: Path, counts: Path | None = None) -> list[str]:
    with pytest.raises(PlanError) as caught:
        jisr.score(path, counts)
    return [one.code for one in caught.value.findings]


def test_what_cannot_be_scored_is_found(workspace: Path, june: Path, tmp_path: Path) -> None:
    assert codes(june) == ["S114"]  # its own counts end where the forecast begins
    assert codes(tmp_path / "none.jisr", workspace) == ["F101"]
    older = tmp_path / "older.jisr"
    with zipfile.ZipFile(june) as whole, zipfile.ZipFile(older, "w") as less:
        manifest = json.loads(whole.read("manifest.json"))
        del manifest["files"]["results/forecasts.json"]
        for name in manifest["files"]:
            less.writestr(name, whole.read(name))
        less.writestr("manifest.json", json.dumps(manifest))
    assert codes(older, workspace) == ["F101"]
    june.unlink()
    assert codes(workspace) == ["F101"]
