"""Compares weights, kernels and joint structures of the pool on windows that end before 2018, and reads nothing after.

Country-month panel of state-based deaths, cutoffs October 2000–2016, steps 3–14. For each configuration: the geometric
mean over windows of CRPS over that of conflictology, IGN, and the months of countries with a death in the last twelve
months that lie in 90 % (randomised PIT), in 2001–2009 and 2010–2017; then what random draws in place of mid-quantiles would
change, and coverage of sums by how months are tied together. Members of a window are computed once. The first period is all
an Iraq window may rest on.

Run: OMP_NUM_THREADS=1 python benchmarks/threat_tuning.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import Panel
from jisr.threat.models.pool import boosting
from jisr.threat.models.pool import pool as joint
from jisr.threat.models.pool.decaying import decaying
from jisr.threat.models.pool.grid import quantile
from jisr.threat.models.pool.history import History
from jisr.threat.models.pool.marginals import ACTIVE, QUIET, SPIKED, pool_members, pooled
from jisr.threat.scores import covered, crps, ignorance, randomised_pit

DECEMBER_2017 = 456
"""Month number of the panel; nothing after it is read."""
STEPS = slice(2, 14)
LEVELS = (np.arange(1000) + 0.5) / 1000
HALF_LIVES = (1, 2, 5, 10, 24)
NO_SPIKE_RULE = {**ACTIVE}
ACTIVE_CHOICES: Mapping[str, Mapping[str, float]] = {
    "chosen": ACTIVE,
    "equal": dict.fromkeys([*ACTIVE, "last-year"], 1.0),
    "half-life 1 out": {**ACTIVE, "decay-1": 0.0},
    "last year in": {**ACTIVE, "last-year": 0.5},
    "no boosting": {**ACTIVE, "boosted": 0.0},
    "boosting 5": {**ACTIVE, "boosted": 5.0},
    "no analogues": {**ACTIVE, "analogues-150": 0.0, "analogues-600": 0.0},
    "long memory": {**ACTIVE, "decay-1": 0.5, "decay-2": 0.5, "decay-24": 2.0},
}
Array = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """One window: what was known, what the members say, what came."""

    year: int
    history: History
    members: dict[str, Array]
    actual: Array
    reference: float


def main(folder: Path) -> None:
    cases = [case_of(values_before_2018(folder), year) for year in range(2001, 2018)]
    print(f"{'configuration':28}  CRPS ratio 01-09, 10-17   IGN 01-09, 10-17   in 90 % 01-09, 10-17")
    for name, active in ACTIVE_CHOICES.items():
        table(name, cases, active, SPIKED)
    table("no rule for spikes", cases, ACTIVE, NO_SPIKE_RULE)
    table("boosting from 24,000 cases", [relearned(case, 24_000) for case in cases], ACTIVE, SPIKED)
    for spread in (0.2, 0.35, 0.5, 0.7):
        table(f"kernel {spread}", [blurred(case, spread) for case in cases], ACTIVE, SPIKED)
    chance([case for case in cases if case.year >= 2010])
    ties([case for case in cases if case.year >= 2010])


def values_before_2018(folder: Path) -> Array:
    rows = pd.read_parquet(folder / "views_cm_sb_199001_202212.parquet")
    rows = rows[rows["month_id"] <= DECEMBER_2017]
    return rows.pivot_table(index="month_id", columns="country_id", values="ged_sb").to_numpy(dtype=float)


def case_of(values: Array, year: int) -> Case:
    known = 457 + 12 * (year - 2018) - 3 - 121 + 1
    if known + 14 > len(values):
        msg = f"the year {year} reaches beyond December 2017: nothing is chosen there"
        raise ValueError(msg)
    history, actual = History(values[:known]), values[known + 2 : known + 14]
    last = np.sort(np.repeat(values[known - 12 : known][:, None], 12, axis=1), axis=0)
    return Case(year, history, pool_members(history, 14), actual, float(crps(last, actual).mean()))


def blurred(case: Case, spread: float) -> Case:
    own = {f"decay-{life}": decaying(case.history, life, spread)[None] for life in HALF_LIVES}
    return Case(case.year, case.history, {**case.members, **own}, case.actual, case.reference)


def relearned(case: Case, most: int) -> Case:
    """The case with a boosting that learns from more months than the pool's."""
    kept, boosting.MOST_CASES = boosting.MOST_CASES, most
    try:
        return Case(
            case.year,
            case.history,
            {**case.members, "boosted": boosting.boosted_growth(case.history, 14)},
            case.actual,
            case.reference,
        )
    finally:
        boosting.MOST_CASES = kept


