from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, MonthCounts, tidy_file

COUNTS = MonthCounts(np.array([[1.0, np.nan], [0.0, 3.0]]), Month.parse("2020-01"), ("a, b", "c"), "deaths")


def test_one_row_for_each_observed_unit_month() -> None:
    plain = replace(COUNTS, units=("a", "c"))
    assert tidy_file(plain, "csv") == b"unit,month,value\na,2020-01,1\na,2020-02,0\nc,2020-02,3\n"


@pytest.mark.parametrize("kind", ["csv", "parquet"])
def test_it_is_read_back_as_it_was(tmp_path: Path, kind: str) -> None:
    (tmp_path / f"panel.{kind}").write_bytes(tidy_file(COUNTS, kind))
    found = SOURCES["views"].counts([tmp_path / f"panel.{kind}"], CountRequest())
    assert found.units == COUNTS.units
    assert np.array_equal(found.values, COUNTS.values, equal_nan=True)
