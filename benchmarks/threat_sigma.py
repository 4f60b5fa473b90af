"""Chooses the two constants of the skeleton threat model on windows that end before 2018.

Reads the country-month panel of state-based deaths (191 countries). For each σ: the share of twelve-month sums
(November of year Y−1 … October of year Y, steps 1–12 from October of Y−1, windows 2010–2017, countries with any death in
the last twelve months) whose randomised PIT lies in the central 90 %, and the mean CRPS of those sums on the log scale.
The pooled onset rate is the mean of a month after twelve quiet ones, 1990–2017, each counted at most 10.

Run: python benchmarks/threat_sigma.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd


def main(folder: Path) -> None:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    wide = rows.pivot_table(index="month_id", columns="country_id", values="ged_sb", aggfunc="sum").sort_index()
    values, months = wide.to_numpy(dtype=float), wide.index.to_numpy()
    before = values[months <= 456]
    quiet = np.array(
        [
            before[t, c]
            for t in range(12, len(before))
            for c in range(before.shape[1])
            if before[t - 12 : t, c].sum() == 0
        ]
    )
    kept = np.minimum(quiet, 10.0)
    print(f"pooled onset rate: {kept.mean():.4f} deaths a month ({len(kept)} unit-months)")
    rng = np.random.default_rng(1)
    print("sigma  covered90  covered50  logCRPS  n")
    for sigma in (0.0, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4):
        pits, scores = [], []
        for year in range(2010, 2018):
            cutoff = int(np.flatnonzero(months == 457 + 12 * (year - 2018) - 3)[0])
            for c in range(values.shape[1]):
                last = values[cutoff - 11 : cutoff + 1, c]
                if last.sum() == 0:
                    continue
                draws = sums(last + kept.mean(), sigma, rng)
                actual = values[cutoff + 1 : cutoff + 13, c].sum()
                below, equal = (draws < actual).mean(), (draws == actual).mean()
                pits.append(below + rng.uniform() * equal)
                logs, truth = np.sort(np.log1p(draws)), np.log1p(actual)
                n = len(logs)
                scores.append(np.abs(logs - truth).mean() - (logs * (2 * np.arange(1, n + 1) - n - 1)).sum() / n**2)
        pit = np.array(pits)
        inside = ((pit > 0.05) & (pit < 0.95)).mean(), ((pit > 0.25) & (pit < 0.75)).mean()
        print(f"{sigma:5.2f}  {inside[0]:9.3f}  {inside[1]:9.3f}  {np.mean(scores):7.3f}  {len(pit)}")


def sums(rates: np.ndarray, sigma: float, rng: np.random.Generator, draws: int = 500) -> np.ndarray:
    """Twelve-month sums of the skeleton."""
    level = rng.normal(0, 0.25, draws)
    total = np.zeros(draws)
    for _ in range(12):
        level = level + sigma * rng.normal(size=draws) - sigma**2 / 2
        total += rng.poisson(rates[rng.integers(0, 12, draws)] * np.exp(level))
    return total


if __name__ == "__main__":
    main(Path(sys.argv[1]))
