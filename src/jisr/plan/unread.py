"""What could not be read, and what it may have said."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from jisr.ids import ID_PATTERN, Address
from jisr.plan.columns import columns_of
from jisr.plan.row import Provenance, Row

__all__ = ["Unread", "names_in"]

_IDS = re.compile(rf"{ID_PATTERN[1:-1]}(,{ID_PATTERN[1:-1]})*")


@dataclass(frozen=True)
class Unread:
    """A row that could not be read, or that names something which is not there.

    Other findings may follow from it alone: those about what it names, or about what it may have meant.
    """

    table: str
    """The table it stands in."""
    key: str | None = None
    """Its key; None when that cannot be read: any reference to the table may have meant it."""
    names: frozenset[str] = field(default_factory=frozenset)
    """Ids that it writes."""
    meant: frozenset[str] = field(default_factory=frozenset)
    """Tables one of whose rows it means by an id that cannot be read or is not there."""
    is_whole_table: bool = False
    """Whether no row of the table could be read."""


def names_in(model: type[Row], values: Mapping[str, object]) -> frozenset[str]:
    """The ids that stand in the cells of a row, read or as text; where its figures come from is left out."""
    found: set[str] = set()
    for column in columns_of(model).values():
        value = values.get(column.name)
        if column.name in Provenance.model_fields or not value:
            continue
        if column.kind == "address":
            found |= _parts(_key_of(str(value)))
        elif column.kind in {"id", "ids", "string"}:
            text = ",".join(value) if isinstance(value, tuple) else str(value).replace(" ", ",")
            found |= _parts(text) if _IDS.fullmatch(text) else set()
    return frozenset(found)


def _key_of(address: str) -> str:
    try:
        return Address.parse(address).key
    except ValueError:
        return ""


def _parts(key: str) -> set[str]:
    return set(filter(None, key.split(",")))
