"""Rooms are entered by the door, and what is imported is declared: the two rules import-linter does not check."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "src"
MODULES = sorted((SOURCE / "jisr").rglob("*.py"))
ROOMS = {folder.parent.name for folder in (SOURCE / "jisr").glob("*/__init__.py")}
DECLARED = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

# import name, where it differs from the name of the distribution
DISTRIBUTION = {
    "yaml": "pyyaml",
    "vl_convert": "vl-convert-python",
    "fluent": "fluent-runtime",
    "sklearn": "scikit-learn",
}
# imported here, declared by the distribution whose interface hands it out
COMES_WITH = {"click": "typer", "markupsafe": "jinja2", "pydantic_core": "pydantic"}


def module_name(path: Path) -> str:
    """Dotted name of a file under `src`."""
    parts = path.relative_to(SOURCE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports(source: str, *, package: str) -> Iterator[tuple[int, str, tuple[str, ...]]]:
    """Line, module and names of each import; `import a.b` has no names."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name, ()
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            yield node.lineno, ".".join([*above, *filter(None, [node.module])]), tuple(one.name for one in node.names)


def handed_out(room: str) -> set[str]:
    """The `__all__` of a room."""
    tree = ast.parse((SOURCE / "jisr" / room / "__init__.py").read_text(encoding="utf-8"))
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if any(isinstance(target, ast.Name) and target.id == "__all__" for target in targets):
            return set(ast.literal_eval(node.value))
    return set()


def wrong_entries(source: str, *, module: str, package: str) -> list[str]:
    """Imports of another room that do not go through its door."""
    own = ([*module.split("."), ""])[1]
    found = []
    for line, imported, names in imports(source, package=package):
        parts = imported.split(".")
        if parts[0] != "jisr" or len(parts) == 1 or parts[1] == own or parts[1] not in ROOMS:
            continue
        if len(parts) > 2:
            found.append(f"{line}: {imported} is inside the room {parts[1]}")
        found += [
            f"{line}: {name} is not handed out by {imported}"
            for name in names
            if len(parts) == 2 and name not in handed_out(parts[1])
        ]
    return found


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_is_entered_by_its_door(path: Path) -> None:
    module = module_name(path)
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    found = wrong_entries(path.read_text(encoding="utf-8"), module=module, package=package)
    assert {one.partition(": ")[2] for one in found} == set(), found


@pytest.mark.parametrize(
    "source",
    [
        "from jisr.plan.loading import read_workspace",
        "import jisr.plan.loading",
        "from ..plan.loading import read_workspace",
        "from jisr.plan import loading",  # a file of the room, not one of the names it hands out
        "def later():\n    from jisr.plan.loading import read_workspace",
    ],
)
def test_a_wrong_entry_is_seen(source: str) -> None:
    assert len(wrong_entries(source, module="jisr.threat.panel", package="jisr.threat")) == 1


@pytest.mark.parametrize(
    "source", ["from jisr.plan import Plan", "from jisr.threat.paths import x", "from .paths import x"]
)
def test_a_right_entry_is_let_in(source: str) -> None:
    assert wrong_entries(source, module="jisr.threat.panel", package="jisr.threat") == []


def normal(name: str) -> str:
    """A distribution's name as registries compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    """Names of the runtime dependencies, extras of users included."""
    wanted = [*DECLARED["dependencies"]]
    for extra, names in DECLARED["optional-dependencies"].items():
        wanted += names if extra != "dev" else []
    return {normal(re.split(r"[^\w.-]", one, maxsplit=1)[0]) for one in wanted}


def imported_distributions() -> set[str]:
    """Distributions the source imports, by the name they are declared under."""
    tops = {
        imported.split(".")[0]
        for path in MODULES
        for _, imported, _ in imports(
            path.read_text(encoding="utf-8"), package=module_name(path.parent / "__init__.py")
        )
    }
    outside = tops - set(sys.stdlib_module_names) - {"jisr"}
    return {normal(COMES_WITH.get(top, DISTRIBUTION.get(top, top))) for top in outside}


def test_what_is_imported_is_declared() -> None:
    assert imported_distributions() - declared() == set()


def test_what_is_declared_is_imported() -> None:
    assert declared() - imported_distributions() == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock", "benchmarks/peers/requirements.lock"])
def test_the_lock_holds_names_versions_and_hashes_only(lock: str) -> None:
    lines = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    wrong = [
        line
        for line in lines
        if not re.match(r"#|\s+--hash=sha256:[0-9a-f]{64}|[a-z0-9][\w.-]*==\S+( ; .+)? \\$", line)
    ]
    assert wrong == []
    assert "://" not in "".join(lines)


def test_the_locks_agree_and_cover_what_is_declared() -> None:
    runtime, development = (
        {
            line.rstrip("\\ ")
            for line in (ROOT / lock).read_text(encoding="utf-8").splitlines()
            if "==" in line[:80] and line[0] != "#"
        }
        for lock in ("requirements.lock", "requirements-dev.lock")
    )
    # a marker may be wider where a tool of development needs the package on more systems
    versions = [{line.split(" ; ")[0] for line in lock} for lock in (runtime, development)]
    assert versions[0] - versions[1] == set()
    assert declared() - {normal(one.split("==")[0]) for one in runtime} == set()
