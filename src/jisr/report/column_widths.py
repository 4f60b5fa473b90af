"""How wide the columns of a printed table are, and which of its texts stay on one line."""

from __future__ import annotations

import math

from jisr.charts import Cell, Column, Table
from jisr.report.kept_together import NO_BREAK, kept_together

__all__ = ["column_widths", "print_text"]

_LEAST, _MOST = 6.0, 30.0
"""Widths in letters: no column narrower than a short figure, none wider than a comfortable line of a table."""
_SHORT = 14
"""Figures, months and states up to this length stay on one line."""


def column_widths(table: Table) -> list[float]:
    """Relative widths: each column by its longest word, and by the root of its longest text.

    Shape: (column,). The root shares the lines of long texts out: a text four times as long gets twice the width.
    """
    return [
        _width([column.heading, *(_shown(row.cells[i], column) for row in table.rows)])
        for i, column in enumerate(table.columns)
    ]


def print_text(cell: Cell, column: Column) -> str:
    """The text of a cell as it is set: short figures, months and states without a place to break."""
    if (column.kind in {"number", "month"} or cell.state) and len(cell.text) <= _SHORT:
        return cell.text.replace(" ", NO_BREAK)
    return kept_together(cell.text)


def _shown(cell: Cell, column: Column) -> str:
    """Text, remark and badge; a number carries its badge on a line of its own where it must."""
    return " ".join(filter(None, (print_text(cell, column), cell.note, "ASSUMED" if cell.basis else "")))


def _width(texts: list[str]) -> float:
    words = [len(word) for text in texts for word in text.replace(",", ", ").replace("/", "/ ").split(" ")]
    root = max(2.6 * math.sqrt(len(text)) for text in texts)
    return round(min(max(_LEAST, max(words, default=0.0), root), _MOST), 2)
