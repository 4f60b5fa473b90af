"""The draws of every uncertain cell of a plan, for one block."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jisr.ids import Address
from jisr.inputs.effect import Effect
from jisr.inputs.orientation import direction
from jisr.inputs.pert_at_score import pert_at_score
from jisr.inputs.shared import factor_name, shared_group, sources
from jisr.inputs.stated_range import unknown_range
from jisr.inputs.variant import Variant
from jisr.keyed_random import Block, Stream, normal
from jisr.plan import Plan, Row, Uncertain

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
    _by_row: dict[tuple[int, str], NDArray[np.float64]] = field(default_factory=dict, repr=False, compare=False)
    _by_rows: dict[tuple[int, str], tuple[Sequence[Row], NDArray[np.float64]]] = field(
        default_factory=dict, repr=False, compare=False
    )
    _rows: list[Row] = field(default_factory=list, repr=False, compare=False)

    def of(self, address: Address) -> NDArray[np.float64]:
        """The draws of one cell. Shape: (draw,). Units: the cell's; a month is its ordinal.

        Raises:
            KeyError: the address names no filled uncertain cell.
        """
        if address not in self._memo:
            cell = self.plan.value(address)
            if not isinstance(cell, Uncertain):
                raise KeyError(str(address))
            draw = self._side_by_side if self.variants else self._draw
            self._memo[address] = draw(address, cell)
        return self._memo[address]

    def read(self) -> frozenset[Address]:
        """The cells asked for so far."""
        return frozenset(self._memo)

    def cell(self, row: Row, column: str) -> NDArray[np.float64]:
        """The draws of a row's cell. Shape: (draw,)."""
        known = self._by_row.get((id(row), column))
        if known is None:
            known = self.of(Address(row.table, row.key_text, column))
            # the row is kept beside its draws, so that its identity cannot pass to another
            self._by_row[id(row), column] = known
            self._rows.append(row)
        return known

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

    def _side_by_side(self, address: Address, cell: Uncertain) -> NDArray[np.float64]:
        """Each variant's draws, one below the other; what several share is drawn once."""
        names, size = sources(self.plan, address), self.block.copy().size
        drawn: dict[float | Samples, NDArray[np.float64]] = {}
        parts = []
        for variant in self.variants:
            held = variant.held.get(address)
            samples = tuple(name in variant.second for name in names)
            key = samples if held is None else held
            if key not in drawn:
                drawn[key] = self._draw(address, cell, samples) if held is None else np.full(size, held)
            parts.append(drawn[key])
        return np.concatenate(parts)

    def _draw(self, address: Address, cell: Uncertain, samples: Samples = ()) -> NDArray[np.float64]:
        block = self.block.copy()
        if cell.is_exact:
            return np.full(block.size, cell.mode)
        sign = direction(self.plan, address)
        if cell.is_unknown:
            return self._draw_unknown(address, sign, samples)
        return _drawn(self.seed, block, str(address), cell, sign, *shared_group(self.plan, address), samples)

    def _draw_unknown(self, address: Address, sign: int, samples: Samples) -> NDArray[np.float64]:
        low, high = unknown_range(self.plan, address)
        block = self.block.copy()
        if self.unknowns != "range" and sign != 0:
            wanted = high if (sign > 0) == (self.unknowns == "best") else low
            return np.full(block.size, wanted)
        score = _score(self.seed, block, str(address), *shared_group(self.plan, address), samples)
        return low + (high - low) * _uniform(score if sign >= 0 else -score)


@lru_cache(maxsize=_KEPT)
def _drawn(  # noqa: PLR0913, PLR0917 - everything the draws depend on
    seed: int,
    block: Block,
    address: str,
    cell: Uncertain,
    sign: int,
    group: str | None,
    correlation: float,
    samples: Samples,
) -> NDArray[np.float64]:
    """The draws of one cell, kept by everything they depend on: runs of one block share most of their inputs."""
    score = _score(seed, block, address, group, correlation, samples)
    drawn = pert_at_score(cell, score if sign >= 0 else -score)
    drawn.flags.writeable = False
    return drawn


def _score(
    seed: int, block: Block, address: str, group: str | None, correlation: float, samples: Samples
) -> NDArray[np.float64]:
    """The normal score of a cell, oriented: high is good for the host. `samples` as in `sources`: own, then shared."""
    stream = Stream(seed, "inputs")
    own_second, *shared_second = samples or (False,)
    own = normal(stream.uniform(address, block.copy(second=own_second)))
    if not group:
        return own
    turned = -1.0 if group.startswith("-") else 1.0
    factor = normal(stream.uniform(factor_name(group), block.copy(second=any(shared_second))))
    return math.sqrt(correlation) * turned * factor + math.sqrt(1 - correlation) * own


def _uniform(score: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.special import ndtr

    return np.asarray(ndtr(score), dtype=np.float64)
