"""The command line as a contract: exit codes, findings, JSON, determinism, no traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from jisr import check
from jisr.words import Words, finding_text

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "three-areas"


def jisr(*arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "jisr.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=environment, check=False)


@pytest.mark.parametrize(
    "verb",
    ["", "demo", "new", "check", "schema", "assess", "board", "measures", "explain", "report", "reach", "sensitivity"],
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
    assert found["findings"][0]["remedy"] == "Write a decimal point: 12.5."
    assert jisr("board", str(workspace)).returncode == 1
    board = jisr("board", str(workspace), "--format", "json")
    assert (board.returncode, json.loads(board.stdout)) == (1, found)


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
        ("reach", str(EXAMPLE), "--draws", "1"),
        ("sensitivity", str(EXAMPLE), "--draws", "many"),
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


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--set", "conditions/incidents-low/threshold=abc"), ("threshold holds “abc”", "Write digits")),
        (("--set", "conditions/incidents-low/nofield=1"), ("conditions has no such column", "threshold")),
        (("--set", "conditions/incident-low/threshold=1"), ("conditions has no such row", "incidents-low")),
        (("--set", "condition/x/y=1"), ("There is no table condition", "conditions")),
        (("--set", "nofield=1"), ("Write table/key/field",)),
        (("--set", "tasks/patrol/name=x"), ("change it in the table",)),
        (("--set", "tasks/patrol/unit="), ("tasks/patrol/unit is empty",)),
        (("--set", "a/b/c=1", "--set", "partnership//horizon=-3"), ("There is no table a", "6 or more")),
        (("--set", "partnership//draws=abc"), ("draws holds “abc”", "Write digits")),
        (("--set", "tasks/patrol/weight=1", "--set", "tasks/patrol/weight=2"), ("gives tasks/patrol/weight twice",)),
        (("--set", "externals/base-strike/value=1.5"), ("value holds 1.5", "between 0 and 1")),
        (("--option", "zzz"), ("there is no option zzz", "as-agreed by-condition")),
    ],
)
def test_a_wrong_change_says_what_would_be_right(arguments: tuple[str, ...], said: tuple[str, ...]) -> None:
    done = jisr("assess", str(EXAMPLE), *arguments)
    assert done.returncode == 2
    assert not done.stdout
    for one in said:
        assert one in done.stderr


def test_a_wrong_change_is_told_like_every_finding() -> None:
    wrong = ("assess", str(EXAMPLE), "--set", "conditions/incidents-low/threshold=abc", "--set", "a/b/c=1")
    done = jisr(*wrong)
    assert done.returncode == 2
    first, second = done.stderr.splitlines()
    assert first.startswith("conditions/incidents-low/threshold: C202 error: ")
    assert second.startswith("a/b/c: R303 error: ")
    told = jisr(*wrong, "--format", "json")
    assert (told.returncode, told.stderr) == (2, "")
    assert [one["code"] for one in json.loads(told.stdout)["findings"]] == ["C202", "R303"]


@pytest.mark.parametrize("verb", ["check", "assess", "board", "measures", "explain", "report"])
@pytest.mark.parametrize("path", ["", " "])
def test_an_empty_path_is_not_the_folder_one_is_in(workspace: Path, verb: str, path: str) -> None:
    done = jisr(verb, path, cwd=workspace)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"jisr: {Words('en').text('path-empty')}\n"


def test_an_empty_path_is_called_empty() -> None:
    (found,) = check("")
    assert finding_text(found, Words("en")).startswith(".: F112 error: the path is empty. Name a folder")


@pytest.mark.parametrize("path", ["nope", "-", os.devnull, "empty"])
def test_what_is_no_workspace_is_one_finding(path: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = jisr("check", path, cwd=tmp_path)
    assert done.returncode == 1
    assert "F112 error" in done.stdout
    assert len(done.stdout.splitlines()) == 2


def test_a_reader_of_findings_that_leaves_is_no_error(workspace: Path) -> None:
    """`jisr board PLAN | head` of a plan with more findings than a pipe holds."""
    path = workspace / "tables" / "observed.csv"
    head, *rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([head, *(row.replace(",total,", ",sum,") for row in rows * 40)]), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "jisr.cli", "board", str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(1)
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


def test_a_reader_that_leaves_is_no_error() -> None:
    """`jisr board PLAN | head`: more than a pipe holds, read in part."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-m", "jisr.cli", "assess", str(EXAMPLE), "--draws", "100", "--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.read(1)
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


