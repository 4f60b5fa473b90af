"""What is there for each task: the host's capacity and the contributors' enablers."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last
from jisr.capability.anchor import Anchor
from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.months import Month
from jisr.requirements import ByTask

__all__ = ["Available", "phase_enablers", "with_enablers"]


@dataclass(frozen=True)
class Available:
    """`C + E`: own capacity, and enablers as shares of the requirement at the cutoff, split over areas as it is.

    Shape: shares (draw, task). The sum is not kept: it is needed once, where cover is computed.
    """

    own: ByTask
    at_start: ByTask
    shares: NDArray[np.float64]

    def sum(self) -> ByTask:
        """Both together. Units: the task's, per month."""
        start, own = self.at_start, self.own
        local = start.local * self.shares[:, list(start.local_tasks), None]
        mobile = start.mobile * self.shares[:, list(start.mobile_tasks)]
        return own.with_values(own.local + local, own.mobile + mobile)

    def turned(self) -> tuple[NDArray[np.float64], ...]:
        """Own, at the cutoff and shares, for kernels."""
        sides = self.own.local, self.own.mobile, self.at_start.local, self.at_start.mobile, self.shares
        return tuple(draws_last(one) for one in sides)


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


def with_enablers(
    own: ByTask, shares: NDArray[np.float64], phase: NDArray[np.int64] | int, tied: Anchor
) -> Available:
    """Own capacity and the enablers of a phase.

    Parameters: `shares` (draw, phase + 1, task) from `phase_enablers`; `phase` of each draw (draw,), or of all, −1 for none.
    """
    chosen = shares[:, phase] if isinstance(phase, int) else _of_phase(shares, phase)
    return Available(own, tied.at_start, chosen)


def _of_phase(shares: NDArray[np.float64], phase: NDArray[np.int64]) -> NDArray[np.float64]:
    """The shares of the phase each draw is in. Shape: (draw, task)."""
    first = int(phase[0])
    chosen = shares[:, first]
    for number in range(shares.shape[1] - 1):
        there = phase == number
        if number != first and there.any():
            chosen = np.where(there[:, None], shares[:, number], chosen)
    return chosen
