"""The draws of every uncertain cell of a plan, for one block."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jisr.acceleration import enabled
from jisr.ids import Address
from jisr.inputs.effect import Effect
from jisr.inputs.pert_at_score import pert_at_score
from jisr.inputs.recipe import Recipe, Recipes, recipes
from jisr.inputs.shared import factor_name, sources
from jisr.inputs.stated_range import unknown_range
from jisr.inputs.variant import Variant
from jisr.keyed_random import Block, Stream, normal
from jisr.plan import Plan, Row

__all__ = ["Inputs", "Unknowns", "draw_inputs"]

Unknowns = Literal["range", "worst", "best"]
_KEPT = 2_048
"""Cells kept: those of a few blocks. Runs of one block follow one another, so older blocks are not asked for again."""
Samples = tuple[bool, ...]
"""Which of the numbers behind a cell come from the second sample, in the order of `sources`."""


def draw_inputs(
    plan: Plan, block: Block, *, seed: int, unknowns: Unknowns = "range", variants: tuple[Variant, ...] = ()
) -> Inputs:
    """The inputs of a block, drawn when first asked for.

    Parameters: `unknowns` says how a `?` runs: over its range, at its worst, or at its best end for the host; one that
    is neither better nor worse when higher runs over its range in all three. `variants` how each copy of the block differs.

    Raises:
        ValueError: there are variants, and not one for each copy of the block.
    """
    if len(variants) != len(block.copies):
        msg = f"{len(variants)} variants for {len(block.copies)} copies of the draws"
        raise ValueError(msg)
    return Inputs(plan, block, seed, unknowns, variants)


@dataclass(frozen=True)
class Inputs:
    """Draws by address. Inputs of one `shared_with` group are correlated through one factor, oriented so that a higher
    score is better for the host; demand rates of one task share a factor of their own.

    Source: one-factor Gaussian copula (Li 2000, J. Fixed Income 9(4)); `models.md` 0.
    """

    plan: Plan
    block: Block
    seed: int
    unknowns: Unknowns = "range"
    variants: tuple[Variant, ...] = ()
    _memo: dict[Address, NDArray[np.float64]] = field(default_factory=dict, repr=False, compare=False)
    _by_rows: dict[tuple[int, str], tuple[Sequence[Row], NDArray[np.float64]]] = field(
        default_factory=dict, repr=False, compare=False
    )

    def of(self, address: Address) -> NDArray[np.float64]:
        """The draws of one cell. Shape: (draw,). Units: the cell's; a month is its ordinal.

        Raises:
            KeyError: the address names no filled uncertain cell.
        """
        known = self._memo.get(address)
        return self._made(self._recipes.of(address)) if known is None else known

    @cached_property
    def _recipes(self) -> Recipes:
        return recipes(self.plan)

    @cached_property
    def _first(self) -> Block:
        """The draws of one copy."""
        return self.block.copy()

    def _made(self, recipe: Recipe) -> NDArray[np.float64]:
        known = self._memo.get(recipe.address)
        if known is None:
            known = self._side_by_side(recipe) if self.variants else self._draw(recipe)
            self._memo[recipe.address] = known
        return known

    def read(self) -> frozenset[Address]:
        """The cells asked for so far."""
        return frozenset(self._memo)

    def cell(self, row: Row, column: str) -> NDArray[np.float64]:
        """The draws of a row's cell. Shape: (draw,)."""
        return self._made(self._recipes.cell(row, column))

    def amount(self, effect: Effect, neutral: float = 0.0) -> NDArray[np.float64]:
        """The draws of an effect's amount; `neutral` in the copies of the block in which it is not scheduled.

        Shape: (draw,). Units: the amount's.
        """
        drawn = self.of(effect.amount)
        if effect.copies is None:
            return drawn
        scheduled = np.isin(np.arange(len(self.block.copies)), list(effect.copies))
        return np.where(np.repeat(scheduled, self.block.copy().size), drawn, neutral)

    def columns(self, rows: Sequence[Row], column: str, blank: float = 0.0) -> NDArray[np.float64]:
        """The draws of one column of several rows, `blank` where a cell is. Shape: (draw, row), a row's draws side by side; not to be written to."""
        known = self._by_rows.get((id(rows), column))
        if known is not None:
            return known[1]
        drawn = np.empty((self.block.size, len(rows)), order="F")
        for i, row in enumerate(rows):
            drawn[:, i] = blank if getattr(row, column) is None else self.cell(row, column)
        drawn.flags.writeable = False
        # the rows are kept beside their draws, so that their identity cannot pass to others
        self._by_rows[id(rows), column] = rows, drawn
        return drawn

    def _side_by_side(self, recipe: Recipe) -> NDArray[np.float64]:
        """Each variant's draws, one below the other; what several share is drawn once."""
        names, size = sources(self.plan, recipe.address), self.block.copy().size
        drawn: dict[float | Samples, NDArray[np.float64]] = {}
        parts = []
        for variant in self.variants:
            held = variant.held.get(recipe.address)
            samples = tuple(name in variant.second for name in names)
            key = samples if held is None else held
            if key not in drawn:
                drawn[key] = self._draw(recipe, samples) if held is None else np.full(size, held)
            parts.append(drawn[key])
        return np.concatenate(parts)

    def _draw(self, recipe: Recipe, samples: Samples = ()) -> NDArray[np.float64]:
        if recipe.cell.is_exact:
            return np.full(self._first.size, recipe.cell.mode)
        if recipe.cell.is_unknown:
            return self._draw_unknown(recipe, samples)
        return _drawn(self.seed, self._first, recipe, samples)

    def _draw_unknown(self, recipe: Recipe, samples: Samples) -> NDArray[np.float64]:
        low, high = unknown_range(self.plan, recipe.address)
        block, sign = self._first, recipe.sign
        if self.unknowns != "range" and sign != 0:
            wanted = high if (sign > 0) == (self.unknowns == "best") else low
            return np.full(block.size, wanted)
        score = _score(self.seed, block, recipe, samples)
        return low + (high - low) * _uniform(score if sign >= 0 else -score)


