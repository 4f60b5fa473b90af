"""Cells and rows with their provenance, and the activities that change them."""

from __future__ import annotations

import dataclasses

from jisr.explain.explanation import Explanation, node
from jisr.ids import Address
from jisr.months import Month
from jisr.plan import (
    TABLES,
    ActivityEffect,
    Column,
    Demand,
    Driver,
    External,
    Judgement,
    Plan,
    Position,
    Provenance,
    Row,
    Task,
    Uncertain,
    columns_of,
    show_month,
)

__all__ = ["cell", "effects_on", "row", "table_rows", "uncertain_cells"]

_EFFECT_UNITS = {"step-level": "levels", "multiply": "factor", "extend-end": "months"}


def cell(plan: Plan, address: Address) -> Explanation:
    """One cell with its provenance; `cells` overrides its row's. Parts: what each party holds of it.

    Raises:
        KeyError: there is no such cell.
    """
    value = plan.value(address)
    found = plan.get(TABLES[address.table], address.key) if address.table in TABLES else None
    given = plan.get(TABLES["cells"], str(address)) or found
    column = columns_of(TABLES[address.table]).get(address.field) if address.table in TABLES else None
    source = given if isinstance(given, Provenance) else None
    age = None
    if source is not None and source.as_of is not None:
        age = plan.partnership.cutoff_month - Month.of(source.as_of)
    unit = _unit(plan, address, column)
    return Explanation(
        address=str(address),
        kind="cell",
        value=_shown(value, column),
        unit=unit,
        basis=source.basis if source else getattr(found, "basis", None),
        evidence=source.evidence if source else getattr(found, "evidence", ()),
        reason=source.reason if source else getattr(found, "reason", None),
        as_of=source.as_of.isoformat() if source and source.as_of else None,
        age_months=age,
        parts=_positions(plan, address, unit),
    )


def _positions(plan: Plan, address: Address, unit: str) -> tuple[Explanation, ...]:
    """The positions of the parties on a judged cell, in its unit; the rationale is the reason."""
    judged = {one.judgement for one in plan.rows(Judgement) if one.address == address}
    found = []
    for one in plan.rows(Position) if judged else ():
        if one.judgement in judged:
            held = cell(plan, Address("positions", one.key_text, "value"))
            shown = f"{one.party}: {held.value}"
            found.append(dataclasses.replace(held, kind="position", value=shown, unit=unit, reason=one.rationale))
    return tuple(found)


def row(plan: Plan, table: str, key: str, kind: str = "row") -> Explanation:
    """Every filled uncertain cell of a row, and the activities that change it; the sources of a row without such cells.

    Raises:
        KeyError: there is no such row.
    """
    cells = uncertain_cells(plan, TABLES[table], key)
    given = () if cells else getattr(plan.get(TABLES[table], key), "evidence", None) or ()
    sources = (given,) if isinstance(given, str) else tuple(given)
    return node(f"{table}/{key}", kind, parts=[*cells, *effects_on(plan, table, key)], evidence=sources)


def table_rows(plan: Plan, table: str) -> Explanation:
    """A table of the plan, row by row.

    Raises:
        KeyError: there is no such table, or it has no row.
    """
    rows = plan.rows(TABLES[table])
    if not rows:
        raise KeyError(table)
    parts = [row(plan, table, one.key_text) for one in rows]
    return node(table, "table", value=str(len(rows)), unit="rows", parts=parts)


def uncertain_cells(plan: Plan, model: type[Row], key: str) -> list[Explanation]:
    """Every filled uncertain cell of a row.

    Raises:
        KeyError: there is no such row.
    """
    found = plan.get(model, key)
    if found is None:
        raise KeyError(key)
    names = [column.name for column in columns_of(model).values() if column.is_uncertain]
    return [cell(plan, Address(model.table, key, name)) for name in names if getattr(found, name) is not None]


def effects_on(plan: Plan, table: str, key: str) -> list[Explanation]:
    """The activities that change a row; of ratings, whichever rating of the element's function they name."""
    return [
        cell(plan, Address("activity_effects", one.key_text, "amount"))
        for one in plan.rows(ActivityEffect)
        if one.target.table == table and _same(table, one.target.key, key)
    ]


def _same(table: str, target: str, key: str) -> bool:
    if table != "ratings":
        return target == key
    return target.split(",")[:2] == key.split(",")[:2]


def _shown(value: object, column: Column | None) -> str:
    """A cell's value as people write it."""
    if value is None:
        return ""
    if isinstance(value, Uncertain) and column is not None and column.kind == "uncertain month":
        return show_month(value)
    return " ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _unit(plan: Plan, address: Address, column: Column | None) -> str:
    """The unit of a cell; where the column's depends on the row, that of the row."""
    if address.table == "demand" and address.field == "rate":
        asked = plan.get(Demand, address.key)
        task = plan.get(Task, asked.task) if asked else None
        driver = plan.get(Driver, asked.driver) if asked else None
        per = "month" if driver is None else driver.unit
        return f"{task.unit}/{per}" if task else ""
    if address.table == "activity_effects" and address.field == "amount":
        effect = plan.get(ActivityEffect, address.key)
        return "" if effect is None else _EFFECT_UNITS.get(effect.effect, _unit_of_target(plan, effect))
    if address.table == "externals" and address.field == "value":
        external = plan.get(External, address.key)
        return "" if external is None else {"event-hazard": "share/month"}.get(external.kind, "months")
    return column.unit if column else ""


def _unit_of_target(plan: Plan, effect: ActivityEffect) -> str:
    column = columns_of(TABLES[effect.target.table]).get(effect.target.field)
    return _unit(plan, effect.target, column)
