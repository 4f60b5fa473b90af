"""A newcomer's first minutes: clone into an odd path, one command from another folder, again at once."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_demo_in_a_fresh_clone(tmp_path: Path) -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a git checkout, so there is nothing to clone")
    clone, elsewhere = tmp_path / "نسخة new clone", tmp_path / "elsewhere"
    elsewhere.mkdir()
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    home = {"HOME": str(tmp_path / "home"), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "JISR", "VIRTUAL"))}
    for _ in range(2):
        done = subprocess.run(
            [str(clone / "jisr"), "demo"],
            cwd=elsewhere,
            env=environment | home,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) >= 10
    assert "setting up" not in done.stderr
    written = sorted(path.name for path in (elsewhere / "jisr-demo").iterdir())
    assert written == ["iraq-2024.html", "iraq-2024.jisr"]
    assert (elsewhere / "jisr-demo" / "iraq-2024.html").stat().st_size > 100_000
