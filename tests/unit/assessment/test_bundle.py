"""The bundle: the same bytes for the same plan, whole or refused."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

import jisr
from jisr.assessment import ASSESSMENT_SCHEMA, Assessment, bundle_bytes, from_json, read_bundle, to_json
from jisr.findings import PlanError

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


@pytest.fixture(scope="module")
def made() -> tuple[object, Assessment, bytes]:
    plan, assessment = jisr.assess(EXAMPLES / "three-areas", draws=100)
    return plan, assessment, bundle_bytes(plan, assessment, "0.1.0")


def test_it_is_the_same_again(made: tuple[object, Assessment, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    plan, again = jisr.assess(path)
    assert bundle_bytes(plan, again, "0.1.0") == made[2]


def test_json_survives(made: tuple[object, Assessment, bytes]) -> None:
    text = to_json(ASSESSMENT_SCHEMA, made[1])
    assert to_json(ASSESSMENT_SCHEMA, from_json(Assessment, text, ASSESSMENT_SCHEMA)) == text


def test_an_independent_reader_opens_it(made: tuple[object, Assessment, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert {"manifest.json", "results/assessment.json", "results/board.json"} <= set(archive.namelist())


@pytest.mark.parametrize("cut", [10, 2_000])
def test_a_cut_bundle_is_refused(made: tuple[object, Assessment, bytes], tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.jisr"
    path.write_bytes(made[2][:cut])
    with pytest.raises(PlanError) as error:
        read_bundle(path)
    assert error.value.findings[0].code == "B101"


def test_an_altered_bundle_is_refused(made: tuple[object, Assessment, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["results/board.json"] = files["results/board.json"].replace(b"0", b"1")
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    with pytest.raises(PlanError) as error:
        read_bundle(path)
    assert error.value.findings[0].code == "B102"


def test_cold_kept_and_bundled_results_are_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workspace: Path
) -> None:
    """What is shown is what is written: no figure has more digits before it was kept than after."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    cold = jisr.assess(workspace, draws=100)[1]
    kept = jisr.assess(workspace, draws=100)[1]
    assert list((tmp_path / "cache" / "jisr").glob("assessment-*.json"))
    assert cold == kept
    assert from_json(Assessment, to_json(ASSESSMENT_SCHEMA, cold), ASSESSMENT_SCHEMA) == cold
