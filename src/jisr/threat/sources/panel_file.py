"""A panel as people keep it: a file with a column of units, one of months and one of counts."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.months import Month
from jisr.threat.month_cell import month_of_cell
from jisr.threat.sources.row_lines import row_lines, separator
from jisr.threat.sources.unpacked import unpacked
from jisr.units import MOST_COUNTED

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["COLUMNS", "PanelFile", "read_panel_file"]

COLUMNS = ("unit", "month", "value")
_SHOWN = 20
"""Findings of one kind that are listed; each says how many rows are like it."""


@dataclass(frozen=True)
class PanelFile:
    """Counts by month and unit; NaN where the file has no row, which is not zero.

    Shape: values (month, unit), months from `first` on. `units` are the ids as the file has them, whole numbers where all
    are, else text, ascending.
    """

    file: str
    values: NDArray[np.float64]
    first: Month
    units: NDArray[Any]

    @property
    def names(self) -> tuple[str, ...]:
        """The units as text."""
        return tuple(str(unit) for unit in self.units)

    def begins(self) -> NDArray[np.int64]:
        """The first month of each unit that has a row, counted from `first`. Shape: (unit,)."""
        return np.asarray((~np.isnan(self.values)).argmax(axis=0))

    def gaps(self, *, to_the_end: bool) -> list[Finding]:
        """Months without a row after a unit's first (T515): up to its own last row, or to the panel's last month."""
        observed = ~np.isnan(self.values)
        number = np.arange(len(observed))[:, None]
        ends = len(observed) - 1 if to_the_end else len(observed) - 1 - observed[::-1].argmax(axis=0)
        missing = ~observed & (number >= self.begins()) & (number <= ends)
        return [
            finding(
                "T515",
                Place(self.file),
                self.names[i],
                month=self.first + int(np.flatnonzero(missing[:, i])[0]),
                rows=int(missing[:, i].sum()),
            )
            for i in np.flatnonzero(missing.any(axis=0))
        ]


@dataclass(frozen=True)
class _Rows:
    """The cells as numbers. Shape: all (row,); month is an ordinal, −1 and NaN stand for what could not be read."""

    unit: NDArray[np.int64]
    names: tuple[str, ...]
    month: NDArray[np.int64]
    value: NDArray[np.float64]
    raw: pa.Table
    path: Path
    columns: tuple[str, str, str]

    def place(self, line: int, column: str) -> Place:
        """Where a cell is, whose row begins in a line."""
        return Place(self.path.name, line, self.raw.column_names.index(self._written(column)) + 1)

    def _written(self, column: str) -> str:
        return self.columns[COLUMNS.index(column)]

    def written(self, row: int, column: str) -> str:
        """The cell as the file has it."""
        value = self.raw[self._written(column)][int(row)].as_py()
        return "" if value is None else str(value)


def read_panel_file(path: Path, columns: tuple[str, str, str] = COLUMNS) -> PanelFile:
    """The panel of a CSV, zipped CSV or Parquet file; the one reader of panels, whoever asks.

    A month is `YYYY-MM`, a date or time within it, a number `YYYYMM`, or a VIEWS month number (1 is January 1980). Values
    are whole counts from 0 to `MOST_COUNTED`. A month without a row is not observed; what that means is for whoever asked to say.

    Parameters: `columns` the names of units, months and values.

    Raises:
        PlanError: with everything wrong in the file (F101, S101, T510–T514, T520, T530), at once.
    """
    table = _table(path, columns)
    missing = [column for column in columns if column not in table.column_names]
    if missing:
        found = " ".join(table.column_names)
        raise PlanError([finding("T510", Place(path.name), found, column=" ".join(missing))])
    if table.num_rows == 0:
        raise PlanError([finding("T511", Place(path.name))])
    rows = _rows(table, path, columns)
    wrong = [*_unread(rows), *_twice(rows)]
    if wrong:
        raise PlanError(wrong)
    return _panel(rows)


def _table(path: Path, columns: tuple[str, str, str]) -> pa.Table:
    import pyarrow as pa
    from pyarrow import csv, parquet

    if not path.is_file():
        raise PlanError([finding("F101", Place(path.name), path.name, case="given")])
    try:
        with unpacked(path) as file:
            if file.suffix.lower() in {".parquet", ".pq"}:
                return parquet.read_table(file, columns=None)
            # only a blank is no cell: "nan" is to be told as it is written, and NA is Namibia
            convert = csv.ConvertOptions(
                column_types=dict.fromkeys(columns, pa.string()), strings_can_be_null=True, null_values=[""]
            )
            parse = csv.ParseOptions(delimiter=separator(file), newlines_in_values=True)
            return csv.read_csv(file, convert_options=convert, parse_options=parse)
    except pa.ArrowInvalid as error:
        if path.stat().st_size == 0 or "Empty CSV" in str(error):
            raise PlanError([finding("T511", Place(path.name))]) from None
        reason = str(error).splitlines()[0]
        raise PlanError([finding("T510", Place(path.name), reason, column=" ".join(columns))]) from None


def _rows(table: pa.Table, path: Path, columns: tuple[str, str, str]) -> _Rows:
    unit, month, value = (table[name] for name in columns)
    months, month_cells = _encoded(month)
    units, unit_cells = _encoded(unit)
    ordinals = np.array([month_of_cell(cell) for cell in month_cells] + [-1], dtype=np.int64)
    names = tuple(_plain(cell) for cell in unit_cells)
    merged = {name: i for i, name in reversed(list(enumerate(names)))}
    same = np.array([merged[name] for name in names] + [-1], dtype=np.int64)
    return _Rows(same[units], names, ordinals[months], _numbers(value), table, path, columns)


def _plain(cell: object) -> str:
    """A unit as people write it: numbers of Parquet written 12.0 are the unit 12."""
    text = str(cell).strip()
    return text.removesuffix(".0") if isinstance(cell, float) else text


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
            # float() itself reads 1_0 and the digits of every script
            return float(cell) if str(cell).isascii() and "_" not in str(cell) else math.nan  # type: ignore[arg-type]
        except (TypeError, ValueError):
            return math.nan

    if pa.types.is_integer(column.type) or pa.types.is_floating(column.type):
        return np.asarray(column.cast(pa.float64()).fill_null(float("nan")).to_numpy(), dtype=np.float64)
    positions, cells = _encoded(column)
    return np.array([number(cell) for cell in cells] + [float("nan")])[positions]


def _unread(rows: _Rows) -> list[Finding]:
    """Cells that are no unit, no month, no whole count, or a count of more than there can be."""
    blank = np.array([not name for name in rows.names] + [True])[rows.unit]
    uncountable = ~(np.isfinite(rows.value) & (rows.value >= 0) & (rows.value == np.floor(rows.value)))
    return [
        *_listed(rows, "T520", "unit", np.flatnonzero(blank)),
        *_listed(rows, "T512", "month", np.flatnonzero(rows.month < 0)),
        *_listed(rows, "T513", "value", np.flatnonzero(uncountable)),
        *_listed(rows, "T530", "value", np.flatnonzero(~uncountable & (rows.value > MOST_COUNTED))),
    ]


def _listed(rows: _Rows, code: str, column: str, at: NDArray[np.int64]) -> list[Finding]:
    shown = at[:_SHOWN].tolist()
    found = []
    for row, line in zip(shown, row_lines(rows.path, shown), strict=True):
        written = rows.written(row, column)
        case = {} if written.strip() else {"case": "blank"}
        found.append(finding(code, rows.place(line, column), written, rows=len(at), **case))
    return found


def _twice(rows: _Rows) -> list[Finding]:
    """Rows that repeat a month of a unit."""
    key = rows.unit * 200_000 + rows.month
    order = np.argsort(key, kind="stable")
    again = np.sort(order[1:][np.diff(key[order]) == 0])
    again = again[(rows.unit[again] >= 0) & (rows.month[again] >= 0)]
    shown = again[:_SHOWN].tolist()
    return [
        finding(
            "T514",
            rows.place(line, "month"),
            rows.names[rows.unit[row]],
            month=Month(int(rows.month[row])),
            rows=len(again),
        )
        for row, line in zip(shown, row_lines(rows.path, shown), strict=True)
    ]


def _panel(rows: _Rows) -> PanelFile:
    """The matrix of months and units that have rows."""
    used, position = np.unique(rows.unit, return_inverse=True)
    units = _ids(tuple(rows.names[i] for i in used))
    order = np.argsort(units, kind="stable")
    column = np.empty(len(order), dtype=np.int64)
    column[order] = np.arange(len(order))
    first, last = int(rows.month.min()), int(rows.month.max())
    values = np.full((last - first + 1, len(units)), np.nan)
    values[rows.month - first, column[position.reshape(-1)]] = rows.value
    return PanelFile(rows.path.name, values, Month(first), units[order])


def _ids(names: tuple[str, ...]) -> NDArray[Any]:
    """Whole numbers where every id is one as people write it (`7`, not `007`), else text."""
    whole = all(name.lstrip("-").isdigit() and str(int(name)) == name for name in names)
    return np.array([int(name) for name in names], dtype=np.int64) if whole else np.array(names, dtype=object)
