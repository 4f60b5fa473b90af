"""Indices of 2,400 outputs of the model at once against a loop over SALib: the same outputs, the same bootstrap.

Run from the root, in the development environment, after `sh benchmarks/peers/environment.sh`:

    python benchmarks/sensitivity.py [OUTPUTS_OF_SALIB]

`benchmarks/peers/run.py --only salib` does the same for a function without the plan around it, all outputs by both.

The outputs are the generated plan's: 20 measures of conditions and 20 covers by month, 512 draws, 12 groups, 7,168 futures.
SALib is timed on some of the outputs, evenly over all (240 unless told otherwise), the product on all of them; times are
processor seconds of one thread, per output. What both give is held against one another before anything is printed.
"""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

os.environ |= {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}

import numpy as np
from generated_plan import Size, write_generated
from numpy.typing import NDArray

import jisr
from jisr.assessment import Problem, ProcessPool, block_months, compile_problem
from jisr.comparison import sobol_indices
from jisr.comparison.sensitivity.groups import groups_by_kind
from jisr.inputs import Variant
from jisr.keyed_random import Block

DRAWS, GROUPS, RESAMPLES, SEED = 512, 12, 100, 20
CHUNK = 64
PYTHON = Path(__file__).resolve().parent / "peers" / ".venv" / "bin" / "python"
SALIB = PYTHON.parents[2] / "salib_run.py"
WANTED = 50


def outputs(specification: tuple[Problem, Block]) -> NDArray[np.float32]:
    """Shape: (copy, draw, output · month)."""
    problem, block = specification
    months = [
        np.column_stack([one.values.values, one.month.cover["now"].cover])
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


def main(of_salib: int) -> None:
    if not PYTHON.exists():
        sys.exit("SALib is not there: sh benchmarks/peers/environment.sh installs it")
    found = samples()
    a, b, ab = found[0], found[1], found[2:]
    chosen = np.random.default_rng(SEED).integers(DRAWS, size=(DRAWS, RESAMPLES))  # as SALib resamples
    weights = np.stack([np.bincount(column, minlength=DRAWS) for column in chosen.T]).astype(np.float64)
    step = max(1, a.shape[1] // of_salib)
    own = []
    for _ in range(3):
        started = time.process_time()
        indices = sobol_indices(a, b, ab, weights)
        own.append((time.process_time() - started) / a.shape[1])
    with tempfile.TemporaryDirectory() as scratch:
        np.savez(Path(scratch, "samples.npz"), a=a.astype(np.float64), b=b.astype(np.float64), ab=ab.astype(np.float64))
        command = [PYTHON, SALIB, scratch, 0, step, RESAMPLES, SEED]
        said = json.loads(subprocess.run(list(map(str, command)), capture_output=True, text=True, check=True).stdout)
        salib = dict(np.load(Path(scratch, "salib-0.npz")))
    theirs = said["seconds"] / said["outputs"]
    every = np.arange(0, a.shape[1], step)
    varies = indices.variance[every] > 1e-12
    apart = [
        float(np.abs(getattr(indices, name)[:, every] - salib[name])[:, varies].max())
        for name in ("first", "first_error", "total", "total_error")
    ]
    print(
        f"{a.shape[1]} outputs, {DRAWS} draws, {GROUPS} groups, {RESAMPLES} resamples; {int(varies.sum())} of {len(every)} compared vary"
    )
    print(
        f"largest difference: first {apart[0]:.1e}, its error {apart[1]:.1e}, total {apart[2]:.1e}, its error {apart[3]:.1e}"
    )
    if max(apart) >= 1e-4:
        sys.exit("the indices disagree")
    print(
        f"SALib {1e3 * theirs:.3g} ms an output, product {1e3 * min(own):.3g} ms: {theirs / min(own):.0f} × (wanted {WANTED} ×)"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 240)
