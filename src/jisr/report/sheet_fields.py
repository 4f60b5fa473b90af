"""The columns of a sheet: those of its table, and beside them what stands beside their figures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jisr.charts import Cell, Table
from jisr.report.number_format import number_format
from jisr.report.sources import Sources
from jisr.words import Words

__all__ = ["SheetField", "field_text", "sheet_fields"]

_BESIDE = {
    "shown": "sheet-shown",
    "basis": "sheet-basis",
    "note": "sheet-note",
    "sources": "sheet-sources",
    "address": "sheet-address",
}
"""Parts of a cell that get a column of their own beside its figure, with their heading; addresses come last of all."""


@dataclass(frozen=True)
class SheetField:
    """One column of a sheet.

    Parameters: `column` its place in the table; `code` whether that holds ids; `part` is `value`, `shown` (the text, where
    no number format can say it), `basis`, `note`, `sources` (their numbers) or `address`.
    """

    heading: str
    group: str
    column: int
    part: str
    code: bool


def sheet_fields(table: Table, sources: Sources, words: Words) -> list[SheetField]:
    """Each column, and beside it the parts that some of its cells have."""
    found: list[SheetField] = []
    addresses: list[SheetField] = []
    for place, column in enumerate(table.columns):
        cells = [row.cells[place] for row in table.rows]
        code = column.kind == "code"
        found.append(SheetField(column.heading, column.group, place, "value", code))
        for part, key in _BESIDE.items():
            field = SheetField(words.text(key, column=column.heading), column.group, place, part, code)
            if any(_has(cell, field, sources, words) for cell in cells):
                (addresses if part == "address" else found).append(field)
    return found + addresses


def field_text(cell: Cell, field: SheetField, sources: Sources, words: Words) -> str:
    """What a cell says in a field that is text."""
    return _TEXTS[field.part](cell, field, sources, words)


def _has(cell: Cell, field: SheetField, sources: Sources, words: Words) -> bool:
    if field.part == "shown":
        return cell.value is not None and number_format(cell.text, cell.value) is None
    return bool(field_text(cell, field, sources, words))


_TEXTS: dict[str, Callable[[Cell, SheetField, Sources, Words], str]] = {
    "value": lambda cell, _field, _sources, _words: cell.text,
    "shown": lambda cell, _field, _sources, _words: cell.text,
    "basis": lambda cell, _field, _sources, words: words.text(f"basis-{cell.basis}") if cell.basis else "",
    "note": lambda cell, _field, _sources, _words: cell.note,
    "sources": lambda cell, field, sources, _words: " ".join(map(str, sources.of(cell, code=field.code))),
    "address": lambda cell, _field, _sources, _words: cell.address,
}
