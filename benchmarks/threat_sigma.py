"""Chooses the two constants of the skeleton threat model on windows that end before 2018.

Reads the country-month panel of state-based deaths (191 countries). For each σ: the share of twelve-month sums
(November of year Y−1 … October of year Y, steps 1–12 from October of Y−1, windows 2010–2017) whose randomised PIT lies in
the central 90 % and 50 %, and the mean CRPS of those sums on the log scale; for countries with any death in the last
twelve months, and for those with at least 25 (the usual bound of an armed conflict). A second table scores the first and
the second year ahead (windows 2008–2016) for three drifts of the log level. Differences of scores are paired, their standard
errors clustered by country. The pooled onset rate is the mean of a month
after twelve quiet ones, 1990–2017, each counted at most 10.

Run: python benchmarks/threat_sigma.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

DECEMBER_2017 = 456
"""Month number of the panel; nothing after it is read."""
SIGMAS = (0.0, 0.1, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
CONFLICT = 25.0
DRAWS = 1000

Array = NDArray[np.float64]
Window = tuple[Array, Array, int]
"""Twelve months before the cutoff, the sum of each year after it, and the country."""


def main(folder: Path) -> None:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    rows = rows[rows["month_id"] <= DECEMBER_2017]
    wide = rows.pivot_table(index="month_id", columns="country_id", values="ged_sb", aggfunc="sum").sort_index()
    values, months = wide.to_numpy(dtype=float), wide.index.to_numpy()
    onset, cases = onset_rate(values)
    print(f"pooled onset rate: {onset:.4f} deaths a month ({cases} unit-months)")
    table_of_sigma(windows_of(values, months, range(2010, 2018), years=1), onset)
    table_of_drift(windows_of(values, months, range(2008, 2016), years=2), onset)


def table_of_sigma(windows: list[Window], onset: float) -> None:
    print("            any death in twelve months      at least 25 deaths")
    print("sigma   in 90 %  in 50 %  logCRPS     in 90 %  in 50 %  logCRPS")
    conflicts = np.array([last.sum() >= CONFLICT for last, _, _ in windows])
    tables = {}
    for sigma in SIGMAS:
        table = np.array([score(last + onset, ahead, sigma, 0.5, i)[0] for i, (last, ahead, _) in enumerate(windows)])
        tables[sigma] = table[:, 1]
        print(f"{sigma:5.2f}   {summary(table)}     {summary(table[conflicts])}")
    for sigma in (0.25, 0.35):
        print(f"{sigma:5.2f} less 0.30: {paired(tables[sigma] - tables[0.3], windows)}")


def table_of_drift(windows: list[Window], onset: float) -> None:
    print("                first year                    second year")
    print("drift/σ²  sigma   in 90 %  in 50 %  logCRPS     in 90 %  in 50 %  logCRPS")
    tables = {}
    for drift in (0.5, 0.25, 0.0):
        for sigma in (0.2, 0.25, 0.3, 0.35):
            table = np.array(
                [score(last + onset, ahead, sigma, drift, i) for i, (last, ahead, _) in enumerate(windows)]
            )
            tables[drift, sigma] = table[:, :, 1]
            print(f"{-drift:8.2f}  {sigma:5.2f}   {summary(table[:, 0])}     {summary(table[:, 1])}")
    less = tables[0.25, 0.3] - tables[0.5, 0.3]
    print(
        f"-0.25 less -0.50, sigma 0.30: first year {paired(less[:, 0], windows)}, second {paired(less[:, 1], windows)}"
    )


def paired(differences: Array, windows: list[Window]) -> str:
    """The mean of paired differences with its standard error, windows of one country taken together."""
    countries = np.array([country for _, _, country in windows])
    apart = differences - differences.mean()
    together = np.array([apart[countries == one].sum() for one in np.unique(countries)])
    return f"{differences.mean():+.3f} (standard error {np.sqrt((together**2).sum()) / len(differences):.3f})"


def onset_rate(values: Array) -> tuple[float, int]:
    """Mean of the months that follow twelve quiet ones, each counted at most 10, and how many there are."""
    sums = np.lib.stride_tricks.sliding_window_view(values, 12, axis=0).sum(axis=2)[:-1]
    after_quiet = values[12:][sums == 0]
    return float(np.minimum(after_quiet, 10.0).mean()), len(after_quiet)


def windows_of(values: Array, months: NDArray[np.int64], first_years: range, years: int) -> list[Window]:
    """Twelve observed months and the sums of the years that follow, for each country with a death in the former."""
    windows: list[Window] = []
    for year in first_years:
        if year + years - 1 > 2017 or months.max() > DECEMBER_2017:
            msg = f"the window of {year} and {years} years reaches beyond December 2017: nothing is chosen there"
            raise ValueError(msg)
        after = int(np.flatnonzero(months == 457 + 12 * (year - 2018) - 3)[0]) + 1
        last, following = values[after - 12 : after], values[after : after + 12 * years]
        sums = following.reshape(years, 12, -1).sum(axis=1)
        windows += [(last[:, c], sums[:, c], int(c)) for c in np.flatnonzero(last.sum(axis=0) > 0)]
    return windows


def score(rates: Array, actual: Array, sigma: float, drift: float, case: int) -> list[tuple[float, float]]:
    """Randomised PIT (Czado, Gneiting & Held 2009) and CRPS on the log scale by year; the same random numbers for all."""
    rng, ties = np.random.default_rng([2024, case]), np.random.default_rng([7, case])
    level = rng.normal(0, 0.25, DRAWS)
    scores = []
    for truth in actual:
        draws = np.zeros(DRAWS)
        for _ in range(12):
            level = level + sigma * rng.normal(size=DRAWS) - drift * sigma**2
            draws += rng.poisson(rates[rng.integers(0, 12, DRAWS)] * np.exp(level))
        pit = (draws < truth).mean() + ties.uniform() * (draws == truth).mean()
        logs = np.sort(np.log1p(draws))
        spread = (logs * (2 * np.arange(1, DRAWS + 1) - DRAWS - 1)).sum() / DRAWS**2
        scores.append((float(pit), float(np.abs(logs - np.log1p(truth)).mean() - spread)))
    return scores


def summary(table: Array) -> str:
    """Coverage at nominal 90 % and 50 % and mean score of a table of (PIT, CRPS)."""
    pit = table[:, 0]
    wide, narrow = ((pit > 0.05) & (pit < 0.95)).mean(), ((pit > 0.25) & (pit < 0.75)).mean()
    return f"{wide:7.3f}  {narrow:7.3f}  {table[:, 1].mean():7.3f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
