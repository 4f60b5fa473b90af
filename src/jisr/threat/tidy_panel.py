"""A panel as people keep it: a file with the columns `unit, month, value`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.months import Month
from jisr.threat.month_cell import month_of_cell
from jisr.threat.panel import Panel

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["COLUMNS", "TidyPanel", "read_tidy_panel"]

COLUMNS = ("unit", "month", "value")
_SHOWN = 20
"""Findings of one kind that are listed; each says how many rows are like it."""


@dataclass(frozen=True)
class TidyPanel:
    """A panel read from a file, and what was found on reading that is no error.

    Parameters: `units` are the ids as the file has them, whole numbers where all are, else text, in the order of
    `panel.areas`.
    """

    panel: Panel
    units: NDArray[Any]
    notes: tuple[Finding, ...]


@dataclass(frozen=True)
class _Rows:
    """The cells as numbers. Shape: all (row,); month is an ordinal, −1 and NaN stand for what could not be read."""

    unit: NDArray[np.int64]
    names: tuple[str, ...]
    month: NDArray[np.int64]
    value: NDArray[np.float64]
    raw: pa.Table
    file: str
    first_line: int

    def place(self, row: int, column: str) -> Place:
        """Where a cell is."""
        return Place(self.file, int(row) + self.first_line, self.raw.column_names.index(column) + 1)

    def written(self, row: int, column: str) -> str:
        """The cell as the file has it."""
        value = self.raw[column][int(row)].as_py()
        return "" if value is None else str(value)


def read_tidy_panel(path: Path) -> TidyPanel:
    """The panel of a CSV or Parquet file with the columns `unit, month, value`.

    A month is `YYYY-MM`, a date or time within it, a number `YYYYMM`, or a VIEWS month number (1 is January 1980). Values
    are whole counts ≥ 0. Each unit has every month from its first to the panel's last; a unit that begins later than the
    others counts 0 before (note T516). Units are in ascending order.

    Raises:
        PlanError: with everything wrong in the file (F101, F106, T510–T515, T520), at once.
    """
    table, first_line = _table(path)
    missing = [column for column in COLUMNS if column not in table.column_names]
    if missing:
        found = " ".join(table.column_names)
        raise PlanError([finding("T510", Place(path.name), found, column=" ".join(missing))])
    if table.num_rows == 0:
        raise PlanError([finding("T511", Place(path.name))])
    rows = _rows(table.select(list(COLUMNS)), path.name, first_line)
    wrong = [*_unread(rows), *_twice(rows)]
    if wrong:
        raise PlanError(wrong)
    return _panel(rows)


def _table(path: Path) -> tuple[pa.Table, int]:
    """The table, and the number of its first row in the file: 2 below a header, 1 in Parquet."""
    import pyarrow as pa
    from pyarrow import csv, parquet

    if not path.is_file():
        raise PlanError([finding("F101", Place(path.name), path.name, case="given")])
    try:
        if path.suffix.lower() in {".parquet", ".pq"}:
            return parquet.read_table(path), 1
        convert = csv.ConvertOptions(column_types=dict.fromkeys(COLUMNS, pa.string()), strings_can_be_null=True)
        return csv.read_csv(path, convert_options=convert), 2
    except pa.ArrowInvalid as error:
        if path.stat().st_size == 0 or "Empty CSV" in str(error):
            raise PlanError([finding("T511", Place(path.name))]) from None
        reason = str(error).splitlines()[0]
        raise PlanError([finding("T510", Place(path.name), reason, column=" ".join(COLUMNS))]) from None


def _rows(table: pa.Table, file: str, first_line: int) -> _Rows:
    months, month_cells = _encoded(table["month"])
    units, unit_cells = _encoded(table["unit"])
    ordinals = np.array([month_of_cell(cell) for cell in month_cells] + [-1], dtype=np.int64)
    names = tuple(str(cell).strip() for cell in unit_cells)
    return _Rows(units, names, ordinals[months], _numbers(table["value"]), table, file, first_line)


def _encoded(column: pa.ChunkedArray) -> tuple[NDArray[np.int64], list[Any]]:
    """Each cell as a position in the list of different cells; −1 where it is empty."""
    coded = column.combine_chunks().dictionary_encode()
    positions = coded.indices.fill_null(-1).to_numpy(zero_copy_only=False).astype(np.int64)
    return positions, coded.dictionary.to_pylist()


def _numbers(column: pa.ChunkedArray) -> NDArray[np.float64]:
    """Cells as numbers, NaN where they are none."""
    import pyarrow as pa

    def number(cell: object) -> float:
        try:
            return float(cell)  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return float("nan")

    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        return np.asarray(column.cast(pa.float64()).fill_null(float("nan")).to_numpy(), dtype=np.float64)
    positions, cells = _encoded(column)
    return np.array([number(cell) for cell in cells] + [float("nan")])[positions]


def _unread(rows: _Rows) -> list[Finding]:
    """Cells that are no unit, no month, or no whole count."""
    blank = np.array([not name for name in rows.names] + [True])[rows.unit]
    uncountable = ~(np.isfinite(rows.value) & (rows.value >= 0) & (rows.value == np.floor(rows.value)))
    return [
        *_listed(rows, "T520", "unit", np.flatnonzero(blank)),
        *_listed(rows, "T512", "month", np.flatnonzero(rows.month < 0)),
        *_listed(rows, "T513", "value", np.flatnonzero(uncountable)),
    ]


def _listed(rows: _Rows, code: str, column: str, at: NDArray[np.int64]) -> list[Finding]:
    return [finding(code, rows.place(row, column), rows.written(row, column), rows=len(at)) for row in at[:_SHOWN]]


def _twice(rows: _Rows) -> list[Finding]:
    """Rows that repeat a month of a unit."""
    key = rows.unit * 200_000 + rows.month
    order = np.argsort(key, kind="stable")
    again = np.sort(order[1:][np.diff(key[order]) == 0])
    again = again[(rows.unit[again] >= 0) & (rows.month[again] >= 0)]
    return [
        finding(
            "T514",
            rows.place(row, "month"),
            rows.names[rows.unit[row]],
            month=Month(int(rows.month[row])),
            rows=len(again),
        )
        for row in again[:_SHOWN]
    ]


def _panel(rows: _Rows) -> TidyPanel:
    """The matrix of months and units, its gaps refused."""
    units = _ids(rows.names)
    order = np.argsort(units, kind="stable")
    column = np.empty(len(order), dtype=np.int64)
    column[order] = np.arange(len(order))
    first, last = int(rows.month.min()), int(rows.month.max())
    values = np.full((last - first + 1, len(units)), np.nan)
    values[rows.month - first, column[rows.unit]] = rows.value
    units = units[order]
    names = tuple(str(unit) for unit in units)
    observed = ~np.isnan(values)
    begins = observed.argmax(axis=0)
    late = np.arange(len(values))[:, None] < begins
    gaps = [
        _gap(rows.file, names[i], first, observed[:, i], begins[i])
        for i in np.flatnonzero((~observed & ~late).any(axis=0))
    ]
    if gaps:
        raise PlanError(gaps)
    notes = tuple(
        finding("T516", Place(rows.file), names[i], month=Month(first + int(begins[i])))
        for i in np.flatnonzero(begins > 0)
    )
    return TidyPanel(Panel(np.where(late, 0.0, values), Month(first), names, "count/month"), units, notes)


def _gap(file: str, unit: str, first: int, observed: NDArray[np.bool_], begins: int) -> Finding:
    missing = np.flatnonzero(~observed[begins:]) + begins
    return finding("T515", Place(file), unit, month=Month(first + int(missing[0])), rows=len(missing))


def _ids(names: tuple[str, ...]) -> NDArray[Any]:
    """Whole numbers where every id is one as people write it (`7`, not `007`), else text."""
    whole = all(name.lstrip("-").isdigit() and str(int(name)) == name for name in names)
    return np.array([int(name) for name in names], dtype=np.int64) if whole else np.array(names, dtype=object)
