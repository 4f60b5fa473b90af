"""Tying relative contributions to the self-reliance the two sides judge today."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.capability.compiled import CapabilityData
from jisr.inputs import Inputs
from jisr.requirements import ByTask

__all__ = ["Anchor", "anchor"]


@dataclass(frozen=True)
class Anchor:
    """Shape: yields (draw, line), what a line gives at full readiness; factor (draw, task), task-units per unit of Σ yρ; elicited (draw, task), NaN where not anchored; loose
    (draw, task), where an anchored task has R₀ or C₀ of 0 and so runs as if it had no anchor.

    `at_start` is the requirement at the cutoff. The factor of a task whose contributions are in task-units says how far
    inputs and judgement agree: 1 when they do (`models.md` 3).
    """

    yields: NDArray[np.float64]
    factor: NDArray[np.float64]
    elicited: NDArray[np.float64]
    at_start: ByTask
    loose: NDArray[np.bool_]


def anchor(
    data: CapabilityData, inputs: Inputs, readiness: NDArray[np.float64], requirement: ByTask, party: str | None = None
) -> Anchor:
    """`C_k(t) = s₀ R₀ Σ y ρ(t) / C₀`, `C₀ = Σ y ρ(0)`; where R₀ or C₀ is 0, or the task says so, `C = Σ y ρ`.

    Parameters: `party` takes that side's judgement of self-reliance where it has one; else the joint one, else the mean
    of the sides'. Public yields do not exist; the sides' judgement does (`models.md` 3).
    """
    full = _line_yields(data, inputs)
    yields = full * readiness
    required = requirement.total()
    factor = np.ones((inputs.block.size, len(data.tasks)))
    elicited = np.full_like(factor, np.nan)
    loose = np.zeros(factor.shape, dtype=np.bool_)
    for k, task in enumerate(data.tasks):
        judged = _judged(data, inputs, task.task, party) if task.anchor == "elicited" else None
        if judged is None:
            continue
        lines = [i for i, line in enumerate(data.lines) if line.task == task.task]
        base = yields[:, lines].sum(axis=1)
        usable = (base > 0) & (required[:, k] > 0)
        factor[:, k] = np.where(usable, judged * required[:, k] / np.where(usable, base, 1.0), 1.0)
        elicited[:, k] = judged
        loose[:, k] = ~usable
    return Anchor(full, factor, elicited, requirement, loose)


def _line_yields(data: CapabilityData, inputs: Inputs) -> NDArray[np.float64]:
    """Contribution of each line at full readiness: contribution × share of the element. Shape: (draw, line)."""
    return np.asarray(inputs.columns(data.lines, "contribution") * np.array([row.share for row in data.lines]))


def _judged(data: CapabilityData, inputs: Inputs, task: str, party: str | None) -> NDArray[np.float64] | None:
    rows = {row.party: row for row in data.self_reliance if row.task == task}
    if not rows:
        return None
    for wanted in (party, "joint"):
        if wanted in rows:
            return inputs.cell(rows[wanted], "share")
    return np.asarray(np.mean([inputs.cell(row, "share") for row in rows.values()], axis=0))
