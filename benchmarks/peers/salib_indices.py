"""Indices by a loop over SALib, one output at a time. Run by benchmarks/sensitivity.py in the environment of the peers.

    python salib_indices.py SAMPLES.npz OUT.npz RESAMPLES SEED OUTPUTS

SAMPLES holds `a`, `b` (draw, output) and `ab` (group, draw, output). Prints the seconds of the loop.
"""

from __future__ import annotations

import sys
import time
import warnings

import numpy as np
from SALib.analyze import sobol
from scipy.stats import norm

LEVEL = 0.95


def main(samples: str, out: str, number: int, seed: int, outputs: int) -> None:
    """Write first, first_error, total, total_error (group, output) of as many outputs, evenly over all."""
    held = np.load(samples)
    a, b, ab = (held[name].astype(np.float64) for name in ("a", "b", "ab"))
    groups = len(ab)
    # names as an array: pandas 3 no longer takes a list where SALib 1.5 hands it one
    problem = {"num_vars": groups, "names": np.array([f"g{i}" for i in range(groups)]), "bounds": [[0, 1]] * groups}
    every = np.linspace(0, a.shape[1] - 1, outputs).astype(int)
    found = np.zeros((4, groups, outputs))
    warnings.simplefilter("ignore")
    started = time.perf_counter()
    for i, column in enumerate(every):
        rows = np.concatenate([a[None, :, column], ab[:, :, column], b[None, :, column]]).T.ravel()
        one = sobol.analyze(problem, rows, calc_second_order=False, num_resamples=number, conf_level=LEVEL, seed=seed)
        found[:, :, i] = one["S1"], one["S1_conf"], one["ST"], one["ST_conf"]
    print(time.perf_counter() - started)
    found[1::2] /= norm.ppf(0.5 + LEVEL / 2)  # from a confidence interval back to a standard deviation
    np.savez(out, found=found, every=every)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6]))
