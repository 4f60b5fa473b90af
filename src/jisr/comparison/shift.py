"""One result before and after."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Shift", "Turn", "exact", "shift"]

_SURE = 2.0
"""Standard errors beyond which a difference is called one (about 95 per cent of chance differences lie within)."""


@dataclass(frozen=True)
class Shift:
    """One number before and after, over the draws that both assessments hold."""

    kind: str
    """What it is: `gate`, `condition`, `task`, `uncovered`, `severe`, `needed`, `funded`, `posts`, `site`, `cost`, `unpaid`."""
    id: str
    """Of which gate, condition, task or site; empty where there is one only."""
    name: Mapping[str, str]
    """Its name."""
    unit: str
    """`share`, `persons`, `money a year`, `money` or `person-months`."""
    before: float
    """Value before."""
    after: float
    """Value after."""
    change: float
    """After less before."""
    standard_error: float
    """Monte Carlo standard error of the change; 0 where nothing is drawn."""
    told: bool
    """Whether the change is beyond twice its error: only then is it called a difference."""


@dataclass(frozen=True)
class Turn:
    """Something that is said, not counted, before and after; empty where there was none."""

    kind: str
    """`state` of a condition today, `rule` or `month` of a gate, `start` of an activity."""
    id: str
    """Of what."""
    name: Mapping[str, str]
    """Its name."""
    before: str
    """Key or month before."""
    after: str
    """Key or month after."""


def shift(
    kind: str,
    id_: str,
    name: Mapping[str, str],
    unit: str,
    before: NDArray[np.float64],
    after: NDArray[np.float64],
    *,
    paired: bool,
) -> Shift:
    """A shift of draws: their means, and the error of the difference.

    Paired draws share their random numbers: the error is that of the mean difference. Others are independent: the errors
    add as squares. Shape: before (draw,), after (draw,), equal when paired.
    """
    first, second = float(before.mean()), float(after.mean())
    if paired:
        error = float(np.std(after - before, ddof=1) / np.sqrt(len(after))) if len(after) > 1 else 0.0
    else:
        error = float(np.sqrt(sum(np.var(one, ddof=1) / len(one) for one in (before, after) if len(one) > 1)))
    change = second - first
    return Shift(kind, id_, name, unit, first, second, change, error, abs(change) > _SURE * error)


def exact(kind: str, unit: str, before: float, after: float) -> Shift:
    """A shift of something that is not drawn."""
    return Shift(kind, "", {}, unit, before, after, after - before, 0.0, after != before)
