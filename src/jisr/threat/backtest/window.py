"""One window of a backtest: what was known at its cutoff, and what happened after."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.threat.panel import Panel

__all__ = ["RECENT", "Steps", "Window"]

_MOST_STEPS = 600
"""Fifty years: more is a slip of the hand, and would fill any memory."""
RECENT = 12
"""Months before the cutoff that say whether a unit is active, and what counts as more or less than before."""


@dataclass(frozen=True)
class Steps:
    """The months ahead that count: step 1 is the month after the cutoff.

    Raises:
        ValueError: the steps do not run from 1 or later forwards, or further than fifty years.
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        if not 1 <= self.first <= self.last <= _MOST_STEPS:
            msg = f"expected steps FIRST:LAST with 1 ≤ FIRST ≤ LAST ≤ {_MOST_STEPS}, found {self.first}:{self.last}"
            raise ValueError(msg)

    @classmethod
    def parse(cls, text: str) -> Steps:
        """Read `3:14`, or `3` for one month.

        Raises:
            ValueError: it is neither.
        """
        first, colon, last = text.partition(":")
        try:
            return cls(int(first), int(last if colon else first))
        except ValueError:
            msg = f"expected steps FIRST:LAST with 1 ≤ FIRST ≤ LAST ≤ {_MOST_STEPS}, found {text}"
            raise ValueError(msg) from None


@dataclass(frozen=True)
class Window:
    """A panel, a cutoff in it, and the steps that are scored.

    Raises:
        ValueError: the panel does not hold the cutoff and all the steps after it.
    """

    panel: Panel
    cutoff: Month
    steps: Steps

    def __post_init__(self) -> None:
        if not self.panel.first <= self.cutoff or self.cutoff + self.steps.last > self.panel.last:
            msg = f"the window after {self.cutoff} lies outside {self.panel.first} to {self.panel.last}"
            raise ValueError(msg)

    @property
    def actual(self) -> NDArray[np.float64]:
        """What happened. Shape: (month, unit). Units: counts."""
        start = self.cutoff - self.panel.first + self.steps.first
        return self.panel.values[start : start + self.steps.last - self.steps.first + 1]

    @property
    def recent(self) -> NDArray[np.float64]:
        """Mean of the last twelve months before the cutoff, or of what is there. Shape: (unit,). Units: counts a month."""
        known = self.panel.up_to(self.cutoff).values[-RECENT:]
        return np.asarray(known.mean(axis=0), dtype=np.float64)
