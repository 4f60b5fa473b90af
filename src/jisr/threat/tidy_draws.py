"""Draws as a file: Parquet with the columns `unit, month, draw, value`."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from jisr.months import Month
from jisr.threat.count_draws import CountDraws

__all__ = ["draws_parquet"]


def draws_parquet(draws: CountDraws, units: NDArray[Any], first: Month) -> bytes:
    """One row per unit, month and draw, in that order; months as `YYYY-MM`, draws from 0, values whole numbers.

    Parameters: `units` in the order of the draws' areas, `first` the month of the draws' first step.
    """
    import pyarrow as pa
    from pyarrow import parquet

    values = draws.values.transpose(2, 1, 0)  # unit, month, draw
    n_units, n_months, n_draws = values.shape
    ids = pa.array(units, type=pa.int64() if units.dtype != object else pa.string())
    months = pa.array([str(first + step) for step in range(n_months)])
    unit = np.repeat(np.arange(n_units, dtype=np.int32), n_months * n_draws)
    month = np.tile(np.repeat(np.arange(n_months, dtype=np.int32), n_draws), n_units)
    table = pa.table(
        {
            "unit": ids.take(pa.array(unit)),
            "month": pa.DictionaryArray.from_arrays(pa.array(month), months).cast(pa.string()),
            "draw": pa.array(np.tile(np.arange(n_draws, dtype=np.int32), n_units * n_months)),
            "value": pa.array(values.ravel().astype(np.int64)),
        }
    )
    sink = pa.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())