def draws_of(case: Case, active: Mapping[str, float], spiked: Mapping[str, float]) -> Array:
    vectors = pooled(case.history, case.members, 14, active, spiked, QUIET)[STEPS]
    return quantile(vectors, np.broadcast_to(LEVELS[:, None, None], (1000, *vectors.shape[:2])))


def table(name: str, cases: list[Case], active: Mapping[str, float], spiked: Mapping[str, float]) -> None:
    found = []
    for case in cases:
        draws = draws_of(case, active, spiked)
        ratio = crps(draws, case.actual).mean() / case.reference
        pit = randomised_pit(draws, case.actual, np.random.default_rng(case.year).uniform(size=case.actual.shape))
        lately = case.history.year[-1] > 0
        within = covered(pit[:, lately], 0.9).mean()
        found.append((case.year < 2010, np.log(ratio), ignorance(draws, case.actual).mean(), within))
    early, late = (np.array([row[1:] for row in found if row[0] == first]).mean(axis=0) for first in (True, False))
    ratios, bits, inside = (f"{form(early[i])}  {form(late[i])}" for i, form in enumerate((_ratio, _plain, _plain)))
    print(f"{name:28}  {ratios}   {bits}   {inside}", flush=True)


def _ratio(logarithm: float) -> str:
    return f"{np.exp(logarithm):.3f}"


def _plain(value: float) -> str:
    return f"{value:.3f}"


def chance(cases: list[Case]) -> None:
    """What random levels in place of mid-quantiles do to mean CRPS."""
    vectors = [pooled(case.history, case.members, 14)[STEPS] for case in cases]
    even = np.mean([crps(draws_of(case, ACTIVE, SPIKED), case.actual).mean() for case in cases])
    for seed in (1, 2, 3):
        scores = []
        for one, case in zip(vectors, cases, strict=True):
            levels = np.random.default_rng([seed, case.year]).uniform(size=(1000, *one.shape[:2]))
            scores.append(crps(np.sort(quantile(one, levels), axis=0), case.actual).mean())
        print(f"random draws, seed {seed}: mean CRPS {np.mean(scores) / even - 1:+.2%}", flush=True)


def ties(cases: list[Case]) -> None:
    """Coverage and score of sums of units with an event in the last year, by how months are tied together."""
    print("lasting  persistence   sums in 90 %   CRPS of log(1 + sum)")
    for lasting, persistence in ((0, 0), (0, 0.8), (0.2, 0.5), (0.4, 0.5), (0.6, 0.5), (0.5, 0.8), (0.6, 0)):
        joint.LASTING, joint.PERSISTENCE = lasting, persistence
        inside, scores = [], []
        for case in cases:
            units = tuple(str(unit) for unit in range(case.actual.shape[1]))
            panel = Panel(case.history.values, Month(0), units, "count/month")
            drawn = joint.Pool().fit(panel, panel.last).draws(Block(0, 1000), 14, case.year)
            drawn = drawn.values[:, STEPS]  # noqa: PD011 - not a data frame
            active = case.history.year[-1] > 0
            sums = np.sort(drawn.sum(axis=1), axis=0)[:, active]
            total = case.actual.sum(axis=0)[active]
            tied = np.random.default_rng(case.year).uniform(size=total.shape)
            inside.append(covered(randomised_pit(sums, total, tied), 0.9))
            scores.append(crps(np.log1p(sums), np.log1p(total)))
        print(
            f"{lasting:7}  {persistence:11}   {np.concatenate(inside).mean():12.3f}   {np.concatenate(scores).mean():.3f}"
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
