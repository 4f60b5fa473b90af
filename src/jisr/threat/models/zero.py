"""The challenge's zero benchmark: nothing happens."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["Zero"]


@dataclass(frozen=True)
class Zero:
    """Every draw of every month is 0. Source: VIEWS Prediction Challenge 2023/24, benchmark `zero`."""

    def fit(self, panel: Panel, cutoff: Month) -> ZeroForecaster:
        """The forecaster at a cutoff; no month is needed."""
        return ZeroForecaster(panel.up_to(cutoff).areas)


@dataclass(frozen=True)
class ZeroForecaster:
    """Zeros for the areas of a panel."""

    areas: tuple[str, ...]

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:  # noqa: ARG002 - nothing is random
        """Whole counts. Shape: (draw, month, area)."""
        return CountDraws(np.zeros((block.size, steps, len(self.areas))), self.areas, "count/month")
