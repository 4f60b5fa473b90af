"""How much of the requirement is met: own, and with what it depends on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.available import NOBODY, Available
from jisr.capability.compiled import CapabilityData
from jisr.requirements import ByTask, sum_over_areas

__all__ = ["Cover", "covers", "met_share"]


@dataclass(frozen=True)
class Cover:
    """Shape: own, cover (draw, task) 0–1; limit (draw, task), the least cover_up/κ of what a task needs (inf: nothing).
    `available` and `required` are what the shares are of.
    """

    own: NDArray[np.float64]
    cover: NDArray[np.float64]
    limit: NDArray[np.float64]
    available: Available
    required: ByTask

    def by_area(self, task: int) -> NDArray[np.float64]:
        """The cover of a local task in each area. Shape: (draw, area)."""
        if enabled():
            from jisr.capability import cover_kernels

            return cover_kernels.by_area(*self._sides(task), self._column(task), self._limit(task)).T
        column = self._column(task)
        share = met_share(self.available.sum().local[:, column], self.required.local[:, column])
        return np.minimum(share, self.limit[:, task, None])

    def worst_area(self, task: int) -> NDArray[np.float64]:
        """The cover of a local task in the area where it is least. Shape: (draw,)."""
        if enabled():
            from jisr.capability import cover_kernels

            return cover_kernels.worst_area(*self._sides(task), self._column(task), self._limit(task))
        return np.asarray(self.by_area(task).min(axis=1))

    def _column(self, task: int) -> int:
        return self.required.local_tasks.index(task)

    def _limit(self, task: int) -> NDArray[np.float64]:
        return draws_last(self.limit[:, task])

    def _sides(
        self, task: int
    ) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """What kernels read: own, at the cutoff, shares of one task, required."""
        own, start = draws_last(self.available.own.local), draws_last(self.available.at_start.local)
        return own, start, draws_last(self.available.shares[:, task]), draws_last(self.required.local)


def covers(
    data: CapabilityData,
    own: ByTask,
    at_start: ByTask,
    by_phase: NDArray[np.float64],
    settings: Mapping[str, int | NDArray[np.int64]],
    requirement: ByTask,
) -> dict[str, Cover]:
    """`own = min(1, (C+E)/R)`, 1 where R = 0; `cover = min(own, min_up cover_up/κ)`; in each setting.

    Parameters: `settings` by name the phase whose enablers help, of all draws or of each (draw,), in one setting at most;
    the others as in `Available`. A local task's cover is the share of its requirement met, area by area. Soft dependencies
    are minima: products collapse (`models.md` 3).
    """
    available = {name: Available(own, at_start, by_phase, phase) for name, phase in settings.items()}
    if not enabled():
        return {name: _cover(data, one, requirement) for name, one in available.items()}
    from jisr.capability import cover_kernels

    ours = draws_last(own.local), draws_last(own.mobile)
    theirs = draws_last(at_start.local), draws_last(at_start.mobile), draws_last(by_phase)
    between = data.ordered_needs
    required = draws_last(requirement.local), draws_last(requirement.mobile)
    found = cover_kernels.covers(
        *ours,
        *theirs,
        *_places(settings, by_phase.shape[1] - 1, cover_kernels.BY_DRAW),
        *required,
        *requirement.positions(),
        between.asking,
        between.asked,
        between.strength,
        between.starts,
        between.order,
    )
    by_setting = zip(available.items(), *found, strict=True)
    return {name: Cover(met.T, cover.T, limit.T, one, requirement) for (name, one), met, cover, limit in by_setting}


def _places(
    settings: Mapping[str, int | NDArray[np.int64]], nobody: int, by_draw: int
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """By setting the phase in numbers; and of each draw, where one setting asks for it. Shapes: (setting,), (draw,)."""
    places = [by_draw if not isinstance(one, int) else nobody if one == NOBODY else one for one in settings.values()]
    phases = [one for one in settings.values() if not isinstance(one, int)]
    return np.array(places, dtype=np.int64), phases[0] if phases else np.empty(0, dtype=np.int64)


def _cover(data: CapabilityData, available: Available, requirement: ByTask) -> Cover:
    there = available.sum()
    own = np.ones((len(there.mobile), len(data.tasks)), order="F")
    asked = sum_over_areas(requirement.local)
    met = sum_over_areas(np.minimum(there.local, requirement.local))
    own[:, list(requirement.local_tasks)] = np.where(asked > 0, met / np.where(asked > 0, asked, 1.0), 1.0)
    own[:, list(requirement.mobile_tasks)] = met_share(there.mobile, requirement.mobile)
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
