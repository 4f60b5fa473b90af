"""What was changed between two plans: cells, and rows that came or went."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jisr.ids import Address
from jisr.plan import TABLES, Cell, Partnership, Plan, Provenance, Row, Uncertain, columns_of, show_month

__all__ = ["Change", "changes", "with_changes"]

_PROVENANCE = frozenset(Provenance.model_fields)
_SETTINGS = frozenset({"seed", "draws"})


@dataclass(frozen=True)
class Change:
    """One changed cell, or a row that was added or removed.

    An address of a row is `table/key`. A setting (seed, draws) says how it was computed and has no effect of its own.
    """

    address: str
    """`table/key/field`, or `table/key` of a whole row."""
    kind: Literal["changed", "added", "removed", "setting"]
    """What was done."""
    before: str
    """Value before, as people write it; empty when there was none."""
    after: str
    """Value after."""
    unit: str
    """Unit of both."""
    basis: str | None
    """Basis after: sourced, assessed or assumed; None where a value has none, or none of its own was given."""
    evidence: tuple[str, ...]
    """Sources after, by id."""
    reason: str | None
    """Why this value, when it is assessed or assumed."""


def changes(before: Plan, after: Plan) -> tuple[Change, ...]:
    """Every difference of two plans, the partnership first, then table by table in the order of the reference."""
    return (*_partnership(before.partnership, after.partnership), *_tables(before, after))


def _partnership(before: Partnership, after: Partnership) -> Iterator[Change]:
    for key, old, new in (("", before, after), ("defaults", before.defaults, after.defaults)):
        for name in type(old).model_fields:
            first, second = getattr(old, name), getattr(new, name)
            if name == "defaults" or first == second:
                continue
            kind: Literal["setting", "changed"] = "setting" if name in _SETTINGS else "changed"
            yield Change(f"partnership/{key}/{name}", kind, _shown(first), _shown(second), "", None, (), None)


def _tables(before: Plan, after: Plan) -> Iterator[Change]:
    for model in TABLES.values():
        old, new = ({row.key_text: row for row in plan.rows(model)} for plan in (before, after))
        for key, row in old.items():
            if key not in new:
                yield _row_change(before, row, "removed")
            elif row != new[key]:
                yield from _cells(after, row, new[key])
        yield from (_row_change(after, row, "added") for key, row in new.items() if key not in old)


def _row_change(plan: Plan, row: Row, kind: Literal["added", "removed"]) -> Change:
    text = " · ".join(_shown(getattr(row, name)) for name in type(row).model_fields if _says(row, name))
    basis, evidence, reason = _source(plan, row, "")
    address = f"{row.table}/{row.key_text}"
    return Change(
        address, kind, text if kind == "removed" else "", text if kind == "added" else "", "", basis, evidence, reason
    )


def _says(row: Row, name: str) -> bool:
    return name not in _PROVENANCE and name not in row.key and getattr(row, name) is not None


def _cells(after: Plan, old: Row, new: Row) -> Iterator[Change]:
    """Changed fields; provenance alone only where nothing else in the row changed."""
    columns = columns_of(type(new))
    differing = [name for name in columns if getattr(old, name) != getattr(new, name)]
    told = [name for name in differing if name not in _PROVENANCE] or differing
    # the source of the value before does not vouch for another one
    vouched = any(name in _PROVENANCE for name in differing)
    for name in told:
        column = columns[name]
        month = column.kind == "uncertain month"
        first, second = (_shown(getattr(row, name), month=month) for row in (old, new))
        address = f"{new.table}/{new.key_text}/{name}"
        yield Change(
            address,
            "changed",
            first,
            second,
            column.unit,
            *(_source(after, new, name) if vouched else (None, (), None)),
        )


def _source(plan: Plan, row: Row, name: str) -> tuple[str | None, tuple[str, ...], str | None]:
    """Basis, evidence and reason of a cell; a row of `cells` speaks for one cell."""
    source: Any = plan.get(Cell, str(Address(row.table, row.key_text, name))) or row
    evidence = getattr(source, "evidence", ()) or ()
    listed = (evidence,) if isinstance(evidence, str) else tuple(evidence)
    return getattr(source, "basis", None), listed, getattr(source, "reason", None)


def _shown(value: Any, *, month: bool = False) -> str:
    if value is None:
        return ""
    if isinstance(value, Uncertain) and month:
        return show_month(value)
    if isinstance(value, Mapping):
        return " / ".join(str(part) for part in value.values() if part)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return " ".join(str(part) for part in value)
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def with_changes(before: Plan, after: Plan, chosen: Iterable[Change]) -> Plan:
    """The first plan with some of the changes that lead to the second. Settings stay as they were."""
    plan = before
    by_table: dict[str, list[Change]] = {}
    for one in chosen:
        by_table.setdefault(one.address.partition("/")[0], []).append(one)
    for table, found in by_table.items():
        if table == "partnership":
            plan = _with_partnership(plan, after, found)
        else:
            plan = plan.with_rows(table, _with_rows(plan, after, table, found))
    return plan


def _with_partnership(plan: Plan, after: Plan, found: Iterable[Change]) -> Plan:
    addresses = [Address.parse(one.address) for one in found if one.kind != "setting"]
    return plan.replace({address: after.value(address) for address in addresses})


def _with_rows(plan: Plan, after: Plan, table: str, found: list[Change]) -> Iterator[Row]:
    model = TABLES[table]
    new = {row.key_text: row for row in after.rows(model)}
    removed = {one.address.partition("/")[2] for one in found if one.kind == "removed"}
    added = {one.address.partition("/")[2] for one in found if one.kind == "added"}
    fields: dict[str, list[str]] = {}
    for one in found:
        if one.kind == "changed":
            address = Address.parse(one.address)
            fields.setdefault(address.key, []).append(address.field)
    for row in plan.rows(model):
        if row.key_text not in removed:
            names = fields.get(row.key_text, [])
            moved = [*names, *(_PROVENANCE & set(type(row).model_fields) if names else ())]
            yield row.model_copy(update={name: getattr(new[row.key_text], name) for name in moved})
    yield from (row for key, row in new.items() if key in added)
