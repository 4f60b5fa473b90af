"""Checks of a plan some of whose rows could not be read."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain

from jisr.findings import Finding, Place
from jisr.plan.columns import columns_of
from jisr.plan.plan import Plan
from jisr.plan.row import Row
from jisr.plan.tables import TABLES
from jisr.plan.unread import Unread, names_in

__all__ = ["run_checks", "with_doubts"]

Check = Callable[[Plan], Iterable[Finding]]


class _Watched(Mapping[str, tuple[Row, ...]]):
    """Tables that remember which of them were read."""

    def __init__(self, tables: Mapping[str, tuple[Row, ...]]) -> None:
        self.tables: Mapping[str, tuple[Row, ...]] = tables.tables if isinstance(tables, _Watched) else tables
        self.seen: set[str] = set()

    def __getitem__(self, name: str) -> tuple[Row, ...]:
        self.seen.add(name)
        return self.tables[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.tables)

    def __len__(self) -> int:
        return len(self.tables)


def run_checks(plan: Plan, checks: Iterable[Check]) -> list[Finding]:
    """What the checks find, without what may follow only from a row that could not be read.

    A finding waits when its check read a table that lacks such a row, and the row it is about names something the
    lacking row names too, or is what the lacking row may have meant. Once that row can be read, the finding is there
    or it never was.
    """
    if not plan.unread:
        return list(chain.from_iterable(check(plan) for check in checks))
    at = {(place.file, place.line): key for key, place in plan.places.items()}
    found: list[Finding] = []
    for check in checks:
        tables = _Watched(plan.tables)
        made = list(check(dataclasses.replace(plan, tables=tables)))
        lacking = [one for one in plan.unread if one.table in tables.seen]
        found += [one for one in made if not lacking or not _may_follow(plan, at, one, lacking)]
    return found


def _may_follow(
    plan: Plan, at: Mapping[tuple[str, int], tuple[str, str]], finding: Finding, lacking: list[Unread]
) -> bool:
    if any(one.is_whole_table for one in lacking):
        return True
    table, key = at.get((finding.place.file, finding.place.line), ("", ""))
    row = plan.get(TABLES[table], key) if table in TABLES else None
    if row is None:
        return True
    names = names_in(type(row), dict(row))
    return any(
        names & one.names or table in one.meant or (one.key is None and _is_lost(plan, row, one.table))
        for one in lacking
    )


def _is_lost(plan: Plan, row: Row, table: str) -> bool:
    """Whether a row refers to one of a table that is not there."""
    for column in columns_of(type(row)).values():
        value = getattr(row, column.name)
        if table not in column.reference or value is None:
            continue
        ids = value if isinstance(value, tuple) else (value,)
        if any(plan.get(TABLES[table], one) is None for one in ids):
            return True
    return False


def with_doubts(plan: Plan, findings: Iterable[Finding]) -> Plan:
    """The plan that knows which of its rows name something that is not there, from what the first checks found."""
    at = {(place.file, place.line): key for key, place in plan.places.items()}
    doubts = []
    for one in findings:
        table, key = at.get(_row_of(one.place), ("", ""))
        row = plan.get(TABLES[table], key) if table in TABLES else None
        if row is not None and one.severity == "error":
            meant = frozenset(one.values.get("table", "").split()) & TABLES.keys()
            doubts.append(Unread(table, key, names_in(type(row), dict(row)), meant))
    return dataclasses.replace(plan, unread=(*plan.unread, *doubts)) if doubts else plan


def _row_of(place: Place) -> tuple[str, int]:
    return place.file, place.line
