"""Counter-based random numbers: each is a pure function of (seed, stage, entity id, month, draw).

Adding an entity, a stage or a draw changes no other number; options and sides are compared on common random numbers;
every executor and every block size gives the same result.

Source: the finaliser is SplitMix64 (Steele, Lea & Flood 2014, OOPSLA, fig. 17), used as a keyed hash of a counter in
the manner of Salmon et al. 2011 (SC11, "Parallel random numbers: as easy as 1, 2, 3").
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import enabled

__all__ = ["Block", "Stream", "binomial", "gamma", "normal", "poisson"]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD1342543DE82EF95)
_SECOND_SAMPLE = 1 << 40
"""Where the draws of the second sample begin."""
_SEARCHED = 300.0
"""Mean up to which counts are found by adding up probabilities: up to thirty times faster than root finding. The first of
them, e⁻³⁰⁰, is far above the smallest number there is.
"""
_TAIL = 1.0 - 1e-9
"""Above it the sum of probabilities loses digits; the root finders do not."""

_Ratio = Callable[[int, NDArray[np.int64]], NDArray[np.float64]]
_Distribution = Callable[[NDArray[np.float64]], NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of consecutive draws, the unit of work of every executor: draws `start` … `start + size - 1`.

    With `copies` the same draws stand several times one below the other, and `size` counts all of them: variants of a
    run are then computed as further draws on common random numbers. A copy names the stages that read the second sample
    instead, draws that no run of the first reaches.
    """

    start: int
    size: int
    copies: tuple[frozenset[str], ...] = ()

    def draws(self, stage: str = "") -> NDArray[np.uint64]:
        """The draw numbers a stage reads. Shape: (draw,)."""
        if self.copies:
            return np.concatenate([self.copy(second=stage in copy).draws() for copy in self.copies])
        return np.arange(self.start, self.start + self.size, dtype=np.uint64)

    def copy(self, *, second: bool = False) -> Block:
        """One copy alone: a plain block of the first or the second sample."""
        return Block(self.start + _SECOND_SAMPLE * second, self.size // max(len(self.copies), 1))

    def times(self, copies: tuple[frozenset[str], ...]) -> Block:
        """As many copies of a plain block, each by the stages that read the second sample."""
        return Block(self.start, self.size * len(copies), copies)


def _mix(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


@lru_cache(maxsize=65_536)
def _key(parts: tuple[object, ...]) -> np.uint64:
    text = "\x1f".join(str(part) for part in parts)
    return np.uint64(int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little"))


@dataclass(frozen=True, slots=True)
class Stream:
    """The random numbers of one stage under one seed.

    Examples:
        >>> stream = Stream(2024, "threat")
        >>> a = stream.uniform("anbar", Block(0, 4), month=3)
        >>> b = stream.uniform("anbar", Block(2, 1), month=3)
        >>> bool(a[2] == b[0])
        True
    """

    seed: int
    stage: str

    def uniform(self, entity: str, block: Block, month: int = 0) -> NDArray[np.float64]:
        """Uniform numbers in the open interval (0, 1), one per draw. Shape: (draw,)."""
        return self.uniforms([entity], block, month)[:, 0]

    def uniforms(self, entities: list[str], block: Block, month: int = 0) -> NDArray[np.float64]:
        """Uniform numbers in (0, 1) for several entities in one month. Shape: (draw, entity), an entity's draws side by side.

        `month` counts from 1 ahead of the cutoff; 0 is for what is drawn once per draw; negative months lie before.
        """
        if block.copies:
            return self._side_by_side(entities, block, month)
        keys = self.keys(tuple(entities))
        if enabled():
            from jisr import random_kernels

            return random_kernels.uniforms(keys, month, _words(block.start, block.size)).T
        counter = np.uint64((month + (1 << 32)) & 0xFFFFFFFFFFFFFFFF)
        with np.errstate(over="ignore"):
            cells = _mix(keys + _ODD * counter)
            words = _mix(cells[:, None] ^ _mix((block.draws() + np.uint64(1)) * _GOLDEN))
        return ((words >> np.uint64(11)).astype(np.float64) + 0.5).T * 2.0**-53

    def _side_by_side(self, entities: list[str], block: Block, month: int) -> NDArray[np.float64]:
        """Each sample once, one copy below the other."""
        wanted = [self.stage in copy for copy in block.copies]
        samples = {
            second: self.uniforms(entities, block.copy(second=second), month) for second in dict.fromkeys(wanted)
        }
        return np.concatenate([samples[second].T for second in wanted], axis=1).T

    def words(self, block: Block) -> NDArray[np.uint64]:
        """What every key is mixed with, one word a draw, for kernels. Shape: (draw,)."""
        if block.copies:
            return np.concatenate([_words(one.start, one.size) for one in self._copies(block)])
        return _words(block.start, block.size)

    def key(self, entity: str) -> np.uint64:
        """The 64-bit hash of one entity under this seed and stage."""
        return _key((self.seed, self.stage, entity))

    def _copies(self, block: Block) -> list[Block]:
        return [block.copy(second=self.stage in copy) for copy in block.copies]

    def keys(self, entities: tuple[str, ...]) -> NDArray[np.uint64]:
        """The 64-bit hash of each entity under this seed and stage. Shape: (entity,)."""
        return _keys(self.seed, self.stage, entities)


@lru_cache(maxsize=8)
def _words(start: int, size: int) -> NDArray[np.uint64]:
    """The word of each draw of a plain block. Shape: (draw,)."""
    from jisr import random_kernels

    return random_kernels.words(Block(start, size).draws())


@lru_cache(maxsize=4_096)
def _keys(seed: int, stage: str, entities: tuple[str, ...]) -> NDArray[np.uint64]:
    keys = np.array([_key((seed, stage, entity)) for entity in entities], dtype=np.uint64)
    keys.flags.writeable = False
    return keys


def normal(uniform: NDArray[np.float64]) -> NDArray[np.float64]:
    """Standard normal by the inverse distribution function."""
    if enabled():
        from jisr import random_kernels

        return random_kernels.normals(uniform.T.ravel()).reshape(uniform.T.shape).T
    from scipy.special import ndtri

    return np.asarray(ndtri(uniform), dtype=np.float64)


def poisson(uniform: NDArray[np.float64], mean: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Poisson counts by the inverse distribution function: the smallest k with F(k) ≥ u. Units: counts."""
    from scipy.special import pdtr, pdtrik

    uniform, mean = np.broadcast_arrays(uniform, np.asarray(mean, dtype=np.float64))
    if enabled():
        from jisr import random_kernels

        flat = _flat(mean)
        counts = random_kernels.poissons(_flat(uniform), flat, np.exp(-flat)).reshape(uniform.T.shape).T
        rest = counts == random_kernels.LEFT
    else:
        counts = np.zeros(uniform.shape)
        small = (mean > 0) & (mean <= _SEARCHED) & (uniform < _TAIL)
        rest = (mean > 0) & ~small
        m = mean[small]
        counts[small] = _search(uniform[small], np.exp(-m), lambda k, left: m[left] * (1 / k))
    if not rest.any():
        return counts
    u, m_rest = uniform[rest], mean[rest]
    counts[rest] = _exact(u, pdtrik(u, m_rest), lambda k: pdtr(k, m_rest))
    return counts


def _flat(array: NDArray[np.float64]) -> NDArray[np.float64]:
    """One number after the other, draws side by side. A copy: kernels are made for arrays that may be written to."""
    return np.array(array.T, dtype=np.float64, order="C").ravel()


def binomial(
    uniform: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64] | float
) -> NDArray[np.float64]:
    """Binomial counts by the inverse distribution function; `trials` whole numbers, `share` in 0–1. Units: counts."""
    from scipy.special import bdtr, bdtrik

    uniform, trials, share = np.broadcast_arrays(uniform, trials, np.asarray(share, dtype=np.float64))
    counts, rest = _searched_binomial(uniform, trials, share)
    if not rest.any():
        return counts
    u, n_rest, p_rest = uniform[rest], trials[rest], share[rest]
    guess = np.minimum(bdtrik(u, n_rest, p_rest), n_rest)
    counts[rest] = _exact(u, guess, lambda k: bdtr(k, n_rest.astype(np.int64), p_rest))
    return counts


def _searched_binomial(
    uniform: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
    """Counts found by adding up probabilities, and where they are left to the root finder."""
    if enabled():
        from jisr import random_kernels

        flat = random_kernels.binomials(_flat(uniform), _flat(trials), _flat(share))
        counts = flat.reshape(uniform.T.shape).T
        return counts, counts == random_kernels.LEFT
    counts = np.where(share >= 1, trials, 0.0)
    inside = (trials > 0) & (share > 0) & (share < 1)
    turned = share > 0.5  # count the failures, from the other end
    rarer = np.where(turned, 1 - share, share)
    from_end = np.where(turned, 1 - uniform, uniform)
    small = inside & (trials * rarer <= _SEARCHED) & (from_end < _TAIL)
    rest = inside & ~small
    n, p = trials[small], rarer[small]
    odds = p / (1 - p)
    found = _search(from_end[small], (1 - p) ** n, lambda k, left: odds[left] * (n[left] - k + 1) * (1 / k))
    counts[small] = np.where(turned[small], n - found, found)
    return counts, rest


def _search(uniform: NDArray[np.float64], first: NDArray[np.float64], ratio: _Ratio) -> NDArray[np.float64]:
    """The smallest k with F(k) ≥ u, adding up P(0), P(1), … for all at once; `ratio(k, left)` is P(k) / P(k − 1)."""
    counts = np.zeros(len(uniform))
    left = np.flatnonzero(uniform > first)
    probability, reached = first[left], first[left]
    k = 0
    while len(left):
        k += 1
        counts[left] = k
        probability = probability * ratio(k, left)
        reached = reached + probability
        go = (uniform[left] > reached) & (probability > 0)
        left, probability, reached = left[go], probability[go], reached[go]
    return counts


def _exact(uniform: NDArray[np.float64], guess: NDArray[np.float64], below: _Distribution) -> NDArray[np.float64]:
    """The whole number at a root of F(k) = u, one less where rounding carried the root over it."""
    upper = np.ceil(np.nan_to_num(guess, nan=0.0)).clip(min=0)
    lower = np.maximum(upper - 1, 0.0)
    return np.where((upper > 0) & (below(lower) >= uniform), lower, upper)


def gamma(uniform: NDArray[np.float64], shape: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Gamma variates of unit scale by the inverse distribution function; `shape` > 0."""
    from scipy.special import gammaincinv

    return np.asarray(gammaincinv(shape, uniform), dtype=np.float64)
