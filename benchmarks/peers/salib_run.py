"""SALib's Sobol indices output by output, in the peers' environment.

Called by benchmarks/sensitivity.py: salib_run.py FOLDER FIRST STEP RESAMPLES SEED, for outputs FIRST, FIRST + STEP, … Reads samples.npz, writes
salib-FIRST.npz, prints one line of JSON.
"""

from __future__ import annotations

import json
import sys
import time
import warnings
from pathlib import Path
from statistics import NormalDist

import numpy as np
from SALib.analyze import sobol

LEVEL = 0.95


def main(folder: Path, first: int, step: int, resamples: int, seed: int) -> None:
    samples = np.load(folder / "samples.npz")
    a, b, ab = (samples[name][..., first::step] for name in ("a", "b", "ab"))
    factors = len(ab)
    # names as an array: pandas 3 no longer takes a list where SALib 1.5 hands it one
    names = np.array([f"g{j}" for j in range(factors)])
    problem = {"num_vars": factors, "names": names, "bounds": [[0, 1]] * factors}
    rows = np.concatenate([a[None], ab, b[None]]).transpose(
        2, 1, 0
    )  # SALib's order: A, the mixed ones, B, draw by draw
    outputs = rows.reshape(len(rows), -1).copy()
    warnings.simplefilter("ignore")  # of outputs that do not vary
    started = time.process_time()
    found = [
        sobol.analyze(problem, y, calc_second_order=False, num_resamples=resamples, conf_level=LEVEL, seed=seed)
        for y in outputs
    ]
    taken = time.process_time() - started
    width = NormalDist().inv_cdf(0.5 + LEVEL / 2)
    np.savez(
        folder / f"salib-{first}.npz",
        first=np.stack([one["S1"] for one in found], axis=1),
        total=np.stack([one["ST"] for one in found], axis=1),
        first_error=np.stack([one["S1_conf"] for one in found], axis=1) / width,
        total_error=np.stack([one["ST_conf"] for one in found], axis=1) / width,
    )
    print(json.dumps({"seconds": taken, "outputs": len(found)}))


if __name__ == "__main__":
    main(Path(sys.argv[1]), *(int(one) for one in sys.argv[2:]))
