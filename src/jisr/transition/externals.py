"""External events, drawn month by month."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.keyed_random import Stream
from jisr.transition.compiled import ExternalData, TransitionData

__all__ = ["ExternalMonth", "draw_externals"]


@dataclass(frozen=True)
class ExternalMonth:
    """The externals of one month. Shape of each: (draw, external).

    `struck`: an event struck this month (event hazards only); `progress`: months of work done towards completion;
    `done`: completed by the end of this month (times to completion only).
    """

    struck: NDArray[np.bool_]
    progress: NDArray[np.float64]
    done: NDArray[np.bool_]


def draw_externals(
    data: TransitionData, inputs: Inputs, progress: NDArray[np.float64], month: int, seed: int
) -> ExternalMonth:
    """The externals of a month, from the progress up to the month before.

    A hazard h strikes with probability h, times the factors in force. A time to completion is done in the first month t
    with Σ 1/factor ≥ value over months 1 … t: month ⌈value⌉ when nothing shortens it.
    """
    stream = Stream(seed, "transition")
    struck = np.zeros(progress.shape, dtype=np.bool_)
    done = np.zeros(progress.shape, dtype=np.bool_)
    moved = progress.copy()
    for i, external in enumerate(data.externals):
        value, factor = inputs.of(external.value), _factor(inputs, external, month)
        if external.row.kind == "event-hazard":
            struck[:, i] = stream.uniform(f"external:{external.id}", inputs.block, month) < value * factor
        else:
            with np.errstate(divide="ignore"):
                moved[:, i] += 1.0 / factor
            done[:, i] = moved[:, i] >= value
    return ExternalMonth(struck, moved, done)


def _factor(inputs: Inputs, external: ExternalData, month: int) -> NDArray[np.float64]:
    factor = np.ones(inputs.block.size)
    for effect in external.effects:
        if effect.in_force(month):
            factor = factor * np.maximum(inputs.amount(effect, 1.0), 0.0)
    return factor
