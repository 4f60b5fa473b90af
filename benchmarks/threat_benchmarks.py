"""Holds our four challenge benchmarks against the scores the challenge published for them, windows 2018–2022.

A check of definitions, not an evaluation of a model of ours. Prints, for each benchmark and score, our mean, the
published one and the largest difference of a window. The challenge brought 12 draws to 1,000 with a Fourier resampling
before IGN (`scipy.signal.resample`, negatives to 0); so does this for conflictology.

Run: python benchmarks/threat_benchmarks.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy.signal import resample

from jisr.months import Month
from jisr.threat import MODELS, Panel, Steps, window_draws
from jisr.threat.scores import crps, ignorance, interval_score

NAMES = ("zero", "conflictology", "boot_240", "last_historical_poisson")
SCORES = ("crps", "ign", "mis")
YEARS = range(2018, 2023)


def main(folder: Path) -> None:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    wide = rows.pivot_table(index="month_id", columns="country_id", values="ged_sb").sort_index()
    panel = Panel(wide.to_numpy(dtype=float), Month.parse("1990-01"), tuple(map(str, wide.columns)), "deaths/month")
    published = pd.read_parquet(folder / "views_cm_benchmark_scores_2018_2022.parquet")
    theirs = published.groupby(["model", "metric", "window"])["value"].mean()
    print("benchmark                 score      ours  published  mean differs  a window at most")
    for name in NAMES:
        ours = np.array([scores_of(panel, name, year) for year in YEARS])
        for i, score in enumerate(SCORES):
            other = np.array([theirs.get((f"bm_{name}", score, year), np.nan) for year in YEARS])
            apart = np.abs(ours[:, i] / other - 1).max()
            mean, other_mean = ours[:, i].mean(), other.mean()
            print(f"{name:25} {score:5} {mean:9.3f} {other_mean:9.3f} {mean / other_mean - 1:+12.2%} {apart:12.2%}")


def scores_of(panel: Panel, name: str, year: int) -> tuple[float, float, float]:
    cutoff = Month.parse(f"{year - 1}-10")
    count = getattr(MODELS[name], "natural_draws", 1000)
    draws: NDArray[np.float64] = np.asarray(window_draws(panel, cutoff, Steps(3, 14), name, count, 1).values)
    start = cutoff - panel.first + 3
    actual = np.asarray(panel.values)[start : start + 12]
    ordered = np.sort(draws, axis=0)
    spread = draws if count == 1000 else np.maximum(resample(draws, 1000), 0)
    scores = (crps(ordered, actual), ignorance(spread, actual), interval_score(ordered, actual))
    return tuple(float(one.mean()) for one in scores)  # type: ignore[return-value]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
