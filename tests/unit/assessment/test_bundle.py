"""The bundle: the same bytes for the same plan, whole or refused."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

import jisr
from jisr.api import bundle_findings
from jisr.assessment import ASSESSMENT_SCHEMA, Assessment, bundle_bytes, from_json, read_bundle, to_json
from jisr.cli import main
from jisr.findings import PlanError
from jisr.words import Words, finding_title

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


def rewritten(path: Path, **manifest: object) -> None:
    """The bundle with other entries of its manifest, as another version would have written them."""
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    files["manifest.json"] = json.dumps(json.loads(files["manifest.json"]) | manifest).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def test_a_bundle_of_this_version_is_not_remarked_on(made: tuple[object, Assessment, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(bundle_bytes(made[0], made[1], jisr.__version__))  # type: ignore[arg-type]
    assert bundle_findings(path) == ()
    assert "B103" not in {one.code for one in jisr.check(path)}


@pytest.mark.parametrize(("version", "told"), [("0.0.7", "0.0.7"), (None, "?")])
def test_a_bundle_of_another_version_is_read_and_told(
    made: tuple[object, Assessment, bytes], tmp_path: Path, version: str | None, told: str
) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    rewritten(path, jisr=version)
    (found,) = (one for one in jisr.check(path) if one.code == "B103")
    assert (found.severity, str(found.place), found.found) == ("warning", "a.jisr", told)
    text = finding_title(found, Words("en"))
    assert text == f"version {told} wrote the bundle, and this is version {jisr.__version__}."
    assert jisr.board(path).gates


def test_a_bundle_of_another_version_is_told_before_the_answer(
    made: tuple[object, Assessment, bytes], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    rewritten(path, jisr="0.0.7")
    with pytest.raises(SystemExit) as ended:
        main(["board", str(path), "--format", "json"])
    said = capsys.readouterr()
    assert ended.value.code == 0
    assert said.err.startswith("a.jisr: B103 warning: version 0.0.7 wrote the bundle")
    assert json.loads(said.out)["schema"] == "jisr/board/1"


def test_a_form_of_another_version_is_told_with_the_version(
    made: tuple[object, Assessment, bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a.jisr"
    path.write_bytes(made[2])
    rewritten(path, jisr="3.0.0", schema="jisr/bundle/4", files=None)
    with pytest.raises(PlanError) as error:
        read_bundle(path)
    (found,) = error.value.findings
    assert (found.code, found.found, found.values["version"]) == ("B101", "jisr/bundle/4", "3.0.0")
    assert "version 3.0.0 wrote it" in finding_title(found, Words("en"))


def test_a_stream_that_cannot_be_unpacked_is_refused(made: tuple[object, Assessment, bytes], tmp_path: Path) -> None:
    path = tmp_path / "a.jisr"
    data = bytearray(made[2])
    start = data.index(b"manifest.json") + len("manifest.json")
    data[start : start + 40] = b"\xff" * 40
    path.write_bytes(data)
    with pytest.raises(PlanError) as error:
        read_bundle(path)
    assert error.value.findings[0].code == "B101"
    assert bundle_findings(path) == ()


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