def test_a_terminal_without_utf_8_gets_escapes(workspace: Path) -> None:
    path = workspace / "tables" / "tasks.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("camp-guard,", "حراسة,", 1), encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "jisr.cli", "board", str(workspace)]
    done = subprocess.run(command, capture_output=True, env=environment, check=False)
    assert done.returncode == 1
    assert b"C210 error: task holds \\u201c\\u062d" in done.stdout
    assert not done.stderr


def test_usage_and_messages_name_what_was_typed(tmp_path: Path) -> None:
    assert "Usage: jisr check" in jisr("check", "--help").stdout
    assert "  test " in jisr("--help").stdout
    (tmp_path / "there").mkdir()
    folder = jisr("assess", str(EXAMPLE), "--out", "there", cwd=tmp_path)
    assert (folder.returncode, folder.stderr) == (3, "jisr: Is a directory: there\n")
    (tmp_path / "file").write_text("", encoding="utf-8")
    below = jisr("new", "file/plan", cwd=tmp_path)
    assert (below.returncode, below.stderr) == (3, "jisr: Not a directory: file\n")
    under = jisr("report", str(EXAMPLE), "--out", "file", cwd=tmp_path)
    assert (under.returncode, under.stderr) == (3, "jisr: Not a directory: file\n")
    bundle = jisr("check", "file", cwd=tmp_path)
    assert bundle.stdout.startswith("file: B101 error: file cannot be read")
    unknown = jisr("report", str(EXAMPLE), "--to", "papyrus", cwd=tmp_path)
    assert "--to takes html" in unknown.stderr
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "there"]


def test_new_writes_a_workspace_once(tmp_path: Path) -> None:
    assert jisr("new", "mine", cwd=tmp_path).returncode == 0
    assert jisr("check", "mine", cwd=tmp_path).returncode == 0
    assert jisr("new", "mine", cwd=tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_new_fills_the_empty_folder_it_is_called_in(tmp_path: Path) -> None:
    assert jisr("new", ".", cwd=tmp_path).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(path.name for path in EXAMPLE.iterdir())
    assert jisr("check", ".", cwd=tmp_path).returncode == 0


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
    ("address", "key"), [("", "explain-no-address"), ("/", "explain-no-address"), ("gate/x", "explain-nothing-there")]
)
def test_what_explain_complains_of_is_in_the_catalogue(address: str, key: str) -> None:
    done = jisr("explain", str(EXAMPLE), address)
    assert done.returncode == 2
    assert done.stderr == f"jisr: {Words('en').text(key, address=address)}\n"


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
    assert jisr("schema", "partnership.yaml").stdout == jisr("schema", "partnership").stdout
    assert "is it tasks?" in jisr("schema", "task").stderr


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


