"""Indices of 2,400 outputs at once against a loop over SALib: the same outputs, the same bootstrap.

Run from the root, in the development environment, after `sh benchmarks/peers/environment.sh`:

    python benchmarks/sensitivity.py [TURNS]

The outputs are the generated plan's: 20 measures of conditions and 20 covers by month, 512 draws, 12 groups, 7,168 futures.
In each turn the product takes all of them and SALib its part, evenly over all; what both give is held against one another, and
the row of `benchmarks/peers/run.py` is printed.
"""

from __future__ import annotations

import dataclasses
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from generated_plan import Size, write_generated
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

sys.path.insert(0, str(Path(__file__).resolve().parent / "peers"))

import turns

import jisr
from jisr.assessment import Problem, ProcessPool, block_months, compile_problem
from jisr.comparison.sensitivity import SobolIndices, sobol_indices
from jisr.comparison.sensitivity.groups import groups_by_kind
from jisr.inputs import Variant
from jisr.keyed_random import Block

DRAWS, GROUPS, RESAMPLES, SEED = 512, 12, 100, 20
CHUNK = 64
OUTPUTS_OF_SALIB = 240
"""Outputs SALib takes in each turn."""
WANTED = 50
_NAMES = ("first", "total", "first_error", "total_error")


def outputs(specification: tuple[Problem, Block]) -> NDArray[np.float32]:
    """Shape: (copy, draw, output · month)."""
    problem, block = specification
    months = [
        np.column_stack([one.values, one.month.cover["now"].cover])
        for one in block_months(problem, block)
        if one.gates is not None
    ]
    return np.stack(months, axis=2).astype(np.float32).reshape(len(block.copies), -1, months[0].shape[1] * len(months))


def samples() -> NDArray[np.float32]:
    """A, B and A with each group from B. Shape: (sample, draw, output)."""
    with tempfile.TemporaryDirectory() as scratch:
        plan = jisr.load(write_generated(Path(scratch), Size()))
    groups = groups_by_kind(plan)
    every = Variant(second=frozenset().union(*(one.names for one in groups)))
    stages = frozenset[str]().union(*(one.stages for one in groups))
    chosen = sorted(groups, key=lambda one: (not one.stages, -one.cells))[:GROUPS]
    variants = (Variant(), every, *(Variant(second=one.names) for one in chosen))
    copies = (frozenset[str](), stages, *(one.stages for one in chosen))
    problem = dataclasses.replace(compile_problem(plan, in_full=True), in_full=False, variants=variants)
    pool = ProcessPool(2)
    blocks = [(problem, Block(start, CHUNK).times(copies)) for start in range(0, DRAWS, CHUNK)]
    found = np.concatenate(list(pool.map_blocks(outputs, blocks)), axis=1)
    pool.close()
    return found


def against_salib(repeats: int) -> list[turns.Row]:
    """Processor seconds an output, in turns; every turn SALib takes others.

    Raises:
        SystemExit: what both give differs.
    """
    found = samples()
    a, b, ab = found[0].astype(float), found[1].astype(float), found[2:].astype(float)
    chosen = np.random.default_rng(SEED).integers(DRAWS, size=(DRAWS, RESAMPLES))  # as SALib resamples
    weights = np.stack([np.bincount(column, minlength=DRAWS) for column in chosen.T]).astype(np.float64)
    step = a.shape[1] // OUTPUTS_OF_SALIB
    firsts = iter(range(repeats))
    kept: list[SobolIndices] = []

    def own() -> float:
        started = time.process_time()
        kept[:] = [sobol_indices(a, b, ab, weights)]
        return (time.process_time() - started) / a.shape[1]

    with tempfile.TemporaryDirectory() as scratch:
        np.savez(Path(scratch, "samples.npz"), a=a, b=b, ab=ab)

        def other() -> float:
            taken = turns.peer("salib_run.py", scratch, next(firsts) % step, step, RESAMPLES, SEED)
            return taken["seconds"] / taken["outputs"]

        what = f"SALib, one output after another (an output of {a.shape[1]}, not a draw)"
        row = turns.in_turns(what, WANTED, repeats, own, other)
        _agree(kept[0], Path(scratch), min(repeats, step), step)
    return [row]


def _agree(indices: SobolIndices, folder: Path, parts: int, step: int) -> None:
    print("\nSALib, outputs that vary: largest difference of an index or an error")
    for name in _NAMES:
        off = 0.0
        for first in range(parts):
            varies = indices.variance[first::step] > 1e-12
            apart = np.abs(getattr(indices, name)[:, first::step] - np.load(folder / f"salib-{first}.npz")[name])
            off = max(off, float(apart[:, varies].max()))
        print(f"  {name:12} {off:9.1e}")
        if not off <= (1e-4 if name.endswith("error") else 1e-9):
            msg = f"SALib gives another {name}"
            raise SystemExit(msg)


def main(repeats: int) -> None:
    if not turns.PYTHON.exists():
        raise SystemExit(turns.MISSING)
    with threadpool_limits(1):
        rows = against_salib(repeats)
    print("\n" + turns.HEAD)
    for row in rows:
        print(row)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
