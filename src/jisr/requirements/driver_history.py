"""What has been seen of the drivers up to a month."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

__all__ = ["DriverHistory"]


class DriverHistory:
    """The drivers of the trailing months of one block; the month loop appends to it, requirements read it.

    Shape: (draw, month, driver, area). The one mutable thing of this room: it belongs to one run of one block.
    """

    def __init__(self, past: NDArray[np.float64], horizon: int) -> None:
        """`past` (draw, month, driver, area): the months up to the cutoff."""
        draws, months, drivers, areas = past.shape
        self._seen = np.empty((draws, months + horizon, drivers, areas))
        self._seen[:, :months] = past
        self._months = months

    def append(self, values: NDArray[np.float64]) -> None:
        """Add the next month. Shape: (draw, driver, area)."""
        self._seen[:, self._months] = values
        self._months += 1

    def trailing(self, months: int) -> NDArray[np.float64]:
        """The last months seen. Shape: (draw, month, driver, area); fewer months when fewer were seen."""
        return self._seen[:, max(0, self._months - months) : self._months]
