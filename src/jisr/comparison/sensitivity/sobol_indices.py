"""First-order and total indices of many outputs at once, with their errors."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["SobolIndices", "resamples", "sobol_indices"]

Array = NDArray[np.float64]
_COLUMNS = 512
"""Outputs at a time: enough for one product of matrices to be worth its start, few enough to stay small."""


@dataclass(frozen=True)
class SobolIndices:
    """Indices of every group for every output, NaN where an output does not vary in a sample or a resample.

    Shapes: first, first_error, total, total_error (group, output); variance (output,); `overall` (4, group, series), the
    same four over all outputs of a series together, each weighing as much as it varies (Gamboa, Janon, Klein & Lagnoux 2014, Electronic
    Journal of Statistics 8(1), eq. 3.3: the trace of the covariances).
    """

    first: Array
    first_error: Array
    total: Array
    total_error: Array
    variance: Array
    overall: Array


def sobol_indices(
    a: NDArray[np.floating],
    b: NDArray[np.floating],
    ab: NDArray[np.floating],
    weights: Array,
    series: NDArray[np.int64] | None = None,
) -> SobolIndices:
    """The share of variance of each group alone (first) and with all its interplay (total).

    With samples A and B, and AB the sample A with one group from B,
    first = mean(f_B (f_AB − f_A)) / V (Saltelli et al. 2010, Computer Physics Communications 181, table 2 (b)),
    total = mean((f_A − f_AB)²) / 2V (Jansen 1999, Computer Physics Communications 117, eq. 25; table 2 (f) there), V of A and B
    together, outputs centred on the mean of all three. Errors are the standard deviation over bootstrap resamples of the
    draws (Archer, Saltelli & Sobol' 1997, Journal of Statistical Computation and Simulation 58).

    Parameters: shapes a, b (draw, output); ab (group, draw, output); `weights` (resample, draw), how often each resample
    holds a draw, from `resamples`; `series` (output,) which series an output belongs to, from 0, all to one when not given.

    Examples:
        >>> x = np.random.default_rng(0).random((2, 4000, 2))
        >>> mixed = np.stack([np.stack([x[1, :, 0], x[0, :, 1]], 1), np.stack([x[0, :, 0], x[1, :, 1]], 1)])
        >>> f = lambda x: (3 * x[..., 0] + x[..., 1])[..., None]
        >>> found = sobol_indices(f(x[0]), f(x[1]), f(mixed), resamples(0, 4000, 50))
        >>> found.total[:, 0].round(1).tolist()
        [0.9, 0.1]
    """
    member = np.zeros(a.shape[1], dtype=np.int64) if series is None else series
    belongs = np.eye(int(member.max(initial=0)) + 1)[member]
    single, found = weights.astype(np.float32), []
    sums: list[Array] = [np.zeros(1)] * 3
    for i in range(0, a.shape[1], _COLUMNS):
        own = slice(i, i + _COLUMNS)
        alone, whole, spread = _parts(a[:, own], b[:, own], ab[:, :, own], single)
        found.append((*_ratio(alone, spread), *_ratio(whole, spread), spread[0, 0]))
        sums = [known + part @ belongs[own] for known, part in zip(sums, (alone, whole, spread), strict=True)]
    first, first_error, total, total_error, variance = (
        np.concatenate([one[k] for one in found], axis=-1) for k in range(5)
    )
    overall = np.stack([*_ratio(sums[0], sums[2]), *_ratio(sums[1], sums[2])])
    return SobolIndices(first, first_error, total, total_error, variance, overall)


def resamples(seed: int, draws: int, number: int) -> Array:
    """How often each bootstrap resample holds each draw. Shape: (resample, draw)."""
    from jisr.keyed_random import Block, Stream

    places = Stream(seed, "bootstrap").uniforms([str(i) for i in range(number)], Block(0, draws))
    chosen = np.minimum((places * draws).astype(np.int64), draws - 1)
    return np.stack([np.bincount(column, minlength=draws) for column in chosen.T]).astype(np.float64)


def _parts(
    a: NDArray[np.floating], b: NDArray[np.floating], ab: NDArray[np.floating], weights: NDArray[np.float32]
) -> tuple[Array, Array, Array]:
    """Numerators and variance, the sample first and then the resamples.

    Shapes: (sample, group, output) twice, (sample, 1, output).
    """
    a, b = a.astype(np.float64), b.astype(np.float64)
    centre = (a.mean(axis=0) + b.mean(axis=0) + ab.mean(axis=1, dtype=np.float64).sum(axis=0)) / (2 + len(ab))
    a, b = a - centre, b - centre
    alone = np.empty((len(weights) + 1, len(ab), a.shape[1]))
    whole = np.empty_like(alone)
    for group, mixed in enumerate(ab):
        moved = mixed - centre - a
        alone[:, group], whole[:, group] = _means(b * moved, moved * moved / 2, weights)
    mean, square = _means((a + b) / 2, (a * a + b * b) / 2, weights)
    return alone, whole, (square - mean * mean)[:, None]


def _means(first: Array, second: Array, weights: NDArray[np.float32]) -> tuple[Array, Array]:
    """Means over the draws, of the sample exactly and of its resamples in single precision: they serve errors alone."""
    both = np.concatenate([first, second], axis=1)
    means = np.concatenate(
        [both.mean(axis=0, keepdims=True), weights @ both.astype(np.float32) / np.float32(len(both))]
    )
    return means[:, : first.shape[1]], means[:, first.shape[1] :]


def _ratio(part: Array, spread: Array) -> tuple[Array, Array]:
    """The index and its error; NaN where the output is the same in every draw, or in every draw of a resample."""
    # a variance below rounding of what was squared is none
    usable = (spread > 1e-14).all(axis=0)
    index = np.where(usable, part / np.where(spread > 0, spread, 1.0), np.nan)
    return index[0], index[1:].std(axis=0, ddof=1)
