"""The member that learns: one classifier of growth classes for all units and steps."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.threat.models.pool.grid import POINTS, place
from jisr.threat.models.pool.history import History, trailing_mean

__all__ = ["LEAST_CASES", "MOST_CASES", "boosted_growth"]

LEAST_CASES = 3000
"""Fewer known cases teach too little: the member stays out, and scikit-learn is not even imported."""
MOST_CASES = 12_000
"""More teach nothing (docs/validation/threat.md), and take longer."""
_CLASSES = 13
_WITHIN = 9
"""Counts a class is spread over: quantiles of the growth of its cases."""
_QUIET = 60
_WARM_UP = 36
_GROWTH = (-float(np.log(1e3)), 1.5 * float(np.log(10.0)))


@dataclass(frozen=True)
class _Cases:
    """Known cases. Shape: features (case, feature); after, level (case,)."""

    features: NDArray[np.float64]
    after: NDArray[np.float64]
    level: NDArray[np.float64]


def boosted_growth(history: History, steps: int) -> NDArray[np.float64]:
    """Probabilities of no event and of twelve classes of `log((y + 1) / (level + 1))`, as counts of each unit's level.

    Histogram gradient boosting (Ke et al. 2017; scikit-learn), one thread, no random stop. Shape: (month, unit, point);
    nothing where a unit was quiet for five years, or too few cases are known.
    """
    values = history.values
    vectors = np.zeros((steps, values.shape[1], POINTS))
    usable = history.quiet < _QUIET
    now = np.flatnonzero(usable[-1])
    usable[:_WARM_UP] = False
    months, units = np.nonzero(usable)
    if len(months) < LEAST_CASES or not len(now):
        return vectors
    features, level = _features(history), (trailing_mean(values, 6) + history.year) / 2
    cases = _sample(values, features, level, (months, units), steps)
    if len(cases.after) < LEAST_CASES // 2:
        return vectors
    growth = np.log((cases.after + 1) / (cases.level + 1))
    edges = np.unique(np.quantile(growth[cases.after > 0], np.linspace(0, 1, _CLASSES)[1:-1]))
    classes = np.where(cases.after > 0, 1 + np.searchsorted(edges, growth), 0)
    asked = np.concatenate([_with_step(features[-1, now], step) for step in range(1, steps + 1)])
    chances = _chances(cases.features, classes, asked).reshape(steps, len(now), -1)
    cells = place(_counts(growth, classes, level[-1, now], chances.shape[2])).reshape(len(now), -1)
    rows = np.broadcast_to(now[:, None], cells.shape)
    for step in range(steps):
        vectors[step, now, 0] += chances[step, :, 0]
        np.add.at(vectors[step], (rows, cells), np.repeat(chances[step, :, 1:] / _WITHIN, _WITHIN, axis=1))
    return vectors


def _features(history: History) -> NDArray[np.float64]:
    """Shape: (month, unit, feature)."""
    values = history.values
    logs, events = np.log1p(values), (values > 0).astype(np.float64)
    means = {months: np.log1p(trailing_mean(values, months)) for months in (2, 3, 6, 12, 24, 60)}
    quarter, year = trailing_mean(logs, 3), trailing_mean(logs, 12)
    return np.stack(
        [
            logs,
            *means.values(),
            *(trailing_mean(events, months) for months in (6, 12, 24, 60)),
            np.minimum(history.quiet, _QUIET),
            quarter - year,
            year,
            means[3] - means[12],
            means[12] - means[60],
        ],
        axis=-1,
    )


def _sample(
    values: NDArray[np.float64],
    features: NDArray[np.float64],
    level: NDArray[np.float64],
    where: tuple[NDArray[np.int64], NDArray[np.int64]],
    steps: int,
) -> _Cases:
    """A step drawn for each month and unit, and of what is known by the cutoff as many cases as are used."""
    rng = np.random.default_rng(0)  # part of the model, not of the forecast's seed
    months, units = where
    step = rng.integers(1, steps + 1, len(months))
    known = np.flatnonzero(months + step < len(values))
    if len(known) > MOST_CASES:
        known = rng.choice(known, MOST_CASES, replace=False)
    months, units, step = months[known], units[known], step[known]
    return _Cases(_with_step(features[months, units], step), values[months + step, units], level[months, units])


def _with_step(features: NDArray[np.float64], step: NDArray[np.int64] | int) -> NDArray[np.float64]:
    return np.column_stack([features, np.broadcast_to(step, len(features))])


def _chances(
    features: NDArray[np.float64], classes: NDArray[np.int64], asked: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Shape: (case asked, class)."""
    from sklearn.ensemble import HistGradientBoostingClassifier
    from threadpoolctl import threadpool_limits

    model = HistGradientBoostingClassifier(
        max_iter=30,
        learning_rate=0.12,
        max_leaf_nodes=15,
        l2_regularization=5.0,
        min_samples_leaf=40,
        max_bins=63,
        early_stopping=False,
        random_state=0,
    )
    with threadpool_limits(1):
        model.fit(features, classes)
        found = model.predict_proba(asked)
    chances = np.zeros((len(asked), int(classes.max()) + 1))
    chances[:, model.classes_] = found
    return chances


def _counts(
    growth: NDArray[np.float64], classes: NDArray[np.int64], level: NDArray[np.float64], n_classes: int
) -> NDArray[np.float64]:
    """Counts of each class with an event at each unit's level. Shape: (unit, class, within)."""
    at = (np.arange(_WITHIN) + 0.5) / _WITHIN
    inside = [growth[classes == one] for one in range(1, n_classes)]
    rates = np.clip([np.quantile(one, at) if len(one) else np.zeros(_WITHIN) for one in inside], *_GROWTH)
    return np.asarray(np.maximum(np.rint(np.exp(rates)[None] * (level + 1)[:, None, None] - 1), 1.0))
