"""The challenge's benchmark of the last month: a Poisson around it, for every month ahead."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream, poisson
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["LastHistoricalPoisson"]


@dataclass(frozen=True)
class LastHistoricalPoisson:
    """`N_t ~ Poisson(x)`, x the last observed month. Source: VIEWS Prediction Challenge 2023/24."""

    def fit(self, panel: Panel, cutoff: Month) -> LastHistoricalPoissonForecaster:
        """The last month of each area.

        Raises:
            ValueError: no month is observed by the cutoff.
        """
        seen = panel.up_to(cutoff)
        if not len(seen.values):
            msg = f"no month is observed up to {cutoff}"
            raise ValueError(msg)
        return LastHistoricalPoissonForecaster(seen.values[-1], seen.areas)


@dataclass(frozen=True)
class LastHistoricalPoissonForecaster:
    """The rate of each area. Shape: rates (area,)."""

    rates: NDArray[np.float64]
    areas: tuple[str, ...]

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area)."""
        stream = Stream(seed, "threat")
        names = [f"count:{area}" for area in self.areas]
        uniforms = np.stack([stream.uniforms(names, block, month) for month in range(1, steps + 1)], axis=1)
        return CountDraws(poisson(uniforms, self.rates), self.areas, "count/month")
