"""What binds a gate on a date: three answers from the counted sets of unmet core conditions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from jisr.transition.expression import Expression

__all__ = ["RemovalSet", "UnmetSets"]

_LARGEST = 3
"""Size up to which every set is tried."""
_MOST = 200
"""Larger sets tried at most, the most frequent first."""


@dataclass(frozen=True)
class RemovalSet:
    """Conditions whose removal together would give the gate a probability."""

    conditions: tuple[str, ...]
    probability: float


@dataclass(frozen=True)
class UnmetSets:
    """The sets of core conditions not met in a month, with the number of draws of each.

    Parameters: `core` ids by bit; `counts` bit mask → draws; `expression` the gate's, over `core`.

    Examples:
        >>> from jisr.transition import parse_expression
        >>> sets = UnmetSets(("a", "b"), {0b00: 1, 0b01: 2, 0b11: 1}, parse_expression("all(a, b)"))
        >>> sets.probability(), sets.sole_blocker(), sets.gains(), sets.expected()
        (0.25, (0.5, 0.0), (0.5, 0.0), 1.0)
    """

    core: tuple[str, ...]
    counts: Mapping[int, int]
    expression: Expression

    @property
    def total(self) -> int:
        """Draws counted."""
        return sum(self.counts.values())

    def probability(self, removed: tuple[int, ...] = ()) -> float:
        """Share of draws in which the expression holds when some conditions, by bit, count as met."""
        return self._over(self._holding(removed))

    def open_shares(self) -> tuple[float, ...]:
        """Share of draws in which each condition is not met."""
        return tuple(self.expected((bit,)) for bit in range(len(self.core)))

    def sole_blocker(self) -> tuple[float, ...]:
        """Share of draws in which each condition is the only one not met, and the expression does not hold."""
        alone = [self.counts.get(1 << bit, 0) for bit in range(len(self.core))]
        columns = {name: i for i, name in enumerate(self.core)}
        holds = self.expression.evaluate(~np.eye(len(self.core), dtype=np.bool_), columns)
        return tuple(self._over(0 if held else count) for count, held in zip(alone, holds.tolist(), strict=True))

    def gains(self) -> tuple[float, ...]:
        """What the probability gains when each condition counts as met."""
        now = self._holding()
        return tuple(self._over(self._holding((bit,)) - now) for bit in range(len(self.core)))

    def numbers(self) -> tuple[float, ...]:
        """Probability of 0, 1, … all core conditions not met."""
        found = [0] * (len(self.core) + 1)
        for mask, count in self.counts.items():
            found[mask.bit_count()] += count
        return tuple(self._over(count) for count in found)

    def expected(self, among: tuple[int, ...] | None = None) -> float:
        """Expected number of conditions not met, of all or of some by bit."""
        word = (1 << len(self.core)) - 1 if among is None else sum(1 << bit for bit in among)
        return self._over(sum((mask & word).bit_count() * count for mask, count in self.counts.items()))

    def removal_sets(self) -> tuple[RemovalSet, ...]:
        """The smallest sets whose removal helps a gate that is never met: of each size the best, if better than smaller.

        Every set of up to three conditions is tried; where none of them helps, the sets not met in some draw, the
        smallest first: for `all` these are the only ones of their size that can help.
        """
        if self.total == 0 or self.probability() > 0:
            return ()
        found: list[RemovalSet] = []
        best = 0.0
        for size in range(1, min(_LARGEST, len(self.core)) + 1):
            tried = [(self.probability(bits), bits) for bits in combinations(range(len(self.core)), size)]
            probability, bits = max(tried, key=lambda one: (one[0], tuple(-bit for bit in one[1])))
            if probability > best:
                best = probability
                found.append(RemovalSet(tuple(self.core[bit] for bit in bits), probability))
        return tuple(found) or self._larger()

    def _larger(self) -> tuple[RemovalSet, ...]:
        masks = sorted(self.counts, key=lambda mask: (mask.bit_count(), -self.counts[mask], mask))[:_MOST]
        tried = [tuple(bit for bit in range(len(self.core)) if mask >> bit & 1) for mask in masks]
        helping = [(self.probability(bits), bits) for bits in tried if len(bits) == len(tried[0])]
        probability, bits = max(helping, key=lambda one: one[0])
        return (RemovalSet(tuple(self.core[bit] for bit in bits), probability),)

    def _holding(self, removed: tuple[int, ...] = ()) -> int:
        """Draws in which the expression holds when some conditions, by bit, count as met."""
        met = self._met | np.isin(np.arange(len(self.core)), removed)
        columns = {name: i for i, name in enumerate(self.core)}
        return int(self._weights[self.expression.evaluate(met, columns)].sum())

    @cached_property
    def _met(self) -> NDArray[np.bool_]:
        """Shape: (set, condition), sets in the order of `_weights`."""
        masks = np.array(sorted(self.counts), dtype=np.int64)
        return np.asarray((masks[:, None] >> np.arange(len(self.core), dtype=np.int64)) & 1 == 0)

    @cached_property
    def _weights(self) -> NDArray[np.int64]:
        return np.array([self.counts[mask] for mask in sorted(self.counts)], dtype=np.int64)

    def _over(self, count: int) -> float:
        return count / self.total if self.total else 0.0