@lru_cache(maxsize=_KEPT)
def _drawn(seed: int, block: Block, recipe: Recipe, samples: Samples) -> NDArray[np.float64]:
    """The draws of one cell, kept by everything they depend on: runs of one block share most of their inputs."""
    score = _score(seed, block, recipe, samples)
    drawn = pert_at_score(recipe.cell, score, 1 if recipe.sign >= 0 else -1)
    drawn.flags.writeable = False
    return drawn


def _score(seed: int, block: Block, recipe: Recipe, samples: Samples) -> NDArray[np.float64]:
    """The normal score of a cell, oriented: high is good for the host. `samples` as in `sources`: own, then shared."""
    own_block = block.copy(second=samples[0]) if samples else block
    shared, weights = _NOTHING, (0.0, 1.0)
    if recipe.group is not None:
        shared_block = block.copy(second=any(samples[1:])) if samples else block
        turned = -1.0 if recipe.group.startswith("-") else 1.0
        shared = _factor(seed, shared_block, factor_name(recipe.group))
        weights = turned * math.sqrt(recipe.correlation), math.sqrt(1 - recipe.correlation)
    stream = Stream(seed, "inputs")
    if enabled():
        from jisr.inputs import pert_kernels

        return pert_kernels.scores(stream.key(recipe.name), stream.words(own_block), shared, *weights)
    own = normal(stream.uniform(recipe.name, own_block))
    return weights[0] * shared + weights[1] * own if recipe.group is not None else own


@lru_cache(maxsize=256)
def _factor(seed: int, block: Block, name: str) -> NDArray[np.float64]:
    """The normal score that a group of inputs shares. Shape: (draw,)."""
    return normal(Stream(seed, "inputs").uniform(name, block))


_NOTHING = np.empty(0)


def _uniform(score: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.special import ndtr

    return np.asarray(ndtr(score), dtype=np.float64)
