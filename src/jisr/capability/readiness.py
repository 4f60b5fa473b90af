"""How ready each capability line is, and what limits it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.compiled import NEED_KINDS, CapabilityData
from jisr.capability.stocks import Stocks

__all__ = ["LineLimits", "line_limits", "line_readiness", "need_values"]


@dataclass(frozen=True)
class LineLimits:
    """What limits each line. Shape: lowest and second (draw, line), positions in the plan's needs, −1 for none; needs
    (draw, need) 0–1, the value of every need against its threshold, supporting ones too.
    """

    lowest: NDArray[np.int64]
    second: NDArray[np.int64]
    needs: NDArray[np.float64]


def line_readiness(data: CapabilityData, state: Stocks) -> NDArray[np.float64]:
    """The minimum over the mandatory needs of each line. Shape: (draw, line) 0–1.

    Source: GAO-08-143R (independent without logistics): readiness is a minimum, never a mean. A line without a
    mandatory need is ready (finding K607 warns).
    """
    starts, mandatory = data.mandatory_needs
    if enabled():
        from jisr.capability import readiness_kernels

        needs = data.need_kinds, data.need_elements, data.need_positions, data.need_full
        persons = draws_last(state.present), draws_last(state.presence), draws_last(state.qualified)
        others = draws_last(state.fleet.serviceable), draws_last(state.values)
        return readiness_kernels.readiness(*needs, *persons, *others, starts, mandatory).T
    values = need_values(data, state)
    readiness = np.ones((len(values), len(data.lines)), order="F")
    for i in range(len(data.lines)):
        readiness[:, i] = values[:, mandatory[starts[i] : starts[i + 1]]].min(axis=1, initial=1.0)
    return readiness


def line_limits(data: CapabilityData, state: Stocks) -> LineLimits:
    """The two lowest mandatory needs of each line; of equals the first in the table."""
    values = need_values(data, state)
    starts, mandatory = data.mandatory_needs
    if enabled():
        from jisr.capability import readiness_kernels

        first, then = readiness_kernels.limits(draws_last(values), starts, mandatory)
        return LineLimits(first.T, then.T, values)
    lowest = np.full((len(values), len(data.lines)), -1, dtype=np.int64, order="F")
    second = lowest.copy(order="K")
    for i in range(len(data.lines)):
        own = mandatory[starts[i] : starts[i + 1]]
        if len(own):
            order = np.argsort(values[:, own], axis=1, kind="stable")
            lowest[:, i] = own[order[:, 0]]
            second[:, i] = own[order[:, 1]] if len(own) > 1 else -1
    return LineLimits(lowest, second, values)


def need_values(data: CapabilityData, state: Stocks) -> NDArray[np.float64]:
    """The value of every need against its threshold, capped at 1. Shape: (draw, need)."""
    elements, at, kinds = data.need_elements, data.need_positions, data.need_kinds
    values = np.empty((len(state.assigned), len(data.needs)), order="F")
    for kind in range(len(NEED_KINDS)):
        columns = np.flatnonzero(kinds == kind)
        if len(columns):
            there, full = _values(state, kind, elements[columns], at[columns]), data.need_full[columns]
            # full is full, whatever a reciprocal rounds to
            values[:, columns] = np.where(there < full, there * (1.0 / full), 1.0)
    return np.minimum(1.0, values)


def _values(state: Stocks, kind: int, elements: NDArray[np.int64], at: NDArray[np.int64]) -> NDArray[np.float64]:
    """What there is for needs of one kind, by element and position in its table. Shape: (draw, need)."""
    name = NEED_KINDS[kind]
    if name == "personnel":
        return np.asarray(state.present[:, elements])
    if name == "skill":
        return np.asarray(state.presence[:, elements] * state.qualified[:, at])
    return np.asarray(state.fleet.serviceable[:, at] if name == "item" else state.values[:, at])
