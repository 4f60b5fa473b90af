"""Counter-based random numbers: each is a pure function of (seed, stage, entity id, month, draw).

Adding an entity, a stage or a draw changes no other number; options and sides are compared on common random numbers;
every executor and every block size gives the same result.

Source: the finaliser is SplitMix64 (Steele, Lea & Flood 2014, OOPSLA, fig. 17), used as a keyed hash of a counter in
the manner of Salmon et al. 2011 (SC11, "Parallel random numbers: as easy as 1, 2, 3").
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

__all__ = ["Block", "Stream", "binomial", "gamma", "normal", "poisson"]

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD1342543DE82EF95)


@dataclass(frozen=True, slots=True)
class Block:
    """A run of consecutive draws, the unit of work of every executor: draws `start` … `start + size - 1`."""

    start: int
    size: int

    def draws(self) -> NDArray[np.uint64]:
        """The draw numbers of the block. Shape: (draw,)."""
        return np.arange(self.start, self.start + self.size, dtype=np.uint64)


def _mix(words: NDArray[np.uint64]) -> NDArray[np.uint64]:
    words = (words ^ (words >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    words = (words ^ (words >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return words ^ (words >> np.uint64(31))


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
        """Uniform numbers in (0, 1) for several entities in one month. Shape: (draw, entity).

        `month` counts from 1 ahead of the cutoff; 0 is for what is drawn once per draw; negative months lie before.
        """
        keys = np.array([_key((self.seed, self.stage, entity)) for entity in entities], dtype=np.uint64)
        counter = np.uint64((month + (1 << 32)) & 0xFFFFFFFFFFFFFFFF)
        with np.errstate(over="ignore"):
            cells = _mix(keys + _ODD * counter)
            words = _mix(cells[None, :] ^ _mix((block.draws()[:, None] + np.uint64(1)) * _GOLDEN))
        return ((words >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53


def normal(uniform: NDArray[np.float64]) -> NDArray[np.float64]:
    """Standard normal by the inverse distribution function."""
    from scipy.special import ndtri

    return np.asarray(ndtri(uniform), dtype=np.float64)


def poisson(uniform: NDArray[np.float64], mean: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Poisson counts by the inverse distribution function: the smallest k with F(k) ≥ u. Units: counts."""
    from scipy.special import pdtr, pdtrik

    uniform, mean = np.broadcast_arrays(uniform, np.asarray(mean, dtype=np.float64))
    positive = mean > 0
    safe = np.where(positive, mean, 1.0)
    guess = np.ceil(np.nan_to_num(pdtrik(uniform, safe), nan=0.0)).clip(min=0)
    below = np.where(guess > 0, guess - 1, 0)
    counts = np.where((guess > 0) & (pdtr(below, safe) >= uniform), below, guess)
    return np.where(positive, counts, 0.0)


def binomial(
    uniform: NDArray[np.float64], trials: NDArray[np.float64], share: NDArray[np.float64] | float
) -> NDArray[np.float64]:
    """Binomial counts by the inverse distribution function; `trials` whole numbers, `share` in 0–1. Units: counts."""
    from scipy.special import bdtr, bdtrik

    uniform, trials, share = np.broadcast_arrays(uniform, trials, np.asarray(share, dtype=np.float64))
    inside = (trials > 0) & (share > 0) & (share < 1)
    n, p = np.where(inside, trials, 1.0), np.where(inside, share, 0.5)
    guess = np.ceil(np.nan_to_num(bdtrik(uniform, n, p), nan=0.0)).clip(0, n)
    below = np.where(guess > 0, guess - 1, 0)
    counts = np.where((guess > 0) & (bdtr(below, n.astype(np.int64), p) >= uniform), below, guess)
    return np.where(inside, counts, np.where(share >= 1, trials, 0.0))


def gamma(uniform: NDArray[np.float64], shape: NDArray[np.float64] | float) -> NDArray[np.float64]:
    """Gamma variates of unit scale by the inverse distribution function; `shape` > 0."""
    from scipy.special import gammaincinv

    return np.asarray(gammaincinv(shape, uniform), dtype=np.float64)
