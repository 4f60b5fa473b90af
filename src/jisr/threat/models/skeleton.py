"""The skeleton: last year's months, drawn anew, on a level that walks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream, normal, poisson
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["LEVEL_START", "LEVEL_STEP", "ONSET_RATE", "Skeleton", "SkeletonForecaster"]

LEVEL_START = 0.25
"""Standard deviation of the log level at the cutoff (`models.md` 1)."""
LEVEL_STEP = 0.30
"""σ, standard deviation of the monthly step of the log level; chosen on windows before 2018 (docs/method/threat.md)."""
ONSET_RATE = 0.022
"""Pooled onset rate in counts a month: mean of a month after twelve quiet ones, 191 countries, 1990–2017, each counted
at most 10 (docs/method/threat.md)."""
_MEMORY = 12


@dataclass(frozen=True)
class Skeleton:
    """`N_t ~ Poisson(x'[i_t] · exp ℓ_t)`: x' the last twelve months plus a pooled onset rate, i_t uniform each month,
    ℓ_0 ~ N(0, 0.25²), ℓ_t = ℓ_{t−1} + σε − σ²/2.

    The walk makes months depend on one another, so that twelve-month sums and quiet quarters are calibrated too;
    independent months covered 26 % of twelve-month sums at nominal 90 %.
    """

    def fit(self, panel: Panel, cutoff: Month) -> SkeletonForecaster:
        """The last twelve months of each area up to the cutoff.

        Raises:
            ValueError: fewer than twelve months are observed.
        """
        seen = panel.up_to(cutoff).values
        if len(seen) < _MEMORY:
            msg = f"the skeleton needs {_MEMORY} observed months up to {cutoff}, found {len(seen)}"
            raise ValueError(msg)
        return SkeletonForecaster(seen[None, -_MEMORY:] + ONSET_RATE, panel.areas)

    def fit_each(self, histories: NDArray[np.float64], areas: tuple[str, ...]) -> SkeletonForecaster:
        """The last twelve months of each draw's own past. Shape: histories (draw, month, area).

        Raises:
            ValueError: fewer than twelve months.
        """
        if histories.shape[1] < _MEMORY:
            msg = f"the skeleton needs {_MEMORY} months, found {histories.shape[1]}"
            raise ValueError(msg)
        return SkeletonForecaster(histories[:, -_MEMORY:] + ONSET_RATE, areas)


@dataclass(frozen=True)
class SkeletonForecaster:
    """Last year's months by area. Shape: rates (draw, 12, area), one for all draws, or one for each of a block."""

    rates: NDArray[np.float64]
    areas: tuple[str, ...]

    def mean_rates(self, block: Block, steps: int, seed: int) -> NDArray[np.float64]:
        """The Poisson mean of each month: analogue month times level. Shape: (draw, month, area)."""
        stream = Stream(seed, "threat")
        level = LEVEL_START * normal(stream.uniforms([f"level:{area}" for area in self.areas], block, 0))
        means = np.empty((block.size, steps, len(self.areas)), order="F")
        columns = np.arange(len(self.areas))
        rows = np.arange(block.size)[:, None] if len(self.rates) > 1 else 0
        for month in range(1, steps + 1):
            step = normal(stream.uniforms([f"level:{area}" for area in self.areas], block, month))
            level = level + LEVEL_STEP * step - LEVEL_STEP**2 / 2
            analogue = stream.uniforms([f"analogue:{area}" for area in self.areas], block, month)
            means[:, month - 1] = self.rates[rows, (analogue * _MEMORY).astype(np.int64), columns] * np.exp(level)
        return means

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area)."""
        stream = Stream(seed, "threat")
        means = self.mean_rates(block, steps, seed)
        names = [f"count:{area}" for area in self.areas]
        uniforms = np.stack([stream.uniforms(names, block, month).T for month in range(1, steps + 1)], axis=1).T
        counts = poisson(uniforms, means)
        return CountDraws(counts.astype(np.float64), self.areas, "count/month")
