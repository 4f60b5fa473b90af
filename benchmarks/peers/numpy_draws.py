"""Random numbers of the NumPy version: the product's keyed ones, or NumPy's own generator.

Arrays are (entity, draw): a row is what one entity has in every draw of a chunk, contiguous.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.special import betaincinv, ndtr, ndtri

Array = NDArray[Any]

_EDGE, _POINTS = 8.5, 4097
_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_ODD = np.uint64(0xD1342543DE82EF95)
_REGRESSED, _HELD = 67.5, 34.5


class Numbers(Protocol):
    """Where random numbers come from, for one chunk."""

    def uniform(self, keys: Array, month: int) -> Array:
        """Uniform in (0, 1). Shape: (key, draw)."""
        ...

    def normal(self, keys: Array) -> Array:
        """Standard normal. Shape: (key, draw)."""
        ...

    def binomial(self, keys: Array, month: int, trials: Array, share: Array) -> Array:
        """Counts. Shape: as `trials`, (key, draw)."""
        ...


def _mix(words: Array) -> Array:
    """SplitMix64's finaliser, in place."""
    words ^= words >> np.uint64(30)
    words *= np.uint64(0xBF58476D1CE4E5B9)
    words ^= words >> np.uint64(27)
    words *= np.uint64(0x94D049BB133111EB)
    words ^= words >> np.uint64(31)
    return words


class Keyed:
    """The product's numbers: each a pure function of key, month and draw."""

    def __init__(self, start: int, size: int, kind: type) -> None:
        draws = np.arange(start, start + size, dtype=np.uint64)
        self.words = _mix((draws + np.uint64(1)) * _GOLDEN)
        self.kind = kind

    def uniform(self, keys: Array, month: int) -> Array:
        """23 bits in single precision, so that none rounds to 1; 53 in double."""
        words = _mix(_mix(keys + _ODD * np.array([month + (1 << 32)], dtype=np.uint64))[:, None] ^ self.words)
        bits = 23 if self.kind is np.float32 else 53
        numbers = (words >> np.uint64(64 - bits)).astype(self.kind)
        numbers += self.kind(0.5)
        numbers *= self.kind(2.0**-bits)
        return numbers

    def normal(self, keys: Array) -> Array:
        """By the inverse distribution function."""
        return ndtri(self.uniform(keys, 0))

    def binomial(self, keys: Array, month: int, trials: Array, share: Array) -> Array:
        """By the inverse distribution function, adding up probabilities for all that are not yet reached."""
        uniform = self.uniform(keys, month).ravel()
        n, p = trials.ravel(), share.ravel()
        probability = (1 - p) ** n
        counts = np.zeros_like(probability)
        left = np.flatnonzero(uniform > probability)
        uniform, n, odds, probability = uniform[left], n[left], (p / (1 - p))[left], probability[left]
        reached, k = probability.copy(), 0
        while len(left):
            k += 1
            counts[left] = k
            probability *= odds * (n - (k - 1)) / k
            reached += probability
            go = np.flatnonzero((uniform > reached) & (probability > 0))
            left, uniform, n, odds = left[go], uniform[go], n[go], odds[go]
            probability, reached = probability[go], reached[go]
        return counts.reshape(trials.shape)


class Own:
    """NumPy's generator, as one would use it who need not repeat anybody's numbers."""

    def __init__(self, start: int, size: int, kind: type) -> None:
        self.generator = np.random.Generator(np.random.SFC64(start))
        self.size, self.kind = size, kind

    def uniform(self, keys: Array, month: int) -> Array:  # noqa: ARG002 - one generator serves all months
        """The next numbers of the generator."""
        return self.generator.random((len(keys), self.size), dtype=self.kind)

    def normal(self, keys: Array) -> Array:
        """By NumPy's ziggurat."""
        return self.generator.standard_normal((len(keys), self.size), dtype=self.kind)

    def binomial(self, keys: Array, month: int, trials: Array, share: Array) -> Array:  # noqa: ARG002
        """By NumPy's inversion and rejection."""
        return self.generator.binomial(trials.astype(np.int64), share).astype(self.kind)


@dataclass(frozen=True)
class InputTables:
    """The uncertain cells, and the PERT quantile at a grid of normal scores for every shape they have.

    Shape: low, width, sign, key, table_row (cell,); table (shape, point).
    """

    low: Array
    width: Array
    sign: Array
    key: Array
    group_key: Array
    group_of: Array
    """By cell: position of its group, −1 for none."""
    row: Array
    table: Array
    correlation: float

    def draw(self, numbers: Numbers, size: int) -> Array:
        """The cells of a chunk. Shape: (cell, draw)."""
        kind = self.low.dtype.type
        values = np.broadcast_to(self.low[:, None], (len(self.low), size)).copy()
        moving = np.flatnonzero(self.width > 0)
        scores = numbers.normal(self.key[moving])
        grouped = np.flatnonzero(self.group_of[moving] >= 0)
        if len(grouped):
            shared = numbers.normal(self.group_key)[self.group_of[moving][grouped]]
            own, common = kind(math.sqrt(1 - self.correlation)), kind(math.sqrt(self.correlation))
            scores[grouped] = common * shared + own * scores[grouped]
        scores *= self.sign[moving, None]
        np.clip(scores, -_EDGE, _EDGE, out=scores)
        scores += kind(_EDGE)
        scores *= kind((_POINTS - 1) / (2 * _EDGE))
        at = np.minimum(scores.astype(np.int32), _POINTS - 2)
        scores -= at
        at += (self.row[moving] * _POINTS).astype(np.int32)[:, None]
        flat = self.table.ravel()
        below = flat[at]
        share = below + scores * (flat[at + 1] - below)
        values[moving] += self.width[moving, None] * share
        return values


def input_tables(cells: list[dict[str, Any]], correlation: float, kind: type) -> InputTables:
    """The tables of a plan's cells, made once."""
    low, mode, high = (np.array([cell[name] for cell in cells], dtype=np.float64) for name in ("low", "mode", "high"))
    width = high - low
    shape = np.where(width > 0, 1 + 4 * (mode - low) / np.where(width > 0, width, 1), 3.0).round(9)
    shapes, row = np.unique(shape, return_inverse=True)
    below = ndtr(np.linspace(-_EDGE, _EDGE, _POINTS))
    table = np.stack([betaincinv(one, 6 - one, below) for one in shapes])
    groups = list(dict.fromkeys(cell["group"] for cell in cells if cell["group"]))
    return InputTables(
        low=np.where(width > 0, low, mode).astype(kind),
        width=width.astype(kind),
        sign=np.array([cell["sign"] for cell in cells], dtype=kind),
        key=np.array([cell["key"] for cell in cells], dtype=np.uint64),
        group_key=np.array(groups, dtype=np.uint64),
        group_of=np.array([groups.index(cell["group"]) if cell["group"] else -1 for cell in cells]),
        row=row,
        table=table.astype(kind),
        correlation=correlation,
    )


def half_lives(numbers: Numbers, key: int, kind: type) -> Array:
    """Half-life of a rating. Shape: (1, draw). Units: months."""
    uniform = numbers.uniform(np.array([key], dtype=np.uint64), 0)
    share = betaincinv(_REGRESSED, _HELD, uniform.astype(np.float64))
    return (-12 * math.log(2) / np.log1p(-share)).astype(kind)
