"""How much of the requirement is met: own, and with what it depends on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.requirements import ByTask, sum_over_areas

__all__ = ["Cover", "cover", "met_share"]


@dataclass(frozen=True)
class Cover:
    """Shape: own, cover (draw, task) 0–1; limit (draw, task), the least cover_up/κ of what a task needs (inf: nothing).
    `available` and `required` are what the shares are of.
    """

    own: NDArray[np.float64]
    cover: NDArray[np.float64]
    limit: NDArray[np.float64]
    available: ByTask
    required: ByTask

    def by_area(self, task: int) -> NDArray[np.float64]:
        """The cover of a local task in each area. Shape: (draw, area)."""
        column = self.available.local_tasks.index(task)
        available, required = self.available.local[:, column], self.required.local[:, column]
        limit = self.limit[:, task]
        if enabled():
            from jisr.capability import cover_kernels

            return cover_kernels.by_area(draws_last(available), draws_last(required), draws_last(limit)).T
        return np.minimum(met_share(available, required), limit[:, None])

    def worst_area(self, task: int) -> NDArray[np.float64]:
        """The cover of a local task in the area where it is least. Shape: (draw,)."""
        if not enabled():
            return np.asarray(self.by_area(task).min(axis=1))
        from jisr.capability import cover_kernels

        column = self.available.local_tasks.index(task)
        sides = draws_last(self.available.local), draws_last(self.required.local)
        return cover_kernels.worst_area(*sides, column, self.limit[:, task])


def cover(data: CapabilityData, available: ByTask, requirement: ByTask) -> Cover:
    """`own = min(1, (C+E)/R)`, 1 where R = 0; `cover = min(own, min_up cover_up/κ)`.

    Parameters: `available` is C + E of the setting. A local task's cover is the share of its requirement met, area by
    area. Soft dependencies are minima: products collapse (`models.md` 3).
    """
    if enabled():
        from jisr.capability import cover_kernels

        sides = available.local, available.mobile, requirement.local, requirement.mobile
        turned = [draws_last(one) for one in sides]
        found = cover_kernels.covers(*turned, *available.positions(), *data.ordered_needs)
        own, covered, limit = (one.T for one in found)
        return Cover(own, covered, limit, available, requirement)
    own = np.ones((len(available.mobile), len(data.tasks)), order="F")
    required = sum_over_areas(requirement.local)
    met = sum_over_areas(np.minimum(available.local, requirement.local))
    own[:, list(requirement.local_tasks)] = np.where(required > 0, met / np.where(required > 0, required, 1.0), 1.0)
    own[:, list(requirement.mobile_tasks)] = met_share(available.mobile, requirement.mobile)
    covered = own.copy(order="K")
    limit = np.full_like(own, np.inf)
    names = [task.task for task in data.tasks]
    for k in data.task_order:
        for need in data.task_needs:
            if need.task == names[k]:
                limit[:, k] = np.minimum(limit[:, k], covered[:, names.index(need.needs_task)] / data.kappa(need))
        covered[:, k] = np.minimum(own[:, k], limit[:, k])
    return Cover(own, covered, limit, available, requirement)


def met_share(available: NDArray[np.float64], required: NDArray[np.float64]) -> NDArray[np.float64]:
    """`min(1, available/required)`, 1 where nothing is required."""
    return np.where(required > 0, np.minimum(1.0, available / np.where(required > 0, required, 1.0)), 1.0)
