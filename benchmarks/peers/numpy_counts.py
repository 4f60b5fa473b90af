"""What the NumPy version keeps of its draws: counts by month on the product's grids, for the product's series.

Shares between 0 and 1 in steps of 0.001, amounts in equal ratios of one per cent, and how often each condition is ready
and each gate's conditions are met.
"""

from __future__ import annotations

import math
from typing import Any

import numpy as np
from numpy.typing import NDArray
from numpy_month import PeerMonth

Array = NDArray[Any]
_STEPS = 1000
_SMALLEST, _RATIO = 1e-3, math.log(1.01)
_LOG_CELLS = 2 + math.ceil(math.log(1e15) / _RATIO)


class Counts:
    """Counts by month, series and cell; sums by month and series."""

    def __init__(self, plan: dict[str, Any]) -> None:
        self.months = plan["horizon"] + 1
        self.holding = np.array([row["need"] for row in plan["holdings"]], dtype=np.float32)[:, None]
        self.shares: list[Array] = []
        self.amounts: list[Array] = []
        self.sums: list[Array] = []
        self.ready: list[Array] = []

    def observe(self, month: PeerMonth, gates: int) -> None:
        """Count one month of a chunk."""
        kept = np.concatenate(
            [
                month.now,
                month.cover[-1],
                *month.cover[: gates + 1],
                month.uncovered,
                month.essential[None],
                np.minimum(month.serviceable / self.holding, 1),
                np.minimum(month.present_skilled, 1),
                np.minimum(month.present_share, 1),
                month.readiness,
            ]
        )
        cells = np.rint(kept * _STEPS).astype(np.int32)
        amounts = np.concatenate([month.drivers, month.required, month.capacity, month.needed, month.paid, month.posts])
        with np.errstate(divide="ignore"):
            steps = np.log(amounts / np.float32(_SMALLEST)) / np.float32(_RATIO)
        logs = np.clip(np.floor(steps) + 1, 0, _LOG_CELLS - 1).astype(np.int32)
        self._add(self.shares, month.number, _counted(cells, _STEPS + 1))
        self._add(self.amounts, month.number, _counted(logs, _LOG_CELLS))
        self._add(self.sums, month.number, np.concatenate([kept, amounts]).sum(axis=1, dtype=np.float64))
        if month.ready is not None and month.met is not None:
            self._add(self.ready, month.number - 1, np.concatenate([month.ready, month.met]).sum(axis=1))

    @staticmethod
    def _add(kept: list[Array], month: int, counts: Array) -> None:
        if len(kept) > month:
            kept[month] += counts
        else:
            kept.append(counts)


def _counted(cells: Array, size: int) -> Array:
    cells += (np.arange(len(cells), dtype=np.int32) * size)[:, None]
    return np.bincount(cells.ravel(), minlength=len(cells) * size).astype(np.int32)
