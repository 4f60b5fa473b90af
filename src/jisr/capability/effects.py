"""What activities do to a cell in a month."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Effect, Inputs

__all__ = ["added", "extension", "level_steps", "multiplier"]


def added(effects: Sequence[Effect], inputs: Inputs, month: int, seats: int | None = None) -> NDArray[np.float64]:
    """What arrives in a month: all in the first month in force, or `seats` a month until the amount is through.

    Shape: (draw,). Units: persons or items.
    """
    total = np.zeros(inputs.block.size)
    for effect in effects:
        amount = inputs.of(effect.amount)
        if seats is None:
            total += amount if month == effect.start else 0.0
        elif month >= effect.start and seats > 0:
            total += np.clip(amount - seats * (month - effect.start), 0.0, seats)
    return total


def multiplier(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """The product of the factors in force. Shape: (draw,)."""
    product = np.ones(inputs.block.size)
    for effect in effects:
        if effect.kind == "multiply" and effect.in_force(month):
            product = product * np.maximum(inputs.of(effect.amount), 1e-9)
    return product


def level_steps(effects: Sequence[Effect], inputs: Inputs, month: int) -> NDArray[np.float64]:
    """Levels moved in a month: up when an effect begins, back in the month after it ends. Shape: (draw,)."""
    step = np.zeros(inputs.block.size)
    for effect in effects:
        amount = np.rint(inputs.of(effect.amount))
        if month == effect.start:
            step += amount
        if effect.stop is not None and month == effect.stop + 1:
            step -= amount
    return step


def extension(effects: Sequence[Effect], inputs: Inputs) -> NDArray[np.float64]:
    """Months by which an end moves. Shape: (draw,)."""
    total = np.zeros(inputs.block.size)
    for effect in effects:
        total += inputs.of(effect.amount)
    return total
