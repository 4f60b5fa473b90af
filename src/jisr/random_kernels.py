"""The keyed random numbers one at a time, compiled: the same numbers as the arrays of `keyed_random`.

Sources: SplitMix64 as in `keyed_random`; the inverse of the normal distribution is Wichura 1988, algorithm AS 241
(PPND16), relative error about 1e-16; counts are found by adding up probabilities in the order `keyed_random` adds them.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import kernel

__all__ = [
    "LEFT",
    "binomial_at",
    "binomial_row",
    "binomials",
    "cell_of",
    "fill",
    "normal_row",
    "normals",
    "poisson_at",
    "poissons",
    "uniform_at",
    "uniforms",
    "words",
]

LEFT = -1.0
"""A count left to the root finders of `keyed_random`: its mean is large, or its probability in the far tail."""

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD1342543DE82EF95)
_FIRST = np.uint64(0xBF58476D1CE4E5B9)
_SECOND = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11, _ONE = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11), np.uint64(1)
_SEARCHED = 300.0
_TAIL = 1.0 - 1e-9
_TOGETHER = 64
_SIDE_BY_SIDE = 16.0
"""Counts up to which some draws are computed at once; beyond, most have reached theirs, and would only be waited for."""


@kernel
def _mix(word: np.uint64) -> np.uint64:
    word = (word ^ (word >> _S30)) * _FIRST
    word = (word ^ (word >> _S27)) * _SECOND
    return word ^ (word >> _S31)


@kernel
def cell_of(key: np.uint64, month: int) -> np.uint64:
    """The word of one entity in one month, to which draws are added."""
    return _mix(key + _ODD * (np.uint64(month) + np.uint64(1 << 32)))


@kernel
def uniform_at(cell: np.uint64, word: np.uint64) -> float:
    """A uniform number in the open interval (0, 1)."""
    return (np.float64(_mix(cell ^ word) >> _S11) + 0.5) * 2.0**-53


@kernel
def words(draws: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """The word of each draw. Shape: (draw,)."""
    out = np.empty(len(draws), dtype=np.uint64)
    for d in range(len(draws)):
        out[d] = _mix((draws[d] + _ONE) * _GOLDEN)
    return out


@kernel
def fill(cell: np.uint64, words: NDArray[np.uint64], out: NDArray[np.float64]) -> None:
    """The uniform numbers of one entity in one month. Shape: words, out (draw,)."""
    for d in range(len(words)):
        out[d] = uniform_at(cell, words[d])


@kernel
def uniforms(keys: NDArray[np.uint64], month: int, words: NDArray[np.uint64]) -> NDArray[np.float64]:
    """Shape: (entity, draw)."""
    out = np.empty((len(keys), len(words)))
    for e in range(len(keys)):
        fill(cell_of(keys[e], month), words, out[e])
    return out


@kernel
def _normal_inside(q: float) -> float:
    """The standard normal quantile of 0.5 + q, for |q| up to 0.425; some finite number beyond."""
    r = 0.180625 - q * q
    top = (
        (
            (
                (
                    ((2509.0809287301226727 * r + 33430.575583588128105) * r + 67265.770927008700853) * r
                    + 45921.953931549871457
                )
                * r
                + 13731.693765509461125
            )
            * r
            + 1971.5909503065514427
        )
        * r
        + 133.14166789178437745
    ) * r + 3.387132872796366608
    low = (
        (
            (
                (
                    ((5226.495278852545925 * r + 28729.085735721942674) * r + 39307.89580009271061) * r
                    + 21213.794301586595867
                )
                * r
                + 5394.1960214247511077
            )
            * r
            + 687.1870074920579083
        )
        * r
        + 42.313330701600911252
    ) * r + 1.0
    return q * top / low


@kernel
def _normal_outside(p: float) -> float:
    """The standard normal quantile of a probability in (0, 1), further than 0.425 from one half."""
    q = p - 0.5
    r = math.sqrt(-math.log(p if q < 0.0 else 1.0 - p))
    if r <= 5.0:
        r -= 1.6
        top = (
            (
                (
                    (
                        ((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r + 0.24178072517745061177) * r
                        + 1.27045825245236838258
                    )
                    * r
                    + 3.64784832476320460504
                )
                * r
                + 5.7694972214606914055
            )
            * r
            + 4.6303378461565452959
        ) * r + 1.42343711074968357734
        low = (
            (
                (
                    (
                        ((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r + 0.0151986665636164571966) * r
                        + 0.14810397642748007459
                    )
                    * r
                    + 0.68976733498510000455
                )
                * r
                + 1.6763848301838038494
            )
            * r
            + 2.05319162663775882187
        ) * r + 1.0
    else:
        r -= 5.0
        top = (
            (
                (
                    (
                        ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.0012426609473880784386) * r
                        + 0.026532189526576123093
                    )
                    * r
                    + 0.29656057182850489123
                )
                * r
                + 1.7848265399172913358
            )
            * r
            + 5.4637849111641143699
        ) * r + 6.6579046435011037772
        low = (
            (
                (
                    (
                        ((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r + 1.8463183175100546818e-5) * r
                        + 7.868691311456132591e-4
                    )
                    * r
                    + 0.0148753612908506148525
                )
                * r
                + 0.13692988092273580531
            )
            * r
            + 0.59983220655588793769
        ) * r + 1.0
    return -top / low if q < 0.0 else top / low


@kernel
def normals(flat: NDArray[np.float64]) -> NDArray[np.float64]:
    """The standard normal quantiles of a flat array."""
    out = np.empty_like(flat)
    normal_row(flat, out)
    return out


@kernel
def normal_row(uniform: NDArray[np.float64], out: NDArray[np.float64]) -> None:
    """The standard normal quantiles of a row: all as if inside, side by side, and then those in the tails."""
    for i in range(len(out)):
        out[i] = _normal_inside(uniform[i] - 0.5)
    for i in range(len(out)):
        if abs(uniform[i] - 0.5) > 0.425:
            out[i] = _normal_outside(uniform[i])


@kernel
def poisson_at(uniform: float, mean: float, none: float) -> float:
    """The smallest k with F(k) ≥ u, or `LEFT`; `none` is exp(−mean)."""
    if mean <= 0.0 or uniform <= none:
        return 0.0
    if mean > _SEARCHED or uniform >= _TAIL:
        return LEFT
    probability, reached, k = none, none, 0.0
    while uniform > reached and probability > 0.0:
        k += 1.0
        probability *= mean * (1.0 / k)
        reached += probability
    return k


@kernel
def poissons(uniform: NDArray[np.float64], mean: NDArray[np.float64], none: NDArray[np.float64]) -> NDArray[np.float64]:
    """Counts of flat arrays, as `poisson_at` finds them; `none` is exp(−mean). Some at a time, as in `binomial_row`."""
    out = np.zeros(len(uniform))
    room = np.empty((2, _TOGETHER))
    for first in range(0, len(out), _TOGETHER):
        size = min(_TOGETHER, len(out) - first)
        u, m, p = uniform[first : first + size], mean[first : first + size], none[first : first + size]
        counts, probability, reached = out[first : first + size], room[0], room[1]
        for i in range(size):
            probability[i] = reached[i] = p[i] if m[i] > 0.0 else 2.0
        _add_up_means(u, m, probability, reached, counts)
        for i in range(size):
            left = u[i] > p[i] and m[i] > 0.0 and (m[i] > _SEARCHED or u[i] >= _TAIL)
            counts[i] = LEFT if left else counts[i]
    return out


@kernel
def _add_up_means(
    u: NDArray[np.float64],
    mean: NDArray[np.float64],
    probability: NDArray[np.float64],
    reached: NDArray[np.float64],
    counts: NDArray[np.float64],
) -> None:
    """Count on side by side while some have not reached their number, and then those few one by one."""
    k, going = 0.0, 1
    while going > 0 and k < _SIDE_BY_SIDE:
        k, going = k + 1.0, 0
        part = 1.0 / k
        for i in range(len(u)):
            more = (u[i] > reached[i]) & (probability[i] > 0.0)
            counts[i] += 1.0 if more else 0.0
            going += 1 if more else 0
            probability[i] *= mean[i] * part
            reached[i] += probability[i]
    for i in range(len(u)):
        if counts[i] == k and mean[i] <= _SEARCHED:
            counts[i] = _reach(u[i], mean[i], probability[i], reached[i], k)


@kernel
def _reach(u: float, mean: float, probability: float, reached: float, k: float) -> float:
    """The number at which the sum of probabilities is `u`, from the sum up to the k-th on."""
    while u > reached and probability > 0.0:
        k += 1.0
        probability *= mean * (1.0 / k)
        reached += probability
    return k


@kernel
def _power(base: float, exponent: int) -> float:
    """A whole power, by squaring: a third of the time of the general one."""
    power = 1.0
    while exponent > 0:
        if exponent & 1:
            power *= base
        base *= base
        exponent >>= 1
    return power


@kernel
def binomial_at(uniform: float, trials: float, share: float) -> float:
    """The smallest k with F(k) ≥ u, or `LEFT`; a share above one half is counted from the other end."""
    if share >= 1.0:
        return trials
    if trials <= 0.0 or share <= 0.0:
        return 0.0
    turned = share > 0.5
    p = 1.0 - share if turned else share
    u = 1.0 - uniform if turned else uniform
    if u <= 1.0 - trials * p:  # (1 − p)ⁿ is above 1 − np
        return trials if turned else 0.0
    if trials * p > _SEARCHED or u >= _TAIL:
        return LEFT
    odds = p / (1.0 - p)
    probability = _power(1.0 - p, int(trials))
    reached, k = probability, 0.0
    while u > reached and probability > 0.0:
        k += 1.0
        probability *= odds * (trials - k + 1.0) * (1.0 / k)
        reached += probability
    return trials - k if turned else k


@kernel
def binomial_row(
    uniform: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64], out: NDArray[np.float64]
) -> None:
    """Counts of a row of draws, as `binomial_at` finds them. Shape of each: (draw,).

    Some draws at a time add up their probabilities side by side, until the last has reached its number: a third of the
    time of one after the other where most counts are not 0.
    """
    room = np.empty((6, _TOGETHER))
    u, odds, base, probability, reached, counts = room[0], room[1], room[2], room[3], room[4], room[5]
    for first in range(0, len(out), _TOGETHER):
        size = min(_TOGETHER, len(out) - first)
        here, n, p_here = uniform[first : first + size], trials[first : first + size], share[first : first + size]
        most = np.int64(0)
        for i in range(size):
            turned = p_here[i] > 0.5
            p = 1.0 - p_here[i] if turned else p_here[i]
            u[i] = 1.0 - here[i] if turned else here[i]
            p = p if n[i] > 0.0 and p > 0.0 else 0.0
            odds[i], base[i] = p / (1.0 - p), 1.0 - p
            probability[i], counts[i] = 1.0, 0.0
            most = max(most, np.int64(n[i]))
        bit = 1
        while bit <= most:
            for i in range(size):
                probability[i] *= base[i] if np.int64(n[i]) & bit else 1.0
                base[i] *= base[i]
            bit <<= 1
        for i in range(size):
            reached[i] = probability[i]
        _add_up(u[:size], n, odds, probability, reached, counts)
        for i in range(size):
            turned = p_here[i] > 0.5
            p = 1.0 - p_here[i] if turned else p_here[i]
            inside = n[i] > 0.0 and p > 0.0
            found = n[i] - counts[i] if turned else counts[i]
            out[first + i] = LEFT if inside and (n[i] * p > _SEARCHED or u[i] >= _TAIL) else found


@kernel
def _add_up(
    u: NDArray[np.float64],
    n: NDArray[np.float64],
    odds: NDArray[np.float64],
    probability: NDArray[np.float64],
    reached: NDArray[np.float64],
    counts: NDArray[np.float64],
) -> None:
    """Count on while some draw has not reached its number. Those that have are not moved by what is added beyond."""
    k, going = 0.0, 1
    while going > 0:
        k += 1.0
        part, going = 1.0 / k, 0
        for i in range(len(u)):
            more = (u[i] > reached[i]) & (probability[i] > 0.0)
            counts[i] += 1.0 if more else 0.0
            going += 1 if more else 0
            probability[i] *= odds[i] * (n[i] - k + 1.0) * part
            reached[i] += probability[i]


@kernel
def binomials(
    uniform: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Counts of flat arrays."""
    out = np.empty_like(uniform)
    for i in range(len(uniform)):
        out[i] = binomial_at(uniform[i], trials[i], share[i])
    return out
