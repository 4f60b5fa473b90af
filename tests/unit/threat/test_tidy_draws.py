"""Draws as a file."""

from __future__ import annotations

from io import BytesIO

import numpy as np
import pytest
from pyarrow import parquet

from jisr.months import Month
from jisr.threat import CountDraws, draws_parquet, tidy_draws


@pytest.mark.parametrize("rows", [1_000_000, 7, 1])
def test_a_row_per_unit_month_and_draw_however_many_are_written_at_once(
    monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(tidy_draws, "_ROWS", rows)
    values = np.arange(2 * 3 * 5, dtype=float).reshape(2, 3, 5)  # draw, month, unit
    units = np.array(["a", "b", "c", "d", "e"], dtype=object)
    content = draws_parquet(CountDraws(values, tuple(units), "count/month"), units, Month.parse("2021-12"))
    table = parquet.read_table(BytesIO(content)).to_pylist()
    assert table == [
        {"unit": unit, "month": month, "draw": draw, "value": int(values[draw, m, u])}
        for u, unit in enumerate(units)
        for m, month in enumerate(("2021-12", "2022-01", "2022-02"))
        for draw in range(2)
    ]
