"""The pool: many simple forecasts as one, months tied together by a level that lasts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block, Stream, normal
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.models.pool.grid import quantile
from jisr.threat.models.pool.marginals import marginals
from jisr.threat.panel import Panel

__all__ = ["LASTING", "PERSISTENCE", "Pool", "PoolForecaster"]

LASTING = 0.4
"""Share of the variance of a month's normal score that a draw keeps for all months; chosen on windows before 2018."""
PERSISTENCE = 0.5
"""Correlation of the rest from one month to the next; chosen with it (docs/validation/threat.md)."""
_LEAST = 12
_TOGETHER = 400
"""Areas ordered at once: the cells of a continent would fill the memory several times over."""


@dataclass(frozen=True)
class Pool:
    """A weighted mean of distributions (own past, analogues, quiet places, boosting), joined by a Gaussian copula."""

    def fit(self, panel: Panel, cutoff: Month) -> PoolForecaster:
        """The past of each area up to the cutoff.

        Raises:
            ValueError: fewer than twelve months are observed.
        """
        seen = panel.up_to(cutoff)
        if len(seen.values) < _LEAST:
            msg = f"the pool needs {_LEAST} observed months up to {cutoff}, found {len(seen.values)}"
            raise ValueError(msg)
        return PoolForecaster(seen.values, seen.areas)


@dataclass(frozen=True)
class PoolForecaster:
    """The known past. Shape: values (month, area)."""

    values: NDArray[np.float64]
    areas: tuple[str, ...]

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area)."""
        vectors = marginals(np.ascontiguousarray(self.values).tobytes(), len(self.areas), steps)
        return CountDraws(quantile(vectors, _levels(self.areas, block, steps, seed)), self.areas, "count/month")

    def sample(self, draws: int, steps: int, seed: int) -> CountDraws:
        """All draws at once, at the mid-quantiles of each month in the order of the random levels.

        Less chance in a score than in `draws`, but no draw stands alone: not for blocks. Shape: (draw, month, area).
        """
        vectors = marginals(np.ascontiguousarray(self.values).tobytes(), len(self.areas), steps)
        counts = np.empty((draws, steps, len(self.areas)))
        for start in range(0, len(self.areas), _TOGETHER):
            some = slice(start, start + _TOGETHER)
            order = _levels(self.areas[some], Block(0, draws), steps, seed).argsort(axis=0, kind="stable")
            even = np.empty(order.shape)
            np.put_along_axis(even, order, ((np.arange(draws) + 0.5) / draws)[:, None, None], axis=0)
            counts[:, :, some] = quantile(vectors[:, some], even)
        return CountDraws(counts, self.areas, "count/month")


def _levels(areas: tuple[str, ...], block: Block, steps: int, seed: int) -> NDArray[np.float64]:
    """Uniform levels that months of one draw and area share in part. Shape: (draw, month, area)."""
    from scipy.special import ndtr

    stream, names = Stream(seed, "threat"), [f"pool:{area}" for area in areas]
    lasting = normal(stream.uniforms(names, block, 0))
    passing = np.zeros_like(lasting)
    levels = np.empty((block.size, steps, len(names)))
    for step in range(1, steps + 1):
        news = normal(stream.uniforms(names, block, step))
        kept = PERSISTENCE if step > 1 else 0.0
        passing = kept * passing + np.sqrt(1 - kept**2) * news
        levels[:, step - 1] = ndtr(np.sqrt(LASTING) * lasting + np.sqrt(1 - LASTING) * passing)
    return levels
