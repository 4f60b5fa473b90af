"""Counts by unit and month as a file: the columns `unit, month, value`, one row per observed unit-month."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from jisr.threat.sources.month_counts import MonthCounts

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["tidy_file"]

_ROWS = 500_000
"""Rows written at a time: a grid of the world is millions of rows, and memory should not grow with it."""


def tidy_file(counts: MonthCounts, kind: str) -> bytes:
    """The bytes of a `csv` or `parquet` file, by unit, then month. What was not observed has no row.

    Units: whole numbers where every value is whole.

    Raises:
        KeyError: no such kind of file.
    """
    import pyarrow as pa
    from pyarrow import csv, parquet

    seen = ~np.isnan(counts.values)
    whole = bool((counts.values[seen] == np.floor(counts.values[seen])).all())
    value = pa.int64() if whole else pa.float64()
    schema = pa.schema([("unit", pa.string()), ("month", pa.string()), ("value", value)])
    sink = pa.BufferOutputStream()
    quotes = "needed" if any(set(unit) & set(',"\r\n') for unit in counts.units) else "none"
    writers = {
        "csv": lambda: csv.CSVWriter(
            sink, schema, write_options=csv.WriteOptions(include_header=False, quoting_style=quotes)
        ),
        "parquet": lambda: parquet.ParquetWriter(sink, schema, compression="zstd"),
    }
    step = max(_ROWS // max(len(counts.values), 1), 1)
    if kind == "csv":
        # written here: whether the library quotes a header differs between its versions
        sink.write(b"unit,month,value\n")
    with writers[kind]() as writer:
        for start in range(0, len(counts.units), step):
            writer.write_table(_rows(counts, slice(start, start + step), schema))
    return bytes(sink.getvalue().to_pybytes())


def _rows(counts: MonthCounts, units: slice, schema: pa.Schema) -> pa.Table:
    import pyarrow as pa

    values = counts.values[:, units].T
    unit, month = np.nonzero(~np.isnan(values))
    months = pa.array([str(counts.first + i) for i in range(len(counts.values))])
    columns = [
        pa.array(list(counts.units[units])).take(pa.array(unit)),
        months.take(pa.array(month)),
        pa.array(values[unit, month]).cast(schema.field("value").type),
    ]
    return pa.table(columns, schema=schema)
