"""The engine against its peers on the generated plan. Prints one markdown table.

Run from the root, in the development environment, after `sh benchmarks/peers/environment.sh`:

    python benchmarks/peers/run.py [--draws 10000] [--repeats 3]

Product and peer are timed in turns, the median of each is taken, and their ratio is what counts: seconds on a machine that
does other work mean little. Every peer computes the same equations and is held against the product first.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE)]
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
os.environ |= ONE_THREAD

import product  # noqa: E402 - the folders are put on the path first
from generated_plan import Size  # noqa: E402

from jisr.assessment import ProcessPool  # noqa: E402

PYTHON = HERE / ".venv" / "bin" / "python"
CHUNK = 1000
CHECKED_DRAWS = 500


@dataclass(frozen=True)
class Row:
    """One comparison; nothing is wanted where `wanted` is None. Units: milliseconds a draw."""

    what: str
    product: float
    peer: float
    wanted: float | None

    def __str__(self) -> str:
        ratio = self.peer / self.product
        wanted, reached = "–", "–"
        if self.wanted is not None:
            wanted, reached = f"{self.wanted:,g} ×", "yes" if ratio >= self.wanted else "**no**"
        return f"| {self.what} | {self.product:.3g} | {self.peer:.3g} | {ratio:.3g} × | {wanted} | {reached} |"


def peer(script: str, *arguments: object) -> dict[str, float]:
    """What a peer prints, run in its own environment."""
    command = [str(PYTHON), str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **ONE_THREAD})
    return json.loads(done.stdout.splitlines()[-1])  # type: ignore[no-any-return]


def in_turns(
    what: str, wanted: float | None, repeats: int, own: Callable[[], float], other: Callable[[], float]
) -> Row:
    """Product, peer, product, peer, …; the median of each. Both give seconds a draw."""
    pairs = [(own(), other()) for _ in range(repeats)]
    mine, theirs = (statistics.median(column) * 1e3 for column in zip(*pairs, strict=True))
    return Row(what, mine, theirs, wanted)


def apart(mine: NDArray[np.float64], other: NDArray[np.float64]) -> tuple[float, float]:
    """The largest difference against the value (at least a thousandth), and the share of values more than 1e-4 off."""
    off = np.abs(mine - other) / np.maximum(np.abs(mine), 1e-3)
    return float(off.max()), float((off > 1e-4).mean())


def numpy_agrees(folder: Path, values: dict[str, NDArray[np.float64]]) -> None:
    """Print how far the NumPy version is off, in both precisions."""
    peer("numpy_run.py", folder, "check", CHECKED_DRAWS, CHUNK, "keyed", "values")
    for kind in ("float64", "float32"):
        other = np.load(folder / f"numpy-{kind}.npz")
        print(f"\nNumPy in {kind}, {CHECKED_DRAWS} draws, every month: largest difference, share beyond 1e-4")
        for name, mine in values.items():
            largest, beyond = apart(mine, other[name].astype(np.float64))
            print(f"  {name:12} {largest:9.1e} {beyond:9.1e}")
            if beyond > 1e-3:
                sys.exit(f"the NumPy version computes another {name}")


def against_numpy(folder: Path, draws: int, repeats: int) -> list[Row]:
    """The chunked version in single precision."""
    problem = product.problem_of(Size(draws=draws))
    product.hand_over(problem, folder, draws)
    numpy_agrees(folder, product.months_of(problem, CHECKED_DRAWS))

    def numpy(source: str, keep: str, clock: str = "seconds") -> Callable[[], float]:
        return lambda: peer("numpy_run.py", folder, "time", draws, CHUNK, source, keep)[clock] / draws

    def own(counted: bool) -> Callable[[], float]:
        return lambda: product.seconds(problem, draws, counted=counted) / draws

    rows = [
        in_turns(
            "NumPy float32, same keyed numbers, month loop alone", None, repeats, own(False), numpy("keyed", "values")
        ),
        in_turns("NumPy float32, same keyed numbers, ordinary run", None, repeats, own(True), numpy("keyed", "counts")),
        in_turns("NumPy float32, its own generator, ordinary run", None, repeats, own(True), numpy("own", "counts")),
    ]
    executor = ProcessPool(2)
    product.wall(problem, CHUNK, executor)
    rows.append(
        in_turns(
            "NumPy float32 in one thread, product in two, ordinary run, wall time",
            4,
            repeats,
            lambda: product.wall(problem, draws, executor) / draws,
            numpy("keyed", "counts", "wall"),
        )
    )
    executor.close()
    return rows


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--draws", type=int, default=10_000)
    arguments.add_argument("--repeats", type=int, default=3)
    asked = arguments.parse_args()
    if not PYTHON.exists():
        sys.exit("no environment of the peers: sh benchmarks/peers/environment.sh")
    with tempfile.TemporaryDirectory() as scratch:
        rows = against_numpy(Path(scratch) / "moving", asked.draws, asked.repeats)
    print("\n| against | product, ms a draw | peer, ms a draw | ratio | wanted | reached |\n|---|---|---|---|---|---|")
    for row in rows:
        print(row)


if __name__ == "__main__":
    main()
