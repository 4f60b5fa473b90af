"""Sobol indices of many outputs at once against a loop over SALib, on one set of samples and one bootstrap."""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
import turns
from numpy.typing import NDArray

from jisr.comparison.sensitivity import SobolIndices, sobol_indices

OUTPUTS, FACTORS, DRAWS, RESAMPLES, SEED = 2400, 12, 512, 100, 7
_NAMES = ("first", "total", "first_error", "total_error")


def samples(folder: Path) -> dict[str, NDArray[np.float64]]:
    """Outputs of Sobol's g-function with other weights for each output, and the bootstrap SALib draws under a seed.

    Shapes: a, b (draw, output); ab (factor, draw, output); weights (resample, draw).
    """
    generator = np.random.default_rng(1)
    weights = generator.uniform(0, 9, (FACTORS, OUTPUTS))
    x, y = generator.random((2, DRAWS, FACTORS))

    def outputs(inputs: NDArray[np.float64]) -> NDArray[np.float64]:
        terms = (np.abs(4 * inputs - 2)[:, :, None] + weights) / (1 + weights)
        return np.asarray(terms.prod(axis=1))

    mixed = [np.where(np.arange(FACTORS) == factor, y, x) for factor in range(FACTORS)]
    found = {"a": outputs(x), "b": outputs(y), "ab": np.stack([outputs(one) for one in mixed])}
    folder.mkdir(parents=True, exist_ok=True)
    np.savez(folder / "samples.npz", **found)
    chosen = np.random.default_rng(SEED).integers(DRAWS, size=(DRAWS, RESAMPLES))
    found["weights"] = np.stack([np.bincount(column, minlength=DRAWS) for column in chosen.T]).astype(float)
    return found


def against_salib(folder: Path, repeats: int) -> list[turns.Row]:
    """Seconds an output. SALib takes a part of the outputs in each turn, all of them in all turns together."""
    drawn = samples(folder)
    kept: list[SobolIndices] = []
    order = iter(range(repeats))

    def own() -> float:
        started = time.process_time()
        kept[:] = [sobol_indices(drawn["a"], drawn["b"], drawn["ab"], drawn["weights"])]
        return (time.process_time() - started) / OUTPUTS

    def other() -> float:
        taken = turns.peer("salib_run.py", folder, next(order), repeats, RESAMPLES, SEED)
        return taken["seconds"] / taken["outputs"]

    row = turns.in_turns(
        f"SALib, one output after another: {FACTORS} factors, {DRAWS} draws, {RESAMPLES} resamples",
        50,
        repeats,
        own,
        other,
    )
    print(f"\nSALib, {OUTPUTS} outputs: largest difference of an index or an error")
    for name in _NAMES:
        off = max(_apart(kept[0], folder / f"salib-{first}.npz", name, first, repeats) for first in range(repeats))
        print(f"  {name:12} {off:9.1e}")
        if off > (1e-4 if name.endswith("error") else 1e-9):
            msg = f"SALib gives another {name}"
            raise SystemExit(msg)
    return [row]


def _apart(mine: SobolIndices, other: Path, name: str, first: int, step: int) -> float:
    return float(np.abs(getattr(mine, name)[:, first::step] - np.load(other)[name]).max())
