from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from jisr.findings import PlanError
from jisr.threat.sources import SOURCES, CountRequest

ROOT = Path(__file__).resolve().parents[4]


def test_months_of_a_series_become_a_panel() -> None:
    found = SOURCES["plan"].counts([ROOT / "examples" / "iraq-2024"], CountRequest(series="ucdp-deaths"))
    assert found.units == ("ucdp-deaths",)
    assert (str(found.first), str(found.last)) == ("2019-01", "2024-09")
    assert found.values[:3, 0].tolist() == [33, 65, 68]


def test_areas_where_they_were_observed_and_nothing_elsewhere() -> None:
    found = SOURCES["plan"].counts([ROOT / "examples" / "iraq-2024"], CountRequest(series="is-incidents"))
    assert len(found.units) == 19  # Halabja has its own since it was split from Sulaymaniyah
    assert found.values[0, found.units.index("kirkuk")] == 7
    assert np.isnan(found.values).any()


@pytest.mark.parametrize(("series", "code"), [("rumours", "S113"), (None, "S113"), ("ctc-attacks", "S114")])
def test_a_series_that_gives_no_month_is_found(series: str | None, code: str) -> None:
    with pytest.raises(PlanError) as caught:
        SOURCES["plan"].counts([ROOT / "examples" / "iraq-2024"], CountRequest(series=series))
    assert [one.code for one in caught.value.findings] == [code]


def test_a_workspace_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples" / "three-areas", tmp_path / "plan")
    (tmp_path / "plan" / "partnership.yaml").unlink()
    with pytest.raises(PlanError) as caught:
        SOURCES["plan"].counts([tmp_path / "plan"], CountRequest(series="x"))
    assert caught.value.findings[0].code == "F101"
