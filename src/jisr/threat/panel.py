"""A monthly panel of counts."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month

__all__ = ["Panel"]


@dataclass(frozen=True)
class Panel:
    """Counts by month and area. Shape: values (month, area). Units: `unit` per month.

    Raises:
        ValueError: a value is negative or not finite, or the areas do not fit the shape.
    """

    values: NDArray[np.float64]
    first: Month
    areas: tuple[str, ...]
    unit: str

    def __post_init__(self) -> None:
        if self.values.ndim != 2 or self.values.shape[1] != len(self.areas):
            msg = f"expected values of shape (month, {len(self.areas)}), found {self.values.shape}"
            raise ValueError(msg)
        if not (np.isfinite(self.values).all() and (self.values >= 0).all()):
            msg = "expected counts ≥ 0 without gaps"
            raise ValueError(msg)

    @property
    def last(self) -> Month:
        """The last month observed."""
        return self.first + (len(self.values) - 1)

    def up_to(self, cutoff: Month) -> Panel:
        """The panel as it stood at the end of a month: nothing after it.

        Raises:
            ValueError: the month was not observed: a panel that ends earlier says nothing of it.
        """
        if not self.first <= cutoff <= self.last:
            msg = f"the months are {self.first} to {self.last}, not {cutoff}"
            raise ValueError(msg)
        return Panel(self.values[: cutoff - self.first + 1], self.first, self.areas, self.unit)
