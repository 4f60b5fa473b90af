"""How long the Iraq case takes and how much memory, as whole processes; and what a second process gives.

Run from the root: python benchmarks/whole_case.py [DRAWS]. Prints a table; nothing here is asserted.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = str(ROOT / "examples" / "iraq-2024")
ASSESS = ["assess", EXAMPLE, "--draws"]


def timed(label: str, arguments: list[str], cores: int, cache: str) -> float:
    """Seconds of a whole process on some cores; what it may keep lies in `cache`."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "XDG_CACHE_HOME": cache}
    available = sorted(os.sched_getaffinity(0))[:cores]
    started = time.monotonic()
    subprocess.run(
        [sys.executable, "-m", "jisr.cli", *arguments],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
        preexec_fn=lambda: os.sched_setaffinity(0, available),
    )
    seconds = time.monotonic() - started
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{label:42} {seconds:7.2f} s   largest process so far {peak:6.0f} MB")
    return seconds


def main(draws: str) -> None:
    with tempfile.TemporaryDirectory() as cache:
        timed("--help", ["--help"], 2, cache)
        timed("check", ["check", EXAMPLE], 2, cache)
        # each run has a seed of its own, so that none finds the result of another in the cache
        first = timed(f"assess, {draws} draws, nothing compiled", [*ASSESS, draws, "--seed", "1"], 2, cache)
        two = timed(f"assess, {draws} draws, 2 cores", [*ASSESS, draws, "--seed", "2"], 2, cache)
        one = timed(f"assess, {draws} draws, 1 core", [*ASSESS, draws, "--seed", "3"], 1, cache)
    print(f"{'compile time, once a release':42} {first - two:7.2f} s")
    print(f"{'one core against two':42} {one / two:7.2f} ×")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "2000")
