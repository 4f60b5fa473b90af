"""The command line as a contract: exit codes, findings, JSON, determinism, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "three-areas"


def jisr(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "jisr.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.mark.parametrize(
    "verb", ["", "demo", "new", "check", "schema", "assess", "board", "measures", "explain", "report"]
)
def test_every_verb_has_help(verb: str) -> None:
    done = jisr(*filter(None, [verb, "--help"]))
    assert done.returncode == 0
    assert "Usage" in done.stdout


def test_check_is_clean_and_says_so() -> None:
    done = jisr("check", str(EXAMPLE))
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1].startswith("0 errors")


def test_an_error_is_exit_one_with_place_and_remedy(workspace: Path) -> None:
    path = workspace / "tables" / "demand.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("40 | 50 | 60", "4,5"), encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace("4,5", '"4,5"'), encoding="utf-8")
    done = jisr("check", str(workspace))
    assert done.returncode == 1
    assert "tables/demand.csv:2:4: C203 error" in done.stdout
    assert "Traceback" not in done.stderr
    found = json.loads(jisr("check", str(workspace), "--format", "json").stdout)
    assert found["schema"] == "jisr/findings/1"
    assert found["findings"][0]["place"] == {"file": "tables/demand.csv", "line": 2, "column": 4}
    assert jisr("board", str(workspace)).returncode == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("dance",),
        ("check", "x", "--format", "xml"),
        ("schema", "nothing"),
        ("assess", str(EXAMPLE), "--draws", "100", "--set", "nonsense"),
        ("assess", str(EXAMPLE), "--draws", "100", "--set", "tasks/none/weight=3"),
        ("assess", str(EXAMPLE), "--draws", "100", "--set", "tasks/patrol/weight=many"),
        ("assess", str(EXAMPLE), "--draws", "1"),
        ("assess", str(EXAMPLE), "--as-of", "yesterday"),
        ("assess", str(EXAMPLE), "--draws", "100", "--option", "none"),
        ("board", str(EXAMPLE), "--at", "1999-01"),
        ("report", str(EXAMPLE), "--to", "papyrus"),
        ("explain", str(EXAMPLE), "gate/none"),
        ("test",),
    ],
)
def test_wrong_usage_is_exit_two(arguments: tuple[str, ...], tmp_path: Path) -> None:
    done = jisr(*arguments, cwd=tmp_path)
    assert done.returncode == 2, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


def test_new_writes_a_workspace_once(tmp_path: Path) -> None:
    assert jisr("new", "mine", cwd=tmp_path).returncode == 0
    assert jisr("check", "mine", cwd=tmp_path).returncode == 0
    assert jisr("new", "mine", cwd=tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_the_same_inputs_give_the_same_bytes_from_any_folder(workspace: Path, tmp_path: Path) -> None:
    first = jisr("assess", str(EXAMPLE), "--draws", "100", "--format", "json")
    second = jisr("assess", workspace.name, "--draws", "100", "--format", "json", cwd=workspace.parent)
    assert first.returncode == second.returncode == 0, first.stderr + second.stderr
    assert first.stdout == second.stdout
    assert str(tmp_path) not in first.stdout
    assert json.loads(first.stdout)["schema"] == "jisr/assessment/1"


def test_known_on_at_the_cutoff_leaves_the_iraq_plan_without_counts() -> None:
    done = jisr("assess", str(ROOT / "examples" / "iraq-2024"), "--draws", "100", "--known-on", "2024-09-30")
    assert done.returncode == 1
    assert "T501 error" in done.stdout


def test_a_bundle_is_a_path(tmp_path: Path) -> None:
    assert jisr("assess", str(EXAMPLE), "--draws", "100", "--out", "a.jisr", cwd=tmp_path).returncode == 0
    assert jisr("check", "a.jisr", cwd=tmp_path).returncode == 0
    board = jisr("board", "a.jisr", "--format", "json", cwd=tmp_path)
    assert json.loads(board.stdout)["schema"] == "jisr/board/1"
    (tmp_path / "b.jisr").write_bytes((tmp_path / "a.jisr").read_bytes()[:900])
    cut = jisr("board", "b.jisr", cwd=tmp_path)
    assert cut.returncode == 1
    assert "B101" in cut.stdout


@pytest.mark.parametrize(
    "address",
    [
        "gate/step-one",
        "condition/patrol-after",
        "task/surveillance/2025-06",
        "capability/army/patrol",
        "demand/patrol,,incidents/rate",
    ],
)
def test_explain_leads_to_inputs(address: str) -> None:
    done = jisr("explain", str(EXAMPLE), address, "--format", "json")
    assert done.returncode == 0, done.stderr

    def cells(node: dict[str, object]) -> list[dict[str, object]]:
        below = [cell for part in node["parts"] for cell in cells(part)]  # type: ignore[attr-defined]
        return [*([node] if node["kind"] == "cell" else []), *below]

    found = cells(json.loads(done.stdout))
    assert found
    # a task is a definition, not a figure: window and service level carry no source
    assert all(cell["basis"] for cell in found if cell["unit"] and not str(cell["address"]).startswith("tasks/"))


def test_measures_and_schema_speak_json() -> None:
    assert json.loads(jisr("measures", str(EXAMPLE), "--format", "json").stdout)["schema"] == "jisr/measures/1"
    assert json.loads(jisr("schema", "demand").stdout)["title"] == "Demand"


def test_documents_of_a_bundle_are_the_same_twice(tmp_path: Path) -> None:
    assert jisr("assess", str(EXAMPLE), "--draws", "100", "--out", "a.jisr", cwd=tmp_path).returncode == 0
    for folder in ("one", "two"):
        done = jisr("report", "a.jisr", "--to", "html, pdf,xlsx", "--out", folder, cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        assert len(done.stdout.splitlines()) == 3
    names = [path.name for path in sorted((tmp_path / "one").iterdir())]
    assert [name.rpartition(".")[2] for name in names] == ["html", "pdf", "xlsx"]
    for name in names:
        assert (tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes()
