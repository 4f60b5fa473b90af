"""Members that look at how other pasts went on."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from jisr.threat.models.pool.grid import POINTS, place
from jisr.threat.models.pool.history import History, trailing_mean

__all__ = ["growth_analogues", "long_quiet", "quiet_analogues"]

_WARM_UP = 36
"""Months of a past that must be known before it serves as an analogue."""
_LEAST = 30
_RATIO = (0.1, 10.0)
"""Bounds of a growth ratio: beyond them it says more of the one war it came from than of this one."""
_QUIET_NEIGHBOURS = 2000
_LONG_QUIET = 60

Cases = tuple[NDArray[np.int64], NDArray[np.int64]]


def growth_analogues(history: History, neighbours: int, steps: int) -> NDArray[np.float64]:
    """Growth after the most similar active months of any unit, put on this unit's own level.

    Shape: (month, unit, point); nothing where the unit had no event for a year, or too few analogues are known.
    """
    values, level = history.values, history.year
    active = level > 0
    features = np.stack(
        [
            np.log1p(level),
            0.7 * np.log1p(trailing_mean(values, 3)),
            0.5 * np.log1p(values),
            0.5 * np.log1p(trailing_mean(values, 60)),
            1.5 * trailing_mean((values > 0).astype(np.float64), 12),
        ],
        axis=-1,
    )
    now = np.flatnonzero(active[-1])
    vectors = np.zeros((steps, values.shape[1], POINTS))
    for step in range(1, steps + 1):
        cases = _cases(active, step, _WARM_UP)
        if len(cases[0]) < _LEAST or not len(now):
            continue
        near = _nearest(features, cases, now, min(neighbours, len(cases[0]) // 2))
        after, before = values[cases[0] + step, cases[1]], level[cases]
        ratio = np.where(after > 0, np.clip((after + 0.5) / (before + 0.5), *_RATIO), 0.0)[near]
        counts = np.where(ratio > 0, np.maximum(ratio * (level[-1, now][:, None] + 0.5) - 0.5, 1.0), 0.0)
        _add(vectors[step - 1], now, np.rint(counts))
    return vectors


def quiet_analogues(history: History, steps: int) -> NDArray[np.float64]:
    """What followed a year of quiet where its length and the level before were similar.

    Shape: (month, unit, point); nothing where the unit had an event within the year.
    """
    values, quiet = history.values, history.year == 0
    features = np.stack(
        [1.5 * np.log(np.maximum(history.quiet, 1)), 0.5 * np.log1p(10 * trailing_mean(values, 240))], axis=-1
    )
    now = np.flatnonzero(quiet[-1])
    vectors = np.zeros((steps, values.shape[1], POINTS))
    for step in range(1, steps + 1):
        cases = _cases(quiet, step, _WARM_UP)
        if len(cases[0]) < _LEAST or not len(now):
            continue
        near = _nearest(features, cases, now, min(_QUIET_NEIGHBOURS, len(cases[0])))
        _add(vectors[step - 1], now, values[cases[0] + step, cases[1]][near])
    return vectors


def long_quiet(history: History, steps: int) -> NDArray[np.float64]:
    """What followed five years of quiet anywhere, pooled. Shape: (month, unit, point), for units that are there now."""
    long = history.quiet >= _LONG_QUIET
    vectors = np.zeros((steps, history.values.shape[1], POINTS))
    for step in range(1, steps + 1):
        cases = _cases(long, step, 0)
        if len(cases[0]) >= _LEAST:
            after = history.values[cases[0] + step, cases[1]]
            vectors[step - 1, long[-1]] = np.bincount(place(after), minlength=POINTS) / len(after)
    return vectors


def _cases(kind: NDArray[np.bool_], step: int, warm_up: int) -> Cases:
    """Months and units of a kind whose month `step` later is known."""
    usable = kind.copy()
    usable[:warm_up] = False
    usable[max(len(kind) - step, 0) :] = False
    months, units = np.nonzero(usable)
    return months.astype(np.int64), units.astype(np.int64)


def _nearest(features: NDArray[np.float64], cases: Cases, now: NDArray[np.int64], neighbours: int) -> NDArray[np.int64]:
    """Positions of the nearest cases of each unit. Shape: (unit now, neighbour)."""
    from scipy.spatial import cKDTree

    _, near = cKDTree(features[cases]).query(features[-1, now], k=neighbours)
    return np.asarray(near, dtype=np.int64).reshape(len(now), -1)


def _add(vectors: NDArray[np.float64], units: NDArray[np.int64], counts: NDArray[np.float64]) -> None:
    np.add.at(vectors, (np.broadcast_to(units[:, None], counts.shape), place(counts)), 1 / counts.shape[1])
