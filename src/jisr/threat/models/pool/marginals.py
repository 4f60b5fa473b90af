"""The pool: members weighed by the state a unit is in."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.threat.models.pool.analogues import growth_analogues, long_quiet, quiet_analogues
from jisr.threat.models.pool.boosting import boosted_growth
from jisr.threat.models.pool.decaying import decaying, last_year
from jisr.threat.models.pool.grid import POINTS
from jisr.threat.models.pool.history import History

__all__ = ["ACTIVE", "QUIET", "SPIKED", "marginals", "pool_members", "pooled"]

ACTIVE: Mapping[str, float] = {
    "decay-1": 2, "decay-2": 2, "decay-5": 2, "decay-10": 1, "decay-24": 0.5,
    "analogues-150": 0.5, "analogues-600": 0.5, "boosted": 3,
}  # fmt: skip
"""Weights where there was an event within a year; chosen on windows before 2018 (docs/validation/threat.md)."""
SPIKED: Mapping[str, float] = {"decay-10": 1, "decay-24": 2, "last-year": 1, "analogues-600": 2, "boosted": 2}
"""Weights after a spike: short memory would take it for the new level."""
QUIET: Mapping[str, float] = {
    "decay-2": 1, "decay-5": 1, "decay-10": 1, "decay-24": 1, "last-year": 1,
    "quiet-analogues": 2, "long-quiet": 2, "boosted": 2,
}  # fmt: skip
"""Weights where there was none."""


@lru_cache(maxsize=4)
def marginals(values: bytes, units: int, steps: int) -> NDArray[np.float64]:
    """The distribution of each month ahead. Shape: (month, unit, point). `values` are the bytes of (month, unit)."""
    history = History(np.frombuffer(values).reshape(-1, units))
    return pooled(history, pool_members(history, steps), steps)


def pooled(
    history: History,
    members: Mapping[str, NDArray[np.float64]],
    steps: int,
    active: Mapping[str, float] = ACTIVE,
    spiked: Mapping[str, float] = SPIKED,
    quiet: Mapping[str, float] = QUIET,
) -> NDArray[np.float64]:
    """Members weighed by the state of each unit; one that knows nothing of a unit leaves its weight to the others."""
    total = np.zeros((steps, history.values.shape[1], POINTS))
    for name, vectors in members.items():
        weight = np.where(history.year[-1] > 0, active.get(name, 0.0), quiet.get(name, 0.0))
        weight = np.where(history.spiked, spiked.get(name, 0.0), weight)
        total += weight[None, :, None] * vectors
    return np.asarray(total / total.sum(axis=2, keepdims=True))


def pool_members(history: History, steps: int) -> dict[str, NDArray[np.float64]]:
    """Every member by name. Shape: (month or 1, unit, point)."""
    own = {f"decay-{half_life}": decaying(history, half_life) for half_life in (1, 2, 5, 10, 24)}
    own["last-year"] = last_year(history)
    others = {f"analogues-{near}": growth_analogues(history, near, steps) for near in (150, 600)}
    others |= {
        "quiet-analogues": quiet_analogues(history, steps),
        "long-quiet": long_quiet(history, steps),
        "boosted": boosted_growth(history, steps),
    }
    return {**{name: one[None] for name, one in own.items()}, **others}
