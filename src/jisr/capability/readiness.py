"""How ready each capability line is, and what limits it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.capability.stocks import Stocks

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
    for lines, needs in _mandatory(data):
        among = values[:, needs]
        first = among.argmin(axis=2)
        lowest[:, lines] = np.take_along_axis(needs[None], first[:, :, None], axis=2)[:, :, 0]
        readiness[:, lines] = np.take_along_axis(among, first[:, :, None], axis=2)[:, :, 0]
        if needs.shape[1] > 1:
            np.put_along_axis(among, first[:, :, None], np.inf, axis=2)
            after = among.argmin(axis=2)
            second[:, lines] = np.take_along_axis(needs[None], after[:, :, None], axis=2)[:, :, 0]
    return LineReadiness(readiness, lowest, second, values)


def _mandatory(data: CapabilityData) -> list[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Lines with equally many mandatory needs, and those needs. Shapes: (line,), (line, need)."""
    of_line: dict[str, list[int]] = {row.line: [] for row in data.lines}
    for i, need in enumerate(data.needs):
        if need.mandatory:
            of_line[need.line].append(i)
    groups: dict[int, list[int]] = {}
    for i, needs in enumerate(of_line.values()):
        groups.setdefault(len(needs), []).append(i)
    listed = list(of_line.values())
    return [
        (np.array(lines), np.array([listed[i] for i in lines], dtype=np.int64))
        for count, lines in groups.items()
        if count
    ]


def need_values(data: CapabilityData, state: Stocks) -> NDArray[np.float64]:
    """The value of every need against its threshold, capped at 1. Shape: (draw, need)."""
    elements, at = (np.array(column, dtype=np.int64) for column in (data.need_elements, data.need_positions))
    values = np.empty((len(state.assigned), len(data.needs)))
    for kind in ("personnel", "skill", "item", "function"):
        columns = [i for i, need in enumerate(data.needs) if need.kind == kind]
        if columns:
            values[:, columns] = _values(data, state, kind, elements[columns], at[columns])
    thresholds = np.array([need.threshold for need in data.needs], dtype=np.float64)
    return np.asarray(np.minimum(1.0, np.minimum(1.0, values) / thresholds))


def _values(
    data: CapabilityData, state: Stocks, kind: str, elements: NDArray[np.int64], at: NDArray[np.int64]
) -> NDArray[np.float64]:
    """Values of needs of one kind, by element and position in its table. Shape: (draw, need)."""
    if kind == "personnel":
        return np.asarray(state.present()[:, elements] / np.array([data.strengths[i].authorised for i in elements]))
    if kind == "skill":
        wanted = np.array([data.skills[i].need for i in at])
        return np.asarray(state.presence[:, elements] * state.qualified[:, at] / wanted)
    if kind == "item":
        return np.asarray(state.fleet.serviceable[:, at] / np.array([data.holdings[i].need for i in at]))
    return np.asarray(state.values[:, at])
