"""Fleets in whole numbers, compiled: what `advance_fleet` computes with arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel
from jisr.random_kernels import LEFT, binomial_at, binomial_row, cell_of, fill
from jisr.row_kernels import add, fill_with

__all__ = ["given", "move", "shares"]

_Row = NDArray[np.float64]
_Begun = tuple[_Row, _Row, _Row, _Row, _Row, _Row]
"""Held, serviceable, repair, failure, loss and share of one holding."""


@kernel
def given(
    month: int,
    share: NDArray[np.float64],
    last: NDArray[np.float64],
    mechanics: NDArray[np.float64],
    skilled: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Share of today's repairs that each channel gives. Shape: share, last, result (channel, draw); skilled (place,) the
    channels that live on a skill, mechanics (place, draw) what is left of it.
    """
    out = np.empty(share.shape)
    for c in range(len(out)):
        today, until, now = share[c], last[c], out[c]
        for d in range(len(now)):
            now[d] = today[d] if month <= until[d] else 0.0
    for i in range(len(skilled)):
        now, there = out[skilled[i]], mechanics[i]
        for d in range(len(now)):
            now[d] *= there[d]
    return out


@kernel
def shares(
    given: NDArray[np.float64],
    paid: NDArray[np.float64],
    channel_items: NDArray[np.int64],
    repaired: NDArray[np.bool_],
    item_things: NDArray[np.int64],
    holding_items: NDArray[np.int64],
) -> NDArray[np.float64]:
    """Share of today's repairs, channels and money together. Shape: given (channel, draw), paid (thing, draw), result
    (holding, draw); repaired and item_things (item,).
    """
    total = np.empty((len(repaired), given.shape[1]))
    for i in range(len(total)):
        fill_with(0.0 if repaired[i] else 1.0, total[i])
    for c in range(len(given)):
        if channel_items[c] >= 0:
            add(given[c], total[channel_items[c]])
    out = np.empty((len(holding_items), given.shape[1]))
    for h in range(len(out)):
        repairs, money, share = total[holding_items[h]], paid[item_things[holding_items[h]]], out[h]
        for d in range(len(share)):
            share[d] = repairs[d] * money[d]
    return out


@kernel
def move(  # noqa: PLR0913, PLR0917 - a kernel takes arrays, not records
    keys: NDArray[np.uint64],
    month: int,
    words: NDArray[np.uint64],
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

    Shape: keys (4 · holding,) of failure, repair, loss of what is down and of what works; words (draw,); whole (holding,)
    whether it is counted in whole numbers; held … left, results (holding, draw). The last result is the number of cells left.
    """
    held_after, serviceable_after, count = np.empty_like(held), np.empty_like(held), 0
    for h in range(len(held)):
        begun = held[h], serviceable[h], repair[h], failure[h], loss[h], share[h]
        if whole[h]:
            count += _drawn(keys[4 * h : 4 * h + 4], month, words, begun, held_after[h], serviceable_after[h], left[h])
        else:
            _expected(begun, held_after[h], serviceable_after[h])
    return held_after, serviceable_after, count


@kernel
def _expected(begun: _Begun, held_after: _Row, serviceable_after: _Row) -> None:
    """What is measured moves by its expectation. Shape of each row: (draw,)."""
    held, serviceable, repair, failure, loss, share = begun
    for d in range(len(held)):
        failed = failure[d] * serviceable[d]
        repaired = min(repair[d] * share[d], held[d] - serviceable[d] + failed)
        held_after[d] = held[d] * (1 - loss[d])
        serviceable_after[d] = (serviceable[d] + (repaired - failed)) * (1 - loss[d])


@kernel
def _drawn(
    keys: NDArray[np.uint64],
    month: int,
    words: NDArray[np.uint64],
    begun: _Begun,
    held_after: _Row,
    serviceable_after: _Row,
    left: NDArray[np.bool_],
) -> int:
    """What is counted moves in whole numbers; the number of draws left to the root finders."""
    held, serviceable, repair, failure, loss, share = begun
    draws, count = len(words), 0
    failed, uniform, working = np.empty(draws), np.empty(draws), np.empty(draws)
    fill(cell_of(keys[0], month), words, uniform)
    binomial_row(uniform, serviceable, failure, failed)
    fill(cell_of(keys[1], month), words, uniform)
    for d in range(draws):
        wanted = repair[d] * share[d]
        whole = np.floor(wanted)
        repaired = whole + (1.0 if uniform[d] < wanted - whole else 0.0)
        serviceable_after[d] = serviceable[d] + (min(repaired, held[d] - serviceable[d] + failed[d]) - failed[d])
    fill(cell_of(keys[2], month), words, uniform)
    fill(cell_of(keys[3], month), words, working)
    for d in range(draws):
        now = serviceable_after[d]
        down = held[d] - now
        # (1 − p)ⁿ is above 1 − np: most months of most fleets lose nothing
        lost = 0.0 if uniform[d] <= 1.0 - down * loss[d] else binomial_at(uniform[d], down, loss[d])
        lost_working = 0.0 if working[d] <= 1.0 - now * loss[d] else binomial_at(working[d], now, loss[d])
        if min(failed[d], lost, lost_working) == LEFT:
            left[d] = True
            count += 1
        held_after[d], serviceable_after[d] = held[d] - lost - lost_working, now - lost_working
    return count
