"""The weakest basis of some rows, overrides of single cells included."""

from __future__ import annotations

from collections.abc import Iterable

from jisr.plan import Cell, Plan, Provenance

__all__ = ["weakest_basis"]

_WEAKEST_FIRST = ("assumed", "assessed", "sourced")


def weakest_basis(plan: Plan, rows: Iterable[Provenance]) -> str:
    """Assumed before assessed before sourced; empty without rows."""
    overrides = {str(row.address).rpartition("/")[0]: row.basis or "assumed" for row in plan.rows(Cell)}
    found = {overrides.get(f"{row.table}/{row.key_text}") or row.basis or "assumed" for row in rows}
    return next((basis for basis in _WEAKEST_FIRST if basis in found), "")
