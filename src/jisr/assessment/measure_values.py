"""The measure of every condition in a month."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.month import Month
from jisr.assessment.problem import Problem
from jisr.capability import Cover
from jisr.plan import Condition

__all__ = ["cover_by_area", "measure_values"]


def measure_values(problem: Problem, month: Month) -> NDArray[np.float64]:
    """Measures in their units. Shape: (draw, condition). A local task without an area selected is as good as its worst area.

    Columns of externals are zero: the transition draws them.
    """
    conditions = problem.transition.conditions
    values = np.zeros((len(month.phase), len(conditions)), order="F")
    for i, condition in enumerate(conditions):
        if condition.measure.kind == "cover":
            values[:, i] = _cover(problem, month, condition.row)
        elif condition.measure.kind != "external":
            values[:, i] = _value(problem, month, condition.row)
    return values


def cover_by_area(problem: Problem, month: Month) -> dict[str, NDArray[np.float64]]:
    """Of every condition on the cover of a local task in all areas, the cover of each. Shape: (draw, area)."""
    conditions = [one for one in problem.transition.conditions if one.measure.kind == "cover" and one.row.area is None]
    at = [(one, problem.requirements.task_at(one.row.task or "")) for one in conditions]
    return {
        one.id: _setting(month, one.row).by_area(task) for one, task in at if task in problem.requirements.local_tasks
    }


def _cover(problem: Problem, month: Month, row: Condition) -> NDArray[np.float64]:
    setting, task = _setting(month, row), problem.requirements.task_at(row.task or "")
    if task not in problem.requirements.local_tasks:
        return setting.cover[:, task]
    if row.area is not None:
        return setting.by_area(task)[:, problem.requirements.areas.index(row.area)]
    return setting.worst_area(task)


def _setting(month: Month, row: Condition) -> Cover:
    return month.cover["alone" if row.measure == "self-reliance" else f"after:{row.gate}"]


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
