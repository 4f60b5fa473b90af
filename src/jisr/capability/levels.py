"""Ratings as a Markov chain: carried from their date to the cutoff, then ahead."""

from __future__ import annotations

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import draws_last, enabled
from jisr.capability.capability_rows import FunctionStart
from jisr.inputs import Inputs
from jisr.keyed_random import Stream, poisson
from jisr.months import Month

__all__ = ["half_life_draws", "move_levels", "start_levels"]

_MOVES = 12
"""Moves in one step for which the kernel has keys; beyond, in old ratings, arrays are computed with."""
_REGRESSED, _HELD = 67.5, 34.5
"""Beta posterior (Jeffreys prior) of 67 of 101 top-rated police units that regressed within a year: SIGAR 10-11."""


def half_life_draws(inputs: Inputs, seed: int) -> NDArray[np.float64]:
    """Half-life of a rating, `h = −12 ln 2 / ln(1−π)`, π ~ Beta(67.5, 34.5). Shape: (draw,). Units: months.

    Source: SIGAR 10-11 (2010), 67 of 101; exponential decay between (median 7.6 months, 95 % 6.0–9.9).
    """
    from scipy.special import betaincinv

    share = betaincinv(_REGRESSED, _HELD, Stream(seed, "capability").uniform("regression", inputs.block))
    return np.asarray(-12 * math.log(2) / np.log1p(-share), dtype=np.float64)


def start_levels(
    function: FunctionStart, inputs: Inputs, half_life: NDArray[np.float64], up: float, seed: int, cutoff: Month
) -> NDArray[np.float64]:
    """The level at the cutoff of one rated function, 0 the lowest. Shape: (draw,)."""
    rating = function.rating
    if rating is None:
        msg = "a function without a rating has no level"
        raise ValueError(msg)
    top = len(function.capacities) - 1
    levels = np.clip(np.rint(inputs.cell(rating, "level")) - 1, 0, top)
    age = max(0, cutoff - Month.of(rating.rated_on))
    entity = f"level:{function.element},{function.function}"
    stream = Stream(seed, "capability")
    return move_levels(levels[:, None], np.array([top]), half_life, up, age, stream, (entity,), inputs, 0)[:, 0]


def move_levels(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    levels: NDArray[np.float64],
    tops: NDArray[np.int64],
    half_life: NDArray[np.float64],
    up: float,
    months: float,
    stream: Stream,
    entities: tuple[str, ...],
    inputs: Inputs,
    month: int,
) -> NDArray[np.float64]:
    """Levels after some months, an array of their own: one-step moves, down at rate ln 2 / h, up at rate `up` a month.

    Exact by uniformisation (Jensen 1953): a Poisson number of moves, each down or up by its share of the rate; at an end
    of the scale a move that would leave it does nothing, which is the reflecting generator. Shape: levels
    (draw, function), tops (function,).
    """
    down = math.log(2) / half_life
    if enabled():
        moved = _moved(levels, tops, down, up, months, stream, entities, inputs, month)
        if moved is not None:
            return moved
    drawn = stream.uniforms([f"{entity}:moves" for entity in entities], inputs.block, month)
    moves = poisson(drawn, ((down + up) * months)[:, None])
    if up == 0:
        return np.maximum(levels - moves, 0.0)
    levels = levels.copy(order="K")
    for k in range(int(moves.max(initial=0))):
        drawn = stream.uniforms([f"{entity}:move:{k}" for entity in entities], inputs.block, month)
        falls = drawn < (down / (down + up))[:, None]
        moved = np.clip(np.where(falls, levels - 1, levels + 1), 0, tops)
        levels = np.where(k < moves, moved, levels)
    return levels


def _moved(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    levels: NDArray[np.float64],
    tops: NDArray[np.int64],
    down: NDArray[np.float64],
    up: float,
    months: float,
    stream: Stream,
    entities: tuple[str, ...],
    inputs: Inputs,
    month: int,
) -> NDArray[np.float64] | None:
    """The levels moved by kernels; None where some draw moves more often than is drawn for here."""
    from jisr.capability import level_kernels

    moved = np.array(draws_last(levels))
    mean = (down + up) * months
    numbers, steps = _keys(stream, entities)
    rates = mean, np.exp(-mean), down / (down + up)
    words = stream.words(inputs.block)
    done = level_kernels.move(moved, tops, *rates, up > 0, numbers, steps, month, words)
    return moved.T if done else None


@lru_cache(maxsize=256)
def _keys(stream: Stream, entities: tuple[str, ...]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Keys of the number of moves and of the moves. Shapes: (function,), (move, function)."""
    numbers = stream.keys(tuple(f"{entity}:moves" for entity in entities))
    steps = [stream.keys(tuple(f"{entity}:move:{k}" for entity in entities)) for k in range(_MOVES)]
    return numbers, np.stack(steps)
