"""The measure of every condition in a month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.month import Month
from jisr.assessment.problem import Problem
from jisr.plan import Condition

__all__ = ["MeasureValues", "measure_values"]


@dataclass(frozen=True)
class MeasureValues:
    """Shape: values (draw, condition); areas_met (draw, condition), the share of areas that satisfy the threshold's
    comparison, NaN for a measure that is not by area.
    """

    values: NDArray[np.float64]
    by_area: Mapping[str, NDArray[np.float64]]


def measure_values(problem: Problem, month: Month) -> MeasureValues:
    """Measures in their units. A local task without an area selected is as good as its worst area.

    Columns of externals are zero: the transition draws them.
    """
    draws = len(month.phase)
    values = np.zeros((draws, len(problem.transition.conditions)))
    by_area: dict[str, NDArray[np.float64]] = {}
    for i, condition in enumerate(problem.transition.conditions):
        row = condition.row
        if condition.measure.kind == "cover":
            values[:, i], areas = _cover(problem, month, row)
            if areas is not None:
                by_area[condition.id] = areas
        elif condition.measure.kind != "external":
            values[:, i] = _value(problem, month, row)
    return MeasureValues(values, by_area)


def _cover(problem: Problem, month: Month, row: Condition) -> tuple[NDArray[np.float64], NDArray[np.float64] | None]:
    setting = month.cover["alone" if row.measure == "self-reliance" else f"after:{row.gate}"]
    task = next(k for k, one in enumerate(problem.requirements.tasks) if one.task == row.task)
    if task not in problem.requirements.local_tasks:
        return setting.cover[:, task], None
    by_area = setting.by_area(task)
    if row.area is not None:
        return by_area[:, problem.requirements.areas.index(row.area)], None
    return by_area.min(axis=1), by_area


def _value(problem: Problem, month: Month, row: Condition) -> NDArray[np.float64]:
    capability = problem.capability
    if row.measure == "threat-level":
        driver = month.drivers[:, problem.requirements.drivers.index(row.driver or "")]
        return driver.sum(axis=1) if row.area is None else driver[:, problem.requirements.areas.index(row.area)]
    if row.measure == "function-level":
        wanted = (row.element, row.function)
        position = next(i for i, one in enumerate(capability.functions) if (one.element, one.function) == wanted)
        return month.stocks.values[:, position]
    if row.measure == "presence":
        return np.minimum(month.stocks.presence[:, capability.element_at(row.element or "")], 1.0)
    if row.measure == "mission-capable":
        columns = [i for i, one in enumerate(capability.holdings) if one.item == row.item]
        held = month.stocks.fleet.held[:, columns].sum(axis=1)
        return np.asarray(month.stocks.fleet.serviceable[:, columns].sum(axis=1) / np.maximum(held, 1e-9))
    if row.measure == "funded-share":
        share = month.money.of("item", row.item or "", month.number)
        return np.broadcast_to(share, (len(month.phase),)).astype(np.float64)
    if row.measure == "site-persons":
        return month.persons[:, problem.returns.site_at(row.site or "")]
    msg = f"no stage computes the measure {row.measure}"
    raise ValueError(msg)
