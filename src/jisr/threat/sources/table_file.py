"""Columns of a CSV, zipped CSV or Parquet file, read by DuckDB."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.threat.sources.row_lines import odd_line, row_lines, separator
from jisr.threat.sources.unpacked import unpacked

if TYPE_CHECKING:
    import duckdb

__all__ = ["Wanted", "column_names", "read_columns"]

Kind = Literal["text", "number", "day"]
_TEXT = "trim(coalesce(CAST({0} AS VARCHAR), ''))"
# what stands after the day (a time of day) says nothing about it; "15 January 2023" is how older ACLED exports write one
_DAY = f"coalesce(TRY_CAST(left({_TEXT}, 10) AS DATE), CAST(try_strptime({_TEXT}, '%d %B %Y') AS DATE))"
_SQL: Mapping[str, str] = {
    "text": _TEXT,
    "number": "coalesce(TRY_CAST({0} AS DOUBLE), 'nan'::DOUBLE)",
    "day": _DAY,
}
_UNREADABLE: Mapping[str, str] = {
    # a NaN of Parquet is a blank
    "number": f"{_TEXT} NOT IN ('', 'nan') AND NOT coalesce(isfinite(TRY_CAST({{0}} AS DOUBLE)), false)",
    "day": f"{_DAY} IS NULL",
}
_MEMORY = "512MB"
"""Most memory of the reader; larger files are read in parts."""
_SHOWN = 20
"""Findings about cells shown for one file; the first tell what is wrong."""


@dataclass(frozen=True)
class Wanted:
    """A column to read. A blank day cannot be read; a blank number is NaN."""

    name: str
    kind: Kind
    required: bool = True


def column_names(path: Path) -> tuple[str, ...]:
    """The names in the header.

    Raises:
        PlanError: F101, S101 to S104, when the file is not what it should be.
    """
    with _relation(path) as (connection, relation):
        return _names(connection, relation)


def read_columns(path: Path, columns: Sequence[Wanted]) -> dict[str, np.ndarray[Any, Any]]:
    """The columns there are of those wanted: text as str, numbers as float64, days as datetime64[D]. Shape: (row,).

    Raises:
        PlanError: with every finding: no such file (F101), a cut-off archive (S101), a missing column (S102), a row that
            cannot be read (S103), a cell that cannot be read (S104).
    """
    with _relation(path) as (connection, relation):
        known = {name.lower(): name for name in _names(connection, relation)}
        missing = [one.name for one in columns if one.required and one.name.lower() not in known]
        if missing:
            raise PlanError([finding("S102", Place(path.name, 1), " ".join(missing), known=" ".join(known.values()))])
        there = [(one, _quoted(known[one.name.lower()])) for one in columns if one.name.lower() in known]
        sql = ", ".join(f'{_SQL[one.kind].format(name)} AS "{one.name}"' for one, name in there)
        try:
            read = connection.execute(f"SELECT {sql} FROM {relation}").fetchnumpy()
            found = _bad_cells(path, connection, relation, there)
        except _duckdb().Error as error:
            raise PlanError([_bad_row(path, str(error))]) from None
    if found:
        raise PlanError(found)
    return {one.name: _plain(read[one.name], one.kind) for one, _ in there}


def _plain(values: Any, kind: Kind) -> np.ndarray[Any, Any]:
    array = np.ma.filled(values, np.datetime64("NaT", "us")) if kind == "day" else np.ma.getdata(values)
    return np.asarray(array, dtype="datetime64[D]") if kind == "day" else np.asarray(array)


def _bad_cells(
    path: Path, connection: duckdb.DuckDBPyConnection, relation: str, columns: Sequence[tuple[Wanted, str]]
) -> list[Finding]:
    checks = [(one, name, _UNREADABLE[one.kind].format(name)) for one, name in columns if one.kind in _UNREADABLE]
    names = [column.lower() for column in _names(connection, relation)]
    if not checks:
        return []
    counts = ", ".join(f"count(*) FILTER ({test})" for _, _, test in checks)
    totals = connection.execute(f"SELECT {counts} FROM {relation}").fetchone() or ()
    found = []
    for (one, name, test), total in zip(checks, totals, strict=True):
        if total:
            numbered = f"SELECT row_number() OVER () AS row, {name} AS cell, ({test}) AS bad FROM {relation}"
            shown = connection.execute(f"SELECT row, cell FROM ({numbered}) WHERE bad ORDER BY row LIMIT 1").fetchone()
            row, cell = shown or (0, "")
            place = Place(path.name, row_lines(path, [int(row) - 1])[0], names.index(one.name.lower()) + 1)
            found.append(finding("S104", place, cell or "", column=one.name, rows=total, expected=one.kind))
    return found[:_SHOWN]


def _bad_row(path: Path, message: str) -> Finding:
    reason = next((text for text in message.splitlines() if text.strip()), "")
    return finding(
        "S103",
        Place(path.name, odd_line(path)),
        reason.split(" Error: ")[-1].replace(str(path), path.name),
    )


def _names(connection: duckdb.DuckDBPyConnection, relation: str) -> tuple[str, ...]:
    return tuple(str(row[0]) for row in connection.execute(f"DESCRIBE SELECT * FROM {relation}").fetchall())


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


@contextmanager
def _relation(path: Path) -> Iterator[tuple[duckdb.DuckDBPyConnection, str]]:
    """A connection, and the SQL that stands for the rows of the file."""
    if not path.is_file():
        raise PlanError([finding("F101", Place(path.name), path.name, case="given")])
    with tempfile.TemporaryDirectory(prefix="jisr-") as scratch, unpacked(path) as table:
        connection = _duckdb().connect(config={"memory_limit": _MEMORY, "temp_directory": scratch, "threads": 2})
        try:
            yield connection, _sql(path, table, connection)
        finally:
            connection.close()


def _sql(path: Path, table: Path, connection: duckdb.DuckDBPyConnection) -> str:
    name = str(table).replace("'", "''")
    with table.open("rb") as file:
        start = file.read(65_536)
    parquet = start[:4] == b"PAR1"
    if not parquet and not start.strip():
        raise PlanError([finding("S103", Place(path.name), "")])
    sql = (
        f"read_parquet('{name}')"
        if parquet
        else f"read_csv('{name}', all_varchar=true, header=true, delim='{separator(table)}', quote='\"', escape='\"')"
    )
    try:
        connection.execute(f"DESCRIBE SELECT * FROM {sql}")
    except _duckdb().Error as error:
        raise PlanError([_bad_row(path, str(error))]) from None
    return sql


def _duckdb() -> Any:
    import duckdb

    return duckdb
