"""Ratings as a Markov chain: carried from their date to the cutoff, then ahead."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.capability.capability_rows import FunctionStart
from jisr.inputs import Inputs
from jisr.keyed_random import Stream, poisson
from jisr.months import Month

__all__ = ["half_life_draws", "move_levels", "start_levels"]

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
    return move_levels(levels[:, None], np.array([top]), half_life, up, age, stream, [entity], inputs, 0)[:, 0]


def move_levels(  # noqa: PLR0913, PLR0917 - a month needs all that touches it
    levels: NDArray[np.float64],
    tops: NDArray[np.int64],
    half_life: NDArray[np.float64],
    up: float,
    months: float,
    stream: Stream,
    entities: list[str],
    inputs: Inputs,
    month: int,
) -> NDArray[np.float64]:
    """Levels after some months: one-step moves, down at rate ln 2 / h, up at rate `up` a month.

    Exact by uniformisation (Jensen 1953): a Poisson number of moves, each down or up by its share of the rate; at an end
    of the scale a move that would leave it does nothing, which is the reflecting generator. Shape: levels
    (draw, function), tops (function,).
    """
    down = math.log(2) / half_life
    drawn = stream.uniforms([f"{entity}:moves" for entity in entities], inputs.block, month)
    moves = poisson(drawn, ((down + up) * months)[:, None])
    if up == 0:
        return np.maximum(levels - moves, 0.0)
    for k in range(int(moves.max(initial=0))):
        drawn = stream.uniforms([f"{entity}:move:{k}" for entity in entities], inputs.block, month)
        falls = drawn < (down / (down + up))[:, None]
        moved = np.clip(np.where(falls, levels - 1, levels + 1), 0, tops)
        levels = np.where(k < moves, moved, levels)
    return levels
