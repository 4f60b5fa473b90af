"""Fleets in whole numbers, compiled: what `advance_fleet` computes with arrays."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.random_kernels import LEFT, binomial_at, cell_of, draw_word, uniform_at

__all__ = ["move"]


@kernel
def move(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    keys: NDArray[np.uint64],
    month: int,
    draws: NDArray[np.uint64],
    held: NDArray[np.float64],
    serviceable: NDArray[np.float64],
    repair: NDArray[np.float64],
    failure: NDArray[np.float64],
    loss: NDArray[np.float64],
    share: NDArray[np.float64],
    whole: NDArray[np.bool_],
    left: NDArray[np.bool_],
) -> tuple[NDArray[np.float64], NDArray[np.float64], int]:
    """Items held and serviceable after a month; marks in `left` the cells whose counts the root finders must find.

    Shape: keys (4 · holding,) of failure, repair, loss of what is down and of what works; whole (holding,) whether
    it is counted in whole numbers; held … left, results (draw, holding). The last result is the number of cells left.
    """
    cells = np.empty(len(keys), dtype=np.uint64)
    for k in range(len(keys)):
        cells[k] = cell_of(keys[k], month)
    held_after, serviceable_after, count = np.empty_like(held), np.empty_like(held), 0
    for d in range(len(draws)):
        word = draw_word(draws[d])
        for h in range(held.shape[1]):
            have, works = held[d, h], serviceable[d, h]
            if not whole[h]:
                failed = failure[d, h] * works
                now = works + (min(repair[d, h] * share[d, h], have - works + failed) - failed)
                held_after[d, h], serviceable_after[d, h] = have * (1 - loss[d, h]), now * (1 - loss[d, h])
                continue
            failed = binomial_at(uniform_at(cells[4 * h], word), works, failure[d, h])
            wanted = repair[d, h] * share[d, h]
            repaired = float(math.floor(wanted))
            if uniform_at(cells[4 * h + 1], word) < wanted - repaired:
                repaired += 1.0
            now = works + (min(repaired, have - works + failed) - failed)
            lost = binomial_at(uniform_at(cells[4 * h + 2], word), have - now, loss[d, h])
            lost_working = binomial_at(uniform_at(cells[4 * h + 3], word), now, loss[d, h])
            if min(failed, lost, lost_working) == LEFT:
                left[d, h] = True
                count += 1
            held_after[d, h], serviceable_after[d, h] = have - lost - lost_working, now - lost_working
    return held_after, serviceable_after, count
