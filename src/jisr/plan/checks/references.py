"""R301: a reference to something that is not in the plan."""

from __future__ import annotations

from collections.abc import Iterator

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.columns import Column, columns_of
from jisr.plan.plan import Plan
from jisr.plan.row import Row
from jisr.plan.tables import TABLES

__all__ = ["check_references"]


def check_references(plan: Plan) -> list[Finding]:
    """Every reference column names a key of its table, a party, or one of its literal words.

    What a row that could not be read may be the key of, is not missed.
    """
    known = {name: {row.key_text for row in plan.rows(model)} for name, model in TABLES.items()}
    # a scale is referred to by its id, its version stands in a column of its own
    known["scales"] = {row.key_text.partition(",")[0] for row in plan.rows(TABLES["scales"])}
    known["parties"] = {party.id for party in plan.partnership.parties}
    lacking: dict[str, set[str | None]] = {name: set() for name in known}
    for one in plan.unread:
        lacking[one.table].add(one.key.partition(",")[0] if one.key and one.table == "scales" else one.key)
    return [
        finding(
            "R301",
            plan.place(model.table, row.key_text, column.name),
            value,
            column=column.name,
            table=" ".join(column.reference),
        )
        for model in TABLES.values()
        for row in plan.rows(model)
        for column in columns_of(model).values()
        for value in _values(row, column)
        if not any(value in known.get(table, {table}) for table in column.reference)
        and not any(lacking.get(table, set()) & {None, value} for table in column.reference)
    ]


def _values(row: Row, column: Column) -> Iterator[str]:
    if not column.reference:
        return
    value = getattr(row, column.name)
    if isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value
