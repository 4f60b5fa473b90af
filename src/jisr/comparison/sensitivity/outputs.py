"""The outputs that variance is apportioned of, for every copy of a block."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.assessment import Problem, block_months
from jisr.keyed_random import Block

__all__ = ["Series", "columns", "outputs_of", "series_of"]


@dataclass(frozen=True)
class Series:
    """One output by month: `gate` (conditions met, 0 or 1), `cover` of a task in the draw's phase, or `uncovered`."""

    kind: str
    id: str


def series_of(problem: Problem) -> tuple[Series, ...]:
    """Every output, in the order of the columns."""
    return (
        *(Series("gate", gate.id) for gate in problem.transition.gates),
        *(Series("cover", task.task) for task in problem.requirements.tasks),
        Series("uncovered", ""),
    )


def outputs_of(specification: tuple[Problem, Block]) -> NDArray[np.float32]:
    """Shape: (copy, draw, series · month), months 1 … horizon of one series together."""
    problem, block = specification
    months = [
        np.column_stack([one.gates.conditions_met, one.month.cover["now"].cover, one.month.risk.essential])
        for one in block_months(problem, block)
        if one.gates is not None
    ]
    rows = np.stack(months, axis=2).astype(np.float32)
    copies = max(len(block.copies), 1)
    return rows.reshape(copies, block.size // copies, -1)


def columns(series: Sequence[Series], horizon: int) -> NDArray[np.int64]:
    """By column: which series it belongs to."""
    return np.repeat(np.arange(len(series)), horizon)
