"""Draws as a file: Parquet with the columns `unit, month, draw, value`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.threat.count_draws import CountDraws

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["draws_parquet"]

_ROWS = 1_000_000
"""Rows put together at a time: the cells of a continent are hundreds of millions."""


def draws_parquet(draws: CountDraws, units: NDArray[Any], first: Month) -> bytes:
    """One row per unit, month and draw, in that order; months as `YYYY-MM`, draws from 0, values whole numbers.

    Parameters: `units` in the order of the draws' areas, `first` the month of the draws' first step.
    """
    import pyarrow as pa
    from pyarrow import parquet

    values = draws.values.transpose(2, 1, 0)  # unit, month, draw
    ids = pa.array(units, type=pa.int64() if units.dtype != object else pa.string())
    months = pa.array([str(first + step) for step in range(values.shape[1])])
    schema = pa.schema({"unit": ids.type, "month": pa.string(), "draw": pa.int32(), "value": pa.int64()})
    together = max(_ROWS // (values.shape[1] * values.shape[2]), 1)
    sink = pa.BufferOutputStream()
    with parquet.ParquetWriter(sink, schema, compression="zstd") as writer:
        for start in range(0, len(values), together):
            writer.write_table(_rows(ids[start : start + together], months, values[start : start + together]))
    return bytes(sink.getvalue().to_pybytes())


def _rows(ids: pa.Array, months: pa.Array, values: NDArray[np.float64]) -> pa.Table:
    import pyarrow as pa

    n_units, n_months, n_draws = values.shape
    unit = np.repeat(np.arange(n_units, dtype=np.int32), n_months * n_draws)
    month = np.tile(np.repeat(np.arange(n_months, dtype=np.int32), n_draws), n_units)
    return pa.table(
        {
            "unit": ids.take(pa.array(unit)),
            "month": pa.DictionaryArray.from_arrays(pa.array(month), months).cast(pa.string()),
            "draw": pa.array(np.tile(np.arange(n_draws, dtype=np.int32), n_units * n_months)),
            "value": pa.array(values.ravel().astype(np.int64)),
        }
    )
