"""What is there for each task: the host's capacity and the contributors' enablers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.requirements import ByTask

__all__ = ["NOBODY", "Available", "phase_enablers"]

NOBODY = -1
"""The place of no phase among those in which contributors help."""


@dataclass(frozen=True)
class Available:
    """`C + E`: own capacity, and enablers as shares of the requirement at the cutoff, split over areas as it is.

    Shape: by_phase (draw, phase + 1, task), the shares that enablers give, the last for no phase; `phase` of all draws, or of
    each (draw,). The sum is not kept: it is needed once, where cover is computed.
    """

    own: ByTask
    at_start: ByTask
    by_phase: NDArray[np.float64]
    phase: int | NDArray[np.int64]

    @cached_property
    def shares(self) -> NDArray[np.float64]:
        """The shares of the phase each draw is in. Shape: (draw, task)."""
        if isinstance(self.phase, int):
            return self.by_phase[:, self.phase]
        draws = np.arange(len(self.phase))
        return np.stack([of_task[draws, self.phase] for of_task in np.moveaxis(self.by_phase, 2, 0)]).T

    def sum(self) -> ByTask:
        """Both together. Units: the task's, per month."""
        start, own = self.at_start, self.own
        local = start.local * self.shares[:, list(start.local_tasks), None]
        mobile = start.mobile * self.shares[:, list(start.mobile_tasks)]
        return own.with_values(own.local + local, own.mobile + mobile)


def phase_enablers(data: CapabilityData, inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Enablers of every phase as a share of R₀, the same until the next month of `enabler_changes`.

    Shape: (draw, phase + 1, task); the last is no phase: nobody helps.
    """
    shares = np.zeros((inputs.block.size, len(data.phases) + 1, len(data.tasks)), order="F")
    for row in data.enablers:
        if row.ends is not None and month > Month.of(row.ends) - data.cutoff:
            continue
        task = next(k for k, one in enumerate(data.tasks) if one.task == row.task)
        shares[:, data.phases.index(row.phase), task] += inputs.cell(row, "amount")
    return shares
