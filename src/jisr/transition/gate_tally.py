"""Counts of what happened at the gates, over any number of draws: whole numbers, merged exactly."""

from __future__ import annotations

from collections import Counter

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.transition.compiled import TransitionData
from jisr.transition.state import GateOutput

__all__ = ["GateTally"]


class GateTally:
    """An observer of the month loop.

    Shapes: `draws` (month,); `on`, `by`, `held`, `lost`, `opened` (month, gate); `met`, `ready` (month, condition);
    months are 0 … horizon, month 0 stays empty. `unmet` maps (gate, month) of each reference to counts of the sets of
    core conditions that were not ready, as bit masks over the gate's core conditions; `values` and `margins` map
    (condition, month) to counts of cells of the measure's resolution. Whatever the blocks and their order, the counts
    are the same integers.
    """

    def __init__(self, data: TransitionData) -> None:
        months = data.horizon + 1
        self.data = data
        self.draws = np.zeros(months, dtype=np.int64)
        self.on, self.by, self.held, self.lost, self.opened = (
            np.zeros((months, len(data.gates)), dtype=np.int64) for _ in range(5)
        )
        self.met, self.ready = (np.zeros((months, len(data.conditions)), dtype=np.int64) for _ in range(2))
        judged = [(i, reference.month) for i, gate in enumerate(data.gates) for reference in gate.references]
        self.unmet: dict[tuple[int, int], Counter[int]] = {key: Counter() for key in judged}
        cells = [(column, month) for gate, month in judged for column in data.gates[gate].conditions]
        self.values: dict[tuple[int, int], Counter[int]] = {key: Counter() for key in cells}
        self.margins: dict[tuple[int, int], Counter[int]] = {key: Counter() for key in cells}

    def __getstate__(self) -> dict[str, object]:
        """Without the plan's view, which whoever asked for the draws has."""
        return {**self.__dict__, "data": None}

    def observe(self, month: int, output: GateOutput) -> None:
        """Count one month of a block; months of one block in any order, each once."""
        self.draws[month] += len(output.phase)
        self.on[month] += _holding(output.conditions_met)
        self.by[month] += _holding(output.ever)
        self.held[month] += _holding(output.held)
        self.lost[month] += _holding(output.lost)
        self.opened[month] += _holding(output.open_)
        self.met[month] += _holding(output.met)
        self.ready[month] += _holding(output.ready)
        for gate, reference in self.unmet:
            if reference == month:
                self.unmet[gate, month].update(_counts(_masks(output.ready, self.data.gates[gate].core)))
        for column, reference in self.values:
            if reference == month:
                step = self.data.conditions[column].measure.resolution
                self.values[column, month].update(_counts(_cells(output.judged[:, column], step)))
                self.margins[column, month].update(_counts(_cells(output.margin[:, column], step)))

    def merge(self, other: GateTally) -> None:
        """Add the counts of other draws."""
        for name in ("draws", "on", "by", "held", "lost", "opened", "met", "ready"):
            getattr(self, name).__iadd__(getattr(other, name))
        for own, theirs in ((self.unmet, other.unmet), (self.values, other.values), (self.margins, other.margins)):
            for key, counts in theirs.items():
                own[key].update(counts)


def _holding(flags: NDArray[np.bool_]) -> NDArray[np.int64]:
    """In how many draws each holds. Shape: flags (draw, column), result (column,)."""
    if enabled():
        from jisr.transition import condition_kernels

        return condition_kernels.holding(draws_last(flags))
    return np.asarray(flags.sum(axis=0))


def _masks(ready: NDArray[np.bool_], core: tuple[int, ...]) -> NDArray[np.int64]:
    """The core conditions that are not ready, bit i the i-th of `core`. Shape: (draw,)."""
    mask = np.zeros(len(ready), dtype=np.int64)
    for bit, column in enumerate(core):
        mask |= (~ready[:, column]).astype(np.int64) << bit
    return mask


def _cells(values: NDArray[np.float64], step: float) -> NDArray[np.int64]:
    """The cell of each value on the grid of whole multiples of `step`, itself one over a whole number."""
    return np.rint(values * round(1 / step)).astype(np.int64)


def _counts(cells: NDArray[np.int64]) -> dict[int, int]:
    found, counts = np.unique(cells, return_counts=True)
    return dict(zip(found.tolist(), counts.tolist(), strict=True))
