"""Verbs that only read leave a workspace as it is, also one that cannot be written."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"


@pytest.fixture
def locked(workspace: Path) -> Iterator[Path]:
    """A workspace without any right to write."""
    paths = (workspace, *workspace.rglob("*"))
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield workspace
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


def state(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file and folder with its time of change and content: root may write what is locked, so that is looked at."""
    return {
        str(path): (path.stat().st_mtime_ns, path.read_bytes() if path.is_file() else b"")
        for path in (folder, *folder.rglob("*"))
    }


@pytest.mark.parametrize(
    "arguments",
    [
        ("check",),
        ("assess", "--draws", "100"),
        ("board",),
        ("measures",),
        ("explain", "gate/step-one"),
        ("report", "--out", "pages"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_read_only_workspace_is_enough(arguments: tuple[str, ...], locked: Path, tmp_path: Path) -> None:
    elsewhere, before = tmp_path / "elsewhere", state(locked)
    elsewhere.mkdir()
    verb, *options = arguments
    done = subprocess.run(
        [sys.executable, "-m", "jisr.cli", verb, str(locked), *options],
        cwd=elsewhere,
        env={**os.environ, "PYTHONPATH": str(SOURCE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert state(locked) == before
    assert {path.name for path in elsewhere.iterdir()} == ({"pages"} if verb == "report" else set())