def test_a_what_if_says_its_draws_and_is_held_against_the_plan(tmp_path: Path) -> None:
    sets = ("--set", "demand/patrol,,incidents/rate=8 | 12 | 18", "--set", "tasks/patrol/weight=5")
    assert jisr("assess", str(EXAMPLE), "--draws", "200", "--out", "a.jisr", cwd=tmp_path).returncode == 0
    what_if = jisr("assess", "a.jisr", *sets, "--out", "b.jisr", cwd=tmp_path)
    assert what_if.returncode == 0, what_if.stderr
    assert "A what-if: 200 draws" in what_if.stdout
    done = jisr("report", "b.jisr", "--against", "a.jisr", "--to", "html,pdf,xlsx", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "demand/patrol,,incidents/rate: 4 | 6 | 9" in done.stdout
    page = (tmp_path / "jisr-report" / "three-areas.html").read_text(encoding="utf-8")
    assert "What each change does alone" in page
    told = json.loads((tmp_path / "jisr-report" / "three-areas-difference.json").read_text(encoding="utf-8"))
    assert told["schema"] == "jisr/difference/1"
    assert len(told["effects"]["own"]) == len(told["changes"]) == 2
    assert "±" in page


def test_what_cannot_be_held_against_is_a_finding(tmp_path: Path) -> None:
    assert jisr("assess", str(EXAMPLE), "--draws", "100", "--out", "a.jisr", cwd=tmp_path).returncode == 0
    (tmp_path / "cut.jisr").write_bytes((tmp_path / "a.jisr").read_bytes()[:900])
    cut = jisr("report", "a.jisr", "--against", "cut.jisr", cwd=tmp_path)
    assert (cut.returncode, "B101" in cut.stdout) == (1, True)
    other = tmp_path / "other"
    assert jisr("new", str(other)).returncode == 0
    path = other / "partnership.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("id: three-areas", "id: elsewhere"), encoding="utf-8")
    done = jisr("report", "a.jisr", "--against", str(other), cwd=tmp_path)
    assert (done.returncode, "M120" in done.stdout) == (1, True), done.stdout + done.stderr
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.jisr", "cut.jisr", "other"]


def test_options_are_compared_over_the_same_draws() -> None:
    options = [line.split(",")[0] for line in (EXAMPLE / "tables" / "options.csv").read_text("utf-8").splitlines()[1:]]
    done = jisr("compare", str(EXAMPLE), *options[:2], "--draws", "100")
    assert done.returncode == 0, done.stderr
    assert f"{options[1]} against {options[0]}" in done.stdout
    found = json.loads(jisr("compare", str(EXAMPLE), *options[:2], "--draws", "100", "--format", "json").stdout)
    assert found["schema"] == "jisr/comparison/1"
    assert found["differences"][0]["paired"] is True
    assert jisr("compare", str(EXAMPLE), options[0]).returncode == 2
    assert jisr("compare", str(EXAMPLE), options[0], "none").returncode == 2


def test_reach_is_json_with_its_findings_beside_it() -> None:
    done = jisr("reach", str(EXAMPLE), "--draws", "100", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["schema"], found["draws"]) == ("jisr/reach/1", 100)
    assert "Traceback" not in done.stderr


def test_new_starts_from_task_templates(tmp_path: Path) -> None:
    two = ("--task-template", "border-posts", "--task-template", "policing")
    assert jisr("new", "mine", *two, cwd=tmp_path).returncode == 0
    assert jisr("check", "mine", cwd=tmp_path).returncode == 0
    unknown = jisr("new", "other", "--task-template", "tanks", cwd=tmp_path)
    assert unknown.returncode == 2
    assert "there is no task template tanks; choose one of hold-and-patrol" in unknown.stderr
    both = jisr("new", "other", "--from", "iraq-2024", *two, cwd=tmp_path)
    assert both.returncode == 2
    assert "a plan starts from one of them" in both.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_sensitivity_is_json_with_its_findings_beside_it() -> None:
    done = jisr("sensitivity", str(EXAMPLE), "--draws", "100", "--format", "json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["schema"], found["draws"]) == ("jisr/sensitivity/1", 100)
    assert "NaN" not in done.stdout
    assert "M109" in done.stderr


def test_two_values_for_one_cell_are_wrong_usage() -> None:
    address = "partnership/defaults/service"
    done = jisr("assess", str(EXAMPLE), "--set", f"{address}=0.8", "--set", f"{address} =0.9")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"jisr: --set gives {address} twice: 0.8 and 0.9\n"
