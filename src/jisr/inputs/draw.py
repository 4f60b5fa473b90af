"""The draws of every uncertain cell of a plan, for one block."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from jisr.ids import Address
from jisr.inputs.orientation import direction
from jisr.inputs.pert_at_score import pert_at_score
from jisr.keyed_random import Block, Stream, normal
from jisr.plan import TABLES, Demand, Plan, Provenance, Row, Uncertain, columns_of

__all__ = ["Inputs", "Unknowns", "draw_inputs"]

Unknowns = Literal["range", "worst", "best"]


def draw_inputs(plan: Plan, block: Block, *, seed: int, unknowns: Unknowns = "range") -> Inputs:
    """The inputs of a block, drawn when first asked for.

    Parameters: `unknowns` says how a `?` runs: over its range, at its worst, or at its best end for the host; one that
    is neither better nor worse when higher runs over its range in all three.
    """
    return Inputs(plan, block, seed, unknowns)


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
    _memo: dict[Address, NDArray[np.float64]] = field(default_factory=dict, repr=False, compare=False)
    _by_row: dict[tuple[int, str], NDArray[np.float64]] = field(default_factory=dict, repr=False, compare=False)
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
            self._memo[address] = self._draw(address, cell)
        return self._memo[address]

    def cell(self, row: Row, column: str) -> NDArray[np.float64]:
        """The draws of a row's cell. Shape: (draw,)."""
        known = self._by_row.get((id(row), column))
        if known is None:
            known = self.of(Address(row.table, row.key_text, column))
            # the row is kept beside its draws, so that its identity cannot pass to another
            self._by_row[id(row), column] = known
            self._rows.append(row)
        return known

    def _draw(self, address: Address, cell: Uncertain) -> NDArray[np.float64]:
        if cell.is_exact:
            return np.full(self.block.size, cell.mode)
        sign = direction(self.plan, address)
        if cell.is_unknown:
            return self._draw_unknown(address, sign)
        group, correlation = self._group(address)
        return _drawn(self.seed, self.block, str(address), cell, sign, group, correlation)

    def _draw_unknown(self, address: Address, sign: int) -> NDArray[np.float64]:
        low, high = unknown_range(self.plan, address)
        if self.unknowns != "range" and sign != 0:
            wanted = high if (sign > 0) == (self.unknowns == "best") else low
            return np.full(self.block.size, wanted)
        score = self._score(address)
        return low + (high - low) * _uniform(score if sign >= 0 else -score)

    def _score(self, address: Address) -> NDArray[np.float64]:
        return _score(self.seed, self.block, str(address), *self._group(address))

    def _group(self, address: Address) -> tuple[str | None, float]:
        defaults = self.plan.partnership.defaults
        row = self._row(address)
        override = self.plan.get(TABLES["cells"], str(address))
        shared = (isinstance(override, Provenance) and override.shared_with) or (
            row.shared_with if isinstance(row, Provenance) else None
        )
        if shared:
            return shared, defaults.correlation
        if isinstance(row, Demand):
            return f"demand:{row.task}", defaults.demand_correlation
        return None, 0.0

    def _row(self, address: Address) -> Row | None:
        return self.plan.get(TABLES[address.table], address.key)


@lru_cache(maxsize=8_192)
def _drawn(
    seed: int, block: Block, address: str, cell: Uncertain, sign: int, group: str | None, correlation: float
) -> NDArray[np.float64]:
    """The draws of one cell, kept by everything they depend on: runs of one block share most of their inputs."""
    score = _score(seed, block, address, group, correlation)
    drawn = pert_at_score(cell, score if sign >= 0 else -score)
    drawn.flags.writeable = False
    return drawn


def _score(seed: int, block: Block, address: str, group: str | None, correlation: float) -> NDArray[np.float64]:
    """The normal score of a cell, oriented: high is good for the host."""
    stream = Stream(seed, "inputs")
    own = normal(stream.uniform(address, block))
    if not group:
        return own
    turned = -1.0 if group.startswith("-") else 1.0
    factor = normal(stream.uniform(f"group:{group.lstrip('-')}", block))
    return math.sqrt(correlation) * turned * factor + math.sqrt(1 - correlation) * own


def _uniform(score: NDArray[np.float64]) -> NDArray[np.float64]:
    from scipy.special import ndtr

    return np.asarray(ndtr(score), dtype=np.float64)


def unknown_range(plan: Plan, address: Address) -> tuple[float, float]:
    """The range a `?` runs over: the presence interval of the plan, or the admissible range of its column.

    Raises:
        ValueError: the column has no finite range; `checks` says so before anything is computed.
    """
    defaults = plan.partnership.defaults
    if (address.table, address.field) == ("strength", "present"):
        return defaults.presence_low, defaults.presence_high
    quantity = columns_of(TABLES[address.table])[address.field].quantity
    if quantity is None or quantity.low is None or quantity.high is None:
        msg = f"{address} is unknown and its column has no finite range"
        raise ValueError(msg)
    return quantity.low, quantity.high
