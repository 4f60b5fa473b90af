"""How unequal the months of a window are, and how well months drawn from window totals are calibrated.

Reads the country-month panel of state-based deaths (191 countries) and the governorates of Iraq; nothing after December
2017. For windows of 3, 6 and 12 months with at least 2 deaths: the concentration that fits 1990–2009 and 2010–2017 best
(maximum likelihood of the Dirichlet-multinomial); and, for 2010–2017, how many months lie in the central 90 % by randomised
PIT and the mean CRPS of the months, for several concentrations, for equal shares (a multinomial), and for the plain
division by the number of months.

    python benchmarks/observed_windows.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray
from scipy.optimize import minimize_scalar
from scipy.special import betaln, gammaln
from scipy.stats import binom

LAST = 456
"""December 2017; nothing after it is read."""
SPLIT = 360
"""December 2009: the constant is chosen before, checked after."""
LEAST = 2
LENGTHS = (3, 6, 12)
CONCENTRATIONS = (0.25, 0.5, 1.0, 2.0)

Array = NDArray[np.float64]


def main(folder: Path) -> None:
    panels = {
        "countries": panel(folder / "views_cm_sb_199001_202212.parquet", "country_id", "ged_sb"),
        "governorates": panel(folder / "iraq_adm1_month_1989_2017.parquet", "governorate", "sb"),
    }
    for name, (values, first) in panels.items():
        print(f"{name}: concentration of the highest likelihood")
        for length in LENGTHS:
            early = windows(values[: SPLIT + 1 - first], length)
            late = windows(values[SPLIT + 1 - first :], length)
            fits = [f"{fitted(one):.2f} ({len(one)})" for one in (early, late)]
            print(f"  {length:2d} months   until 2009: {fits[0]}   2010-2017: {fits[1]}")
        print(f"{name}, 2010-2017: months in 90 %, mean CRPS")
        for length in LENGTHS:
            late = windows(values[SPLIT + 1 - first :], length)
            told = [f"{alpha:g}: {checked(late, alpha)}" for alpha in CONCENTRATIONS]
            print(
                f"  {length:2d} months   {'   '.join(told)}   equal: {checked(late, None)}   divided: {divided(late)}"
            )


def panel(path: Path, unit: str, value: str) -> tuple[Array, int]:
    """Counts up to December 2017 and the number of the first month. Shape: (month, unit)."""
    rows = pq.read_table(path, columns=["month_id", unit, value]).to_pydict()
    kept = [i for i, month in enumerate(rows["month_id"]) if month <= LAST]
    months = np.array([rows["month_id"][i] for i in kept])
    names, column = np.unique([str(rows[unit][i]) for i in kept], return_inverse=True)
    values = np.zeros((LAST + 1 - months.min(), len(names)))
    values[months - months.min(), column] = [rows[value][i] for i in kept]
    return values, int(months.min())


def windows(values: Array, length: int) -> Array:
    """Windows with deaths, one after another from the last month back. Shape: (window, month)."""
    used = values[len(values) % length :]
    found = used.reshape(-1, length, used.shape[1]).transpose(0, 2, 1).reshape(-1, length)
    return np.asarray(found[found.sum(axis=1) >= LEAST])


def fitted(found: Array) -> float:
    def loss(logarithm: float) -> float:
        alpha = np.exp(logarithm)
        total, whole = found.sum(axis=1), alpha * found.shape[1]
        months = gammaln(found + alpha) - gammaln(alpha) - gammaln(found + 1)
        return -float((gammaln(total + 1) + gammaln(whole) - gammaln(total + whole) + months.sum(axis=1)).sum())

    return float(np.exp(minimize_scalar(loss, bounds=(-4, 4), method="bounded").x))


def checked(found: Array, alpha: float | None) -> str:
    """Coverage and CRPS of the exact distribution of each month given its window's total."""
    generator = np.random.default_rng(7)
    length = found.shape[1]
    inside, scores = [], []
    for window in found:
        total = int(window.sum())
        counts = np.arange(total + 1)
        below = binom(total, 1 / length).cdf(counts) if alpha is None else beta_binomial(counts, alpha, length)
        for value in window.astype(int):
            lower = below[value - 1] if value else 0.0
            pit = lower + generator.random() * (below[value] - lower)
            inside.append(0.05 <= pit <= 0.95)
            scores.append(((below - (counts >= value)) ** 2).sum())
    return f"{100 * np.mean(inside):.0f} % {np.mean(scores):.2f}"


def beta_binomial(counts: NDArray[np.int64], alpha: float, length: int) -> Array:
    """The distribution function of one month of a window. Shape: (count,)."""
    total, rest = counts[-1], alpha * (length - 1)
    ways = gammaln(total + 1) - gammaln(counts + 1) - gammaln(total - counts + 1)
    weight = betaln(counts + alpha, total - counts + rest) - betaln(alpha, rest)
    return np.minimum(np.cumsum(np.exp(ways + weight)), 1.0)


def divided(found: Array) -> str:
    """The division says one number, whose CRPS is its absolute error; it holds no interval."""
    return f"{np.abs(found - found.mean(axis=1, keepdims=True)).mean():.2f}"


if __name__ == "__main__":
    main(Path(sys.argv[1]))
