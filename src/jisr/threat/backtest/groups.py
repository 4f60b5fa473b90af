"""The groups of unit-months that scores are given for."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.threat.backtest.window import Window

__all__ = ["GROUPS", "group_masks"]

GROUPS = ("all", "without-largest", "active", "quiet", "escalation", "de-escalation")
"""All; without the unit with the most counts in the window; units with and without an event in the last twelve months;
months with at least twice, and at most half, the mean of those twelve (both plus one)."""
_FACTOR = 2.0


def group_masks(window: Window) -> dict[str, NDArray[np.bool_]]:
    """Which unit-months belong to each group. Shape: (month, unit)."""
    actual, recent = window.actual, window.recent
    everything = np.ones(actual.shape, dtype=bool)
    largest = np.arange(actual.shape[1]) == actual.sum(axis=0).argmax()
    change = (1 + actual) / (1 + recent)
    masks = (
        everything,
        everything & ~largest,
        everything & (recent > 0),
        everything & (recent == 0),
        change >= _FACTOR,
        change <= 1 / _FACTOR,
    )
    return dict(zip(GROUPS, masks, strict=True))
