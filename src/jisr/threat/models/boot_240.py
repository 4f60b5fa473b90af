"""The challenge's global benchmark: any month of any area of the last twenty years."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["Boot240"]

_MEMORY = 240


@dataclass(frozen=True)
class Boot240:
    """Every draw is one area-month of the last 240 months, of all areas together.

    Source: VIEWS Prediction Challenge 2023/24, benchmark `boot_240`; a pool of 240 months reproduces its scores, one of
    twelve does not (docs/validation/threat.md).
    """

    def fit(self, panel: Panel, cutoff: Month) -> Boot240Forecaster:
        """The pool of area-months; what is shorter than 240 months is taken whole.

        Raises:
            ValueError: no month is observed by the cutoff.
        """
        seen = panel.up_to(cutoff)
        if not len(seen.values):
            msg = f"no month is observed up to {cutoff}"
            raise ValueError(msg)
        return Boot240Forecaster(seen.values[-_MEMORY:].ravel(), seen.areas)


@dataclass(frozen=True)
class Boot240Forecaster:
    """The common pool. Shape: pool (case,)."""

    pool: NDArray[np.float64]
    areas: tuple[str, ...]

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area)."""
        stream = Stream(seed, "threat")
        names = [f"boot:{area}" for area in self.areas]
        uniforms = np.stack([stream.uniforms(names, block, month) for month in range(1, steps + 1)], axis=1)
        cases = (uniforms * len(self.pool)).astype(np.int64)
        return CountDraws(self.pool[cases], self.areas, "count/month")
