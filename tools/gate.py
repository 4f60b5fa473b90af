"""The only gate: format, lint, types, imports, docs, tests. The last line is the test runner's summary."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
BIN = Path(PYTHON).parent


def steps(*, quick: bool) -> list[tuple[str, list[str]]]:
    """What is run, in order: the cheap first, the tests last."""
    checked = ["src", "tests", "tools", "benchmarks", "docs/conf.py"]
    checked = [name for name in checked if (ROOT / name).exists()]
    found = [
        ("format", [str(BIN / "ruff"), "format", "--check", "--quiet", *checked]),
        ("lint", [str(BIN / "ruff"), "check", "--quiet", *checked]),
        ("imports", [str(BIN / "lint-imports"), "--no-cache"]),
        ("types", [PYTHON, "-m", "mypy"]),
    ]
    if not quick:
        docs = [PYTHON, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "docs", "docs/_build/html"]
        found.append(("docs", docs))
    left_out = ["-m", "not slow and not browser and not office"] if quick else []
    workers = str(min(4, os.cpu_count() or 1))
    found.append(("tests", [PYTHON, "-m", "pytest", "-q", "-n", workers, "-p", "no:cacheprovider", *left_out]))
    return found


def main(arguments: list[str]) -> int:
    """Run every step until one fails."""
    if set(arguments) - {"--quick"}:
        print("usage: ./jisr test [--quick]", file=sys.stderr)
        return 2
    for name, command in steps(quick="--quick" in arguments):
        started = time.monotonic()
        print(f"== {name}", flush=True)
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "NUMBA_NUM_THREADS": "1"}
        code = subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode
        if code:
            print(f"== {name} failed after {time.monotonic() - started:.0f} s", flush=True)
            return 1
        if name != "tests":
            print(f"== {name} {time.monotonic() - started:.0f} s", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
