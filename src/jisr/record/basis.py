"""How much is sourced, assessed and assumed."""

from __future__ import annotations

from collections import Counter

from jisr.ids import Address
from jisr.plan import TABLES, Cell, Plan, Provenance, Row, Uncertain, columns_of

__all__ = ["basis_of", "counts_by_basis"]

_LIMITS = {("conditions", "threshold"), ("conditions", "exit_threshold")}


def counts_by_basis(plan: Plan) -> tuple[dict[str, int], dict[str, int], dict[str, dict[str, int]]]:
    """Uncertain inputs by basis, limits (thresholds and gate rules) by basis, and inputs by table and basis.

    An input is one filled uncertain cell; `cells` overrides its row's basis. A gate's rule or date counts as one limit.
    """
    overrides = {str(row.address): row.basis for row in plan.rows(Cell)}
    inputs: Counter[str] = Counter()
    limits: Counter[str] = Counter()
    by_table: dict[str, Counter[str]] = {}
    for model in TABLES.values():
        uncertain = [column.name for column in columns_of(model).values() if column.is_uncertain]
        for row in plan.rows(model):
            for name in uncertain:
                if not isinstance(getattr(row, name), Uncertain):
                    continue
                basis = overrides.get(f"{model.table}/{row.key_text}/{name}") or _basis(row)
                if (model.table, name) in _LIMITS:
                    limits[basis] += 1
                else:
                    inputs[basis] += 1
                    by_table.setdefault(model.table, Counter())[basis] += 1
            if model.table == "gates":
                limits[_basis(row)] += 1
    return dict(inputs), dict(limits), {table: dict(counts) for table, counts in by_table.items()}


def basis_of(plan: Plan, address: Address) -> str:
    """The basis of one cell: that of its row, unless `cells` says otherwise; `assumed` where nothing is said.

    Raises:
        KeyError: there is no such row.
    """
    row = plan.get(TABLES[address.table], address.key)
    if row is None:
        raise KeyError(str(address))
    override = plan.get(Cell, str(address))
    return (override.basis if override else None) or _basis(row)


def _basis(row: Row) -> str:
    return (row.basis if isinstance(row, Provenance) else None) or "assumed"
