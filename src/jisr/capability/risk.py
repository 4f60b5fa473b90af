"""What a month would have asked and nobody could have given."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import CapabilityData
from jisr.capability.cover import Cover
from jisr.requirements import ByTask

__all__ = ["Risk", "risk"]

_SEVERE = 0.5
"""A month is severe when more than half of essential demand is uncovered (`models.md` 3)."""


@dataclass(frozen=True)
class Risk:
    """Shape: uncovered (draw, task) share of demand; essential, severe (draw,): the weight-mean over essential tasks,
    and whether it is above one half.
    """

    uncovered: NDArray[np.float64]
    essential: NDArray[np.float64]
    severe: NDArray[np.bool_]


def risk(data: CapabilityData, covered: Cover, demand: ByTask) -> Risk:
    """Usable capacity `U = min(C+E, R·min_up cover_up/κ)`; uncovered `max(0, D−U)/D`, 0 where D = 0."""
    weights = data.essential_weights
    if enabled():
        from jisr.capability import cover_kernels

        required, there = covered.required, covered.available
        ours = draws_last(there.own.local), draws_last(there.own.mobile)
        theirs = draws_last(there.at_start.local), draws_last(there.at_start.mobile), draws_last(there.shares)
        asked = draws_last(required.local), draws_last(required.mobile)
        wanted = draws_last(demand.local), draws_last(demand.mobile), draws_last(covered.limit)
        found, total = cover_kernels.risks(*ours, *theirs, *asked, *wanted, *required.positions(), weights)
        uncovered = found.T
    else:
        uncovered = _uncovered(covered.available.sum(), covered.required, demand, covered)
        total = np.zeros(len(uncovered))
        for k, weight in enumerate(weights):
            # one task after the other: the order of a sum over an axis depends on the number of draws beside it
            total += uncovered[:, k] * weight
    essential = total / max(weights.sum(), 1e-12)
    return Risk(uncovered, essential, essential > _SEVERE)


def _uncovered(available: ByTask, requirement: ByTask, demand: ByTask, covered: Cover) -> NDArray[np.float64]:
    local_limit = covered.limit[:, list(requirement.local_tasks), None]
    mobile_limit = covered.limit[:, list(requirement.mobile_tasks)]
    usable = requirement.with_values(
        _usable(available.local, requirement.local, local_limit),
        _usable(available.mobile, requirement.mobile, mobile_limit),
    )
    missing = requirement.with_values(
        np.maximum(demand.local - usable.local, 0.0), np.maximum(demand.mobile - usable.mobile, 0.0)
    ).total()
    asked = demand.total()
    return np.where(asked > 0, missing / np.where(asked > 0, asked, 1.0), 0.0)


def _usable(
    available: NDArray[np.float64], required: NDArray[np.float64], limit: NDArray[np.float64]
) -> NDArray[np.float64]:
    bounded = np.isfinite(limit) & (required > 0)
    return np.where(bounded, np.minimum(available, required * np.where(np.isfinite(limit), limit, 0.0)), available)
