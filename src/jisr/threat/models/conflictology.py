"""The challenge's strongest simple benchmark: the last twelve months of each area, as draws."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["Conflictology"]

_MEMORY = 12


@dataclass(frozen=True)
class Conflictology:
    """Draw `d` of every month ahead is month `d mod 12` of the last twelve. Source: VIEWS Prediction Challenge 2023/24."""

    natural_draws: ClassVar[int] = _MEMORY
    """Its distribution has twelve values; a backtest scores these, as the challenge does."""

    def fit(self, panel: Panel, cutoff: Month) -> ConflictologyForecaster:
        """The last twelve months.

        Raises:
            ValueError: fewer than twelve months are observed.
        """
        seen = panel.up_to(cutoff)
        if len(seen.values) < _MEMORY:
            msg = f"conflictology needs {_MEMORY} observed months up to {cutoff}, found {len(seen.values)}"
            raise ValueError(msg)
        return ConflictologyForecaster(seen.values[-_MEMORY:], seen.areas)


@dataclass(frozen=True)
class ConflictologyForecaster:
    """Last year's months by area. Shape: year (12, area)."""

    year: NDArray[np.float64]
    areas: tuple[str, ...]

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:  # noqa: ARG002 - nothing is random
        """Whole counts: one observed month a draw, the same for all months ahead. Shape: (draw, month, area)."""
        rows = self.year[(block.draws("threat") % np.uint64(_MEMORY)).astype(np.int64)]
        return CountDraws(np.repeat(rows[:, None, :], steps, axis=1), self.areas, "count/month")
