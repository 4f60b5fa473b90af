"""A table as a value: what a page, a document and a workbook show alike."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = ["Cell", "Column", "ColumnKind", "Row", "Table", "plain_table"]

ColumnKind = Literal["text", "number", "month", "code"]
"""How a column is set: running text, figures at the end of the line, months, or ids from left to right."""


@dataclass(frozen=True)
class Cell:
    """One cell.

    Parameters: `text` as shown; `value` the figure behind it, for a workbook (a share 0–1, money in whole units), None
    where there is none; `basis` sourced, assessed or assumed, where the figure has one; `state` of a condition, where it
    is one; `note` a small remark after the text; `address` what `explain` would be asked for.
    """

    text: str
    value: float | None = None
    basis: str = ""
    state: str = ""
    note: str = ""
    address: str = ""


@dataclass(frozen=True)
class Column:
    """Heading of a column; columns of one `group` stand under a heading of their own.

    `address` is what `explain` would be asked for about figures of the column that have no address of their own.
    """

    heading: str
    kind: ColumnKind = "text"
    group: str = ""
    address: str = ""


@dataclass(frozen=True)
class Row:
    """One row; the first cell heads it. `quiet` for what is left out, `part` for a part of the row above."""

    cells: tuple[Cell, ...]
    quiet: bool = False
    part: bool = False


@dataclass(frozen=True)
class Table:
    """A caption, columns, rows with as many cells as there are columns, and a note under it.

    `address` is what `explain` would be asked for about figures whose cell, row and column have none.

    Raises:
        ValueError: a row has another number of cells than there are columns.
    """

    id: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    address: str = ""

    def __post_init__(self) -> None:
        """See that every row has every cell."""
        wrong = next((row for row in self.rows if len(row.cells) != len(self.columns)), None)
        if wrong is not None:
            msg = f"table {self.id}: expected {len(self.columns)} cells, found {len(wrong.cells)} in {wrong.cells[:1]}"
            raise ValueError(msg)


def plain_table(
    table: str, caption: str, columns: Sequence[Column], rows: Iterable[Sequence[Cell | str]], address: str = ""
) -> Table:
    """A table whose rows are cells or mere texts.

    Examples:
        >>> plain_table("t", "Towns", [Column("Town")], [["Erbil"]]).rows[0].cells[0].text
        'Erbil'
    """
    made = (Row(tuple(Cell(one) if isinstance(one, str) else one for one in row)) for row in rows)
    return Table(table, caption, tuple(columns), tuple(made), address=address)
