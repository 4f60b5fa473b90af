"""Ratings that move, compiled: what `move_levels` computes with arrays, and what a level is worth.

Arrays have their axes turned round, so that the draws of a number lie side by side (`acceleration.draws_last`).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.random_kernels import LEFT, cell_of, fill, poisson_at, uniform_at
from jisr.row_kernels import copy

__all__ = ["move", "values"]


@kernel
def move(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    levels: NDArray[np.float64],
    tops: NDArray[np.int64],
    mean: NDArray[np.float64],
    none: NDArray[np.float64],
    falls: NDArray[np.float64],
    up: bool,
    numbers: NDArray[np.uint64],
    steps: NDArray[np.uint64],
    month: int,
    words: NDArray[np.uint64],
) -> bool:
    """Move the levels in place; False when some draw moves more often than `steps` has keys for, or has to be left.

    Shape: levels (function, draw), tops and numbers (function,), mean, none = exp(−mean) and falls (draw,), the share of
    moves that go down; steps (move, function).
    """
    uniform = np.empty(len(words))
    for f in range(len(levels)):
        fill(cell_of(numbers[f], month), words, uniform)
        for d in range(len(words)):
            if uniform[d] <= none[d]:
                continue
            moves = poisson_at(uniform[d], mean[d], none[d])
            if moves == LEFT or (up and moves > len(steps)):
                return False
            if not up:
                levels[f, d] = max(levels[f, d] - moves, 0.0)
                continue
            for k in range(int(moves)):
                down = uniform_at(cell_of(steps[k, f], month), words[d]) < falls[d]
                levels[f, d] = max(levels[f, d] - 1.0, 0.0) if down else min(levels[f, d] + 1.0, tops[f])
    return True


@kernel
def values(
    levels: NDArray[np.float64],
    rated: NDArray[np.bool_],
    capacities: NDArray[np.float64],
    unrated: NDArray[np.float64],
) -> NDArray[np.float64]:
    """Share of full capacity by function. Shape: levels, unrated, result (function, draw); capacities (function, level)."""
    out = np.empty_like(levels)
    for f in range(len(out)):
        if rated[f]:
            own, level, share = capacities[f], levels[f], out[f]
            for d in range(len(share)):
                share[d] = own[np.int64(level[d])]
        else:
            copy(unrated[f], out[f])
    return out
