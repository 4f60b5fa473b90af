"""Counts by unit and month, as an event source gives them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.threat.panel import Panel

__all__ = ["LeftOut", "MonthCounts"]


@dataclass(frozen=True)
class LeftOut:
    """What was not counted, and why: number of events, and what they would have added. Units: `value` the measure's."""

    reason: str
    """`no-area`, `imprecise`, `spans-months`, `unclear` or `outside-months`."""
    events: int
    value: float
    reported: tuple[str, ...] = ()
    """For `no-area`: the names the source gives these events, those that would have added most first, at most six."""


@dataclass(frozen=True)
class MonthCounts:
    """Counts by month and unit; NaN where nothing was observed, which is not zero.

    Shape: values (month, unit), months from `first` on. Units: `unit` per month. `vintage` names the release of the
    source, None when it says none.

    Raises:
        ValueError: the units do not fit the shape, or a value is negative.
    """

    values: NDArray[np.float64]
    first: Month
    units: tuple[str, ...]
    unit: str
    vintage: str | None = None
    left_out: tuple[LeftOut, ...] = ()

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or self.values.shape[1] != len(self.units):
            msg = f"expected values of shape (month, {len(self.units)}), found {self.values.shape}"
            raise ValueError(msg)
        if (self.values < 0).any():
            msg = "expected counts ≥ 0"
            raise ValueError(msg)

    @property
    def last(self) -> Month:
        """The last month."""
        return self.first + (len(self.values) - 1)

    def panel(self) -> Panel:
        """The months as a panel without gaps.

        Raises:
            ValueError: a month of a unit was not observed.
        """
        if np.isnan(self.values).any():
            month, unit = np.argwhere(np.isnan(self.values))[0]
            msg = f"{self.units[unit]} was not observed in {self.first + int(month)}"
            raise ValueError(msg)
        return Panel(self.values, self.first, self.units, f"{self.unit}/month")
