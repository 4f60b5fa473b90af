"""Where rows stand in a file, whose texts may have line ends of their own."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from jisr.threat.sources.unpacked import unpacked

__all__ = ["odd_line", "row_lines", "separator"]


def separator(table: Path) -> str:
    """What stands between the columns: the most frequent of comma, semicolon and tab in the header."""
    with table.open("rb") as file:
        header = file.readline()
    return max((b",", b";", b"\t"), key=header.count).decode()


def row_lines(path: Path, rows: Sequence[int]) -> list[int]:
    """The line in which each row begins, rows from 0 after the header; in Parquet the number of the row, from 1.

    Only read to say where something is wrong: texts with quoted line ends make rows of several lines.
    """
    if not len(rows):
        return []
    with unpacked(path) as table:
        if _is_parquet(table):
            return [int(row) + 1 for row in rows]
        with table.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            starts = _starts(csv.reader(file, delimiter=separator(table)), max(rows))
    return [starts[int(row) + 1] for row in rows]


def odd_line(path: Path) -> int:
    """The line in which the first row of another width than the header begins; 0 where there is none."""
    with unpacked(path) as table:
        if _is_parquet(table):
            return 0
        with table.open(encoding="utf-8-sig", errors="replace", newline="") as file, _long_fields():
            reader = csv.reader(file, delimiter=separator(table))
            width, line = len(next(reader, [])), reader.line_num + 1
            for cells in reader:
                if cells and len(cells) != width:
                    return line
                line = reader.line_num + 1
    return 0


@contextmanager
def _long_fields() -> Iterator[None]:
    """Source texts are longer than the csv module expects."""
    limit = csv.field_size_limit(2**31 - 1)
    try:
        yield
    finally:
        csv.field_size_limit(limit)


def _starts(reader: Any, last: int) -> list[int]:
    """The first line of the header and of each row up to `last`; empty lines are no rows."""
    starts: list[int] = []
    line = 1
    with _long_fields():
        for cells in reader:
            if cells:
                starts.append(line)
            line = reader.line_num + 1
            if len(starts) > last + 1:
                break
    # a reader of another mind about the rows says the last line there is
    return starts + [starts[-1] if starts else 1] * (last + 2 - len(starts))


def _is_parquet(table: Path) -> bool:
    with table.open("rb") as file:
        return file.read(4) == b"PAR1"
