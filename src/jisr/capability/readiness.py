"""How ready each capability line is, and what limits it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.capability.stocks import Stocks
from jisr.plan import Line, LineNeed

__all__ = ["LineReadiness", "line_readiness", "need_values"]


@dataclass(frozen=True)
class LineReadiness:
    """Shape: readiness (draw, line) 0–1; lowest and second (draw, line), positions in the plan's needs, −1 for none;
    needs (draw, need) 0–1, the value of every need against its threshold, supporting ones too.
    """

    readiness: NDArray[np.float64]
    lowest: NDArray[np.int64]
    second: NDArray[np.int64]
    needs: NDArray[np.float64]


def line_readiness(data: CapabilityData, state: Stocks) -> LineReadiness:
    """The minimum over the mandatory needs of each line; the two lowest are kept.

    Source: GAO-08-143R (independent without logistics): readiness is a minimum, never a mean. A line without a
    mandatory need is ready (finding K607 warns).
    """
    values = need_values(data, state)
    draws = len(values)
    readiness = np.ones((draws, len(data.lines)))
    lowest = np.full((draws, len(data.lines)), -1, dtype=np.int64)
    second = lowest.copy()
    for i, line in enumerate(data.lines):
        mandatory = np.array(
            [n for n, need in enumerate(data.needs) if need.line == line.line and need.mandatory], dtype=np.int64
        )
        if not len(mandatory):
            continue
        order = np.argsort(values[:, mandatory], axis=1, kind="stable")
        lowest[:, i] = mandatory[order[:, 0]]
        readiness[:, i] = np.take_along_axis(values[:, mandatory], order[:, :1], axis=1)[:, 0]
        if len(mandatory) > 1:
            second[:, i] = mandatory[order[:, 1]]
    return LineReadiness(readiness, lowest, second, values)


def need_values(data: CapabilityData, state: Stocks) -> NDArray[np.float64]:
    """The value of every need against its threshold, capped at 1. Shape: (draw, need)."""
    present = state.present()
    lines = {row.line: row for row in data.lines}
    values = np.empty((len(present), len(data.needs)))
    for i, need in enumerate(data.needs):
        raw = _value(data, state, present, lines[need.line], need)
        values[:, i] = np.minimum(1.0, np.minimum(1.0, raw) / need.threshold)
    return values


def _value(
    data: CapabilityData, state: Stocks, present: NDArray[np.float64], line: Line, need: LineNeed
) -> NDArray[np.float64]:
    element = data.element_at(line.element)
    if need.kind == "personnel":
        return present[:, element] / data.strengths[element].authorised
    if need.kind == "skill":
        skill = next(i for i, row in enumerate(data.skills) if (row.element, row.skill) == (line.element, need.name))
        return state.presence[:, element] * state.qualified[:, skill] / data.skills[skill].need
    if need.kind == "item":
        held = next(i for i, row in enumerate(data.holdings) if (row.element, row.item) == (line.element, need.name))
        return state.fleet.serviceable[:, held] / data.holdings[held].need
    rated = next(i for i, one in enumerate(data.functions) if (one.element, one.function) == (line.element, need.name))
    return state.values[:, rated]
