"""What *start here* tells a new user to type works, in that order."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ELSEWHERE = {"demo": "tests/unit/test_fresh_clone.py", "test": "the gate itself"}
"""Verbs tried in other places: they set up an environment of their own."""


def commands() -> list[list[str]]:
    """Every `./jisr …` of the page, in its order."""
    text = (ROOT / "docs" / "start-here.md").read_text(encoding="utf-8")
    lines = re.findall(r"^\./jisr ([^#\n]+)|`\./jisr ([^`]+)`", text, re.MULTILINE)
    return [shlex.split(block or inline) for block, inline in lines]


def test_every_command_of_start_here_works(tmp_path: Path) -> None:
    tried = [one for one in commands() if one[0] not in ELSEWHERE]
    assert {"new", "check", "board", "report", "measures", "explain", "assess"} <= {one[0] for one in tried}
    for arguments in tried:
        done = subprocess.run(
            [sys.executable, "-m", "jisr.cli", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, (arguments, done.stderr)
        assert done.stdout.strip(), arguments
    assert {path.name for path in tmp_path.iterdir()} == {"my-plan", "my-plan.jisr", "jisr-report"}
    (page,) = (tmp_path / "jisr-report").iterdir()
    assert page.suffix == ".html"
