"""What activities do to a cell in a month."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Effect, Inputs

__all__ = ["added", "extended", "graduates", "level_lift", "level_steps", "multiplier"]


def added(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """What arrives in a month: the whole amount in the first month in force. Shape: (draw,). Units: persons or items."""
    total = np.zeros(inputs.block.size)
    for effect in effects:
        if effect.start == month:
            total += inputs.amount(effect)
    return total


def graduates(effects: Sequence[Effect], inputs: Inputs, month: int, seats: int | None) -> NDArray[np.float64]:
    """Entrants whose course ends in a month; at most `seats` a month over all activities, the others wait their turn.

    Shape: (draw,). Units: persons, before pass and retention. What has come through by month t is the least of
    `A(s−1) + seats·(t−s+1)` over the months s, A the entrants up to a month: a queue served at a constant rate (Lindley
    1952, Proc. Camb. Phil. Soc. 48).
    """
    if seats is None:
        return added(effects, inputs, month)
    return _through(effects, inputs, month, seats) - _through(effects, inputs, month - 1, seats)


def _through(effects: Sequence[Effect], inputs: Inputs, month: int, seats: int) -> NDArray[np.float64]:
    """Entrants whose course has ended by a month. Shape: (draw,)."""
    total = _entered(effects, inputs, month)
    for start in {effect.start for effect in effects if effect.start <= month}:
        total = np.minimum(total, _entered(effects, inputs, start - 1) + seats * (month - start + 1))
    return total


def _entered(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    total = np.zeros(inputs.block.size)
    for effect in effects:
        if effect.start <= month:
            total += inputs.amount(effect)
    return total


def multiplier(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """The product of the factors in force. Shape: (draw,)."""
    product = np.ones(inputs.block.size)
    for effect in effects:
        if effect.kind == "multiply" and effect.in_force(month):
            product = product * np.maximum(inputs.amount(effect, 1.0), 1e-9)
    return product


def level_steps(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Levels moved for good in a month, by what keeps: a course, an exercise. Shape: (draw,).

    What is moved so goes on ageing like every rating.
    """
    step = np.zeros(inputs.block.size)
    for effect in effects:
        if effect.stop is None and month == effect.start:
            step += np.rint(inputs.amount(effect))
    return step


def level_lift(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Levels a function stands higher while something lasts: liaison posts, advisers. Shape: (draw,).

    It lies on top of the chain and ends with its cause. Taking it back out of the chain instead would take a level twice
    where the rating has aged meanwhile.
    """
    lift = np.zeros(inputs.block.size)
    for effect in effects:
        if effect.stop is not None and effect.in_force(month):
            lift += np.rint(inputs.amount(effect))
    return lift


def extended(last: NDArray[np.float64], effects: Sequence[Effect], inputs: Inputs) -> NDArray[np.float64]:
    """The last month of what ends, moved by those effects that come before it has ended. Shape: (draw,).

    What has ended stays ended: an activity that is done later finds nothing to extend.
    """
    for effect in sorted(effects, key=lambda one: one.start):
        last = np.where(effect.start <= last + 1, last + inputs.amount(effect), last)
    return last
