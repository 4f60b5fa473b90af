"""Ids of entities, and addresses of cells: `(table, key, field)`."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["ID_PATTERN", "Address"]

ID_PATTERN = r"^[a-z0-9][a-z0-9-]*$"
_ADDRESS = re.compile(r"^(?P<table>[a-z_]+)/(?P<key>.*)/(?P<field>[a-z_][a-z0-9_]*)$")


@dataclass(frozen=True, order=True, slots=True)
class Address:
    """Where one cell of a plan is: table, key and field.

    A composite key joins its columns in the order the table declares, with `,`. Findings, positions, sensitivity,
    evidence and `explain` all use this form. The table ends at the first `/`, the field begins after the last: a key that is itself
    an address (`activity_effects`, `cells`) may hold more.

    Raises:
        ValueError: `parse` met something that is not `table/key/field`.

    Examples:
        >>> Address.parse("holdings/f-16,air-force/held").key
        'f-16,air-force'
    """

    table: str
    key: str
    field: str

    @classmethod
    def parse(cls, text: str) -> Address:
        """Read `table/key/field`."""
        match = _ADDRESS.match(text.strip())
        if match is None:
            msg = f"expected an address written table/key/field, found {text!r}"
            raise ValueError(msg)
        return cls(**match.groupdict())

    def __str__(self) -> str:
        return f"{self.table}/{self.key}/{self.field}"
