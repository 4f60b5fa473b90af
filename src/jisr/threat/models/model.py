"""What every threat model is."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat.count_draws import CountDraws
from jisr.threat.panel import Panel

__all__ = ["Forecaster", "ThreatModel", "WholeSample"]


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
