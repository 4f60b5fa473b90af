"""The plan: what two parties have written down, immutable."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from pydantic import TypeAdapter

from jisr.findings import Place
from jisr.ids import Address
from jisr.plan.boundaries import Boundaries
from jisr.plan.partnership import Defaults, Partnership
from jisr.plan.row import Row
from jisr.plan.unread import Unread

__all__ = ["Plan"]

R = TypeVar("R", bound=Row)


@dataclass(frozen=True)
class Plan:
    """The partnership and every table, checked cell by cell.

    Parameters: `tables` maps a table's name to its rows in file order; `places` maps (table, key) to where the row is
    written. A what-if is a new plan made by `replace`.
    """

    partnership: Partnership
    tables: Mapping[str, tuple[Row, ...]]
    places: Mapping[tuple[str, str], Place] = field(default_factory=dict, compare=False, repr=False)
    boundaries: Boundaries | None = field(default=None, repr=False)
    """Outlines of the areas, where the partnership names a file of them."""
    columns: Mapping[tuple[str, str], int] = field(default_factory=dict, compare=False, repr=False)
    """(table, column) → where the column stands in the file, from 1; a text under its own name and each language's."""
    unread: tuple[Unread, ...] = field(default=(), compare=False, repr=False)
    """What is lacking because it could not be read."""

    def rows(self, model: type[R]) -> tuple[R, ...]:
        """The rows of a table, by its model, in file order."""
        return self.tables.get(model.table, ())  # type: ignore[return-value]

    def get(self, model: type[R], key: str) -> R | None:
        """The row of a table with a key, or None."""
        return self._row(model.table, key)  # type: ignore[return-value]

    def place(self, table: str, key: str = "", column: str = "") -> Place:
        """Where a row, or one of its cells, is written; the table's file when the row is not known.

        A setting of the partnership stands under its path: `plan.place("partnership", "defaults.service")`.
        """
        row = self.places.get((table, key))
        if table == "partnership":
            return row or Place("partnership.yaml")
        if row is None:
            return Place(f"tables/{table}.csv")
        return Place(row.file, row.line, self.columns.get((table, column), 0))

    def may_hold(self, table: str, key: str) -> bool:
        """Whether a row with that key may be among those that could not be read."""
        return any(one.table == table and one.key in {None, key} for one in self.unread)

    def value(self, address: Address) -> Any:
        """The typed value of a cell.

        Raises:
            KeyError: no such table, row or field.
        """
        if address.table == "partnership":
            owner = self.partnership.defaults if address.key == "defaults" else self.partnership
            return getattr(owner, self._partnership_field(address))
        row = self._row(address.table, address.key)
        if row is None or address.field not in type(row).model_fields:
            raise KeyError(str(address))
        return getattr(row, address.field)

    def replace(self, changes: Mapping[Address, object]) -> Plan:
        """A plan in which some cells have other values; text is read with the type of its field.

        Raises:
            KeyError: an address does not name a cell.
            pydantic.ValidationError: a value does not fit its field.
        """
        partnership, tables = self.partnership, dict(self.tables)
        for address, value in changes.items():
            if address.table == "partnership":
                partnership = self._replace_partnership(partnership, address, value)
                continue
            self.value(address)
            tables[address.table] = tuple(
                _updated(row, address.field, value) if row.key_text == address.key else row
                for row in tables[address.table]
            )
        return dataclasses.replace(self, partnership=partnership, tables=tables)

    def with_rows(self, table: str, rows: Iterable[Row]) -> Plan:
        """A plan with other rows in one table."""
        return dataclasses.replace(self, tables={**self.tables, table: tuple(rows)})

    def _row(self, table: str, key: str) -> Row | None:
        if table not in self._by_key:
            self._by_key[table] = {row.key_text: row for row in self.tables.get(table, ())}
        return self._by_key[table].get(key)

    @cached_property
    def _by_key(self) -> dict[str, dict[str, Row]]:
        """Rows by table and key, each table when it is first asked for."""
        return {}

    @staticmethod
    def _partnership_field(address: Address) -> str:
        owner = Defaults if address.key == "defaults" else Partnership
        if address.field not in owner.model_fields:
            raise KeyError(str(address))
        return address.field

    def _replace_partnership(self, partnership: Partnership, address: Address, value: object) -> Partnership:
        name = self._partnership_field(address)
        if address.key == "defaults":
            return partnership.model_copy(update={"defaults": _updated(partnership.defaults, name, value)})
        return _updated(partnership, name, value)  # type: ignore[no-any-return]


def _updated(row: Any, name: str, value: object) -> Any:
    info = type(row).model_fields[name]
    parsed = TypeAdapter(_annotation(info)).validate_python(None if value == "" else value)
    # once more as a row: what a cell may hold can hang on another, as a hazard's bound does on its kind
    kept = {field: getattr(row, field) for field in type(row).model_fields}
    return type(row).model_validate(kept | {name: parsed})


def _annotation(info: Any) -> Any:
    from typing import Annotated

    return Annotated[(info.annotation, *info.metadata)] if info.metadata else info.annotation
