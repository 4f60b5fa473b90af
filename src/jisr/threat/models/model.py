"""What every threat model is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["FitsHistories", "Forecaster", "ThreatModel", "WholeSample"]


class Forecaster(Protocol):
    """A fitted model: joint draws over areas and months."""

    def draws(self, block: Block, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area), months 1…steps after the cutoff. Units: the panel's."""
        ...


class ThreatModel(Protocol):
    """A model that can be fitted to a panel up to a cutoff, looking at nothing after it."""

    def fit(self, panel: Panel, cutoff: Month) -> Forecaster:
        """The forecaster at a cutoff. Raises ValueError when the panel is too short."""
        ...


@runtime_checkable
class WholeSample(Protocol):
    """A forecaster that spreads its draws evenly when it makes all of them at once."""

    def sample(self, draws: int, steps: int, seed: int) -> CountDraws:
        """Whole counts. Shape: (draw, month, area), months 1…steps after the cutoff."""
        ...


@runtime_checkable
class FitsHistories(Protocol):
    """A model that can be fitted to another past in each draw, where the past itself is uncertain."""

    def fit_each(self, histories: NDArray[np.float64], areas: tuple[str, ...]) -> Forecaster:
        """The forecaster of one block of draws. Shape: histories (draw, month, area), ending with the cutoff."""
        ...
