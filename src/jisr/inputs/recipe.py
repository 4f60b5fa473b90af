"""What the draws of a cell are made from: all that does not depend on the draw."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from jisr.ids import Address
from jisr.inputs.orientation import direction
from jisr.inputs.shared import shared_group
from jisr.plan import Plan, Row, Uncertain

__all__ = ["Recipe", "Recipes", "recipes"]


@dataclass(frozen=True, eq=False)
class Recipe:
    """One filled uncertain cell: where it stands, its value, in which direction it is better, and whom it errs with."""

    address: Address
    name: str
    cell: Uncertain
    sign: int
    group: str | None
    correlation: float

    def __eq__(self, other: object) -> bool:
        """The same cell of the same plan, or of another in which it says the same."""
        return self is other or (isinstance(other, Recipe) and self._content == other._content)

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _content(self) -> tuple[object, ...]:
        return self.address, self.cell, self.sign, self.group, self.correlation

    @cached_property
    def _hash(self) -> int:
        """Found once: what is drawn is looked up by it in every block."""
        return hash(self._content)


class Recipes:
    """The recipes of one plan, each made when it is first asked for: every block reads the same cells."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._by_address: dict[Address, Recipe] = {}
        self._by_row: dict[tuple[int, str], tuple[Row, Recipe]] = {}

    def of(self, address: Address) -> Recipe:
        """The recipe of one cell.

        Raises:
            KeyError: the address names no filled uncertain cell.
        """
        if address not in self._by_address:
            cell = self.plan.value(address)
            if not isinstance(cell, Uncertain):
                raise KeyError(str(address))
            sign = 0 if cell.is_exact else direction(self.plan, address)
            group, correlation = shared_group(self.plan, address)
            self._by_address[address] = Recipe(address, str(address), cell, sign, group, correlation)
        return self._by_address[address]

    def cell(self, row: Row, column: str) -> Recipe:
        """The recipe of a row's cell."""
        known = self._by_row.get((id(row), column))
        if known is None:
            # the row is kept beside its recipe, so that its identity cannot pass to another
            known = row, self.of(Address(row.table, row.key_text, column))
            self._by_row[id(row), column] = known
        return known[1]


@dataclass(frozen=True, eq=False)
class _Same:
    """A plan told from others by being itself: comparing two cell by cell would take longer than drawing them."""

    plan: Plan

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.plan is other.plan

    def __hash__(self) -> int:
        return id(self.plan)


def recipes(plan: Plan) -> Recipes:
    """The recipes of a plan, kept for the last few plans."""
    return _recipes(_Same(plan))


@lru_cache(maxsize=32)
def _recipes(same: _Same) -> Recipes:
    return Recipes(same.plan)
