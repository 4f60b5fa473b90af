"""What has been seen of the drivers up to a month."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.requirements.by_task import ByTask, sum_over_areas

__all__ = ["DriverHistory"]


class DriverHistory:
    """The drivers of the trailing months of one block; the month loop appends to it, requirements read it.

    Shape: by_area (draw, month, driver, area), pooled (draw, month, driver), all areas together. Only the longest window
    is kept, the newest month in the place of the oldest; and what every month asks alike (`still_terms`), once it is found. The one mutable thing of this room: it belongs to one run of one
    block.
    """

    def __init__(self, past: NDArray[np.float64]) -> None:
        """`past` (draw, month, driver, area): the months of the longest window up to the cutoff."""
        draws, months, drivers, areas = past.shape
        self.by_area = np.empty((draws, months, drivers, areas), order="F")
        self.pooled = np.empty((draws, months, drivers), order="F")
        self.newest = months - 1
        self.still: ByTask | None = None
        for month in range(months):
            self.append(past[:, month])

    def append(self, values: NDArray[np.float64]) -> None:
        """Add the next month. Shape: (draw, driver, area)."""
        self.newest = (self.newest + 1) % self.by_area.shape[1]
        self.by_area[:, self.newest] = values
        self.pooled[:, self.newest] = sum_over_areas(values)

    def trailing(self, months: int) -> list[int]:
        """Where the last months stand, the newest first."""
        return [(self.newest - back) % self.by_area.shape[1] for back in range(months)]
