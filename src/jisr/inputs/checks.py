"""What can be wrong with uncertain cells beyond their form."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.ids import Address
from jisr.inputs.stated_range import unknown_range
from jisr.plan import TABLES, Plan, Uncertain, columns_of

__all__ = ["checks"]


def checks(plan: Plan) -> list[Finding]:
    """E401: a `?` in a column without a finite range cannot be run from worst to best."""
    found: list[Finding] = []
    for model in TABLES.values():
        uncertain = [column.name for column in columns_of(model).values() if column.is_uncertain]
        for row in plan.rows(model):
            for name in uncertain:
                cell = getattr(row, name)
                if not (isinstance(cell, Uncertain) and cell.is_unknown):
                    continue
                try:
                    unknown_range(plan, Address(model.table, row.key_text, name))
                except ValueError:
                    found.append(finding("E401", plan.place(model.table, row.key_text, name), "?", column=name))
    return found
