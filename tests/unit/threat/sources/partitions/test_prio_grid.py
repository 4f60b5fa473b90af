from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from unit.threat.sources.ged_file import event, ged_csv

from jisr.threat.sources import SOURCES, CountRequest, LeftOut, PrioGrid
from jisr.threat.sources.partitions import cell_of


@pytest.mark.parametrize(
    ("latitude", "longitude", "gid"),
    [(-90, -180, 1), (-90, 179.9, 720), (-89.5, -180, 721), (90, 180, 259_200), (33.25, 43.75, 177_568)],
)
def test_cells_by_the_formula(latitude: float, longitude: float, gid: int) -> None:
    assert cell_of(np.array([latitude]), np.array([longitude])).tolist() == [gid]


def test_middles_of_cells_give_their_own_id() -> None:
    gid = np.arange(1, 259_201)
    row, column = (gid - 1) // 720 + 1, (gid - 1) % 720 + 1
    assert (cell_of(-90 + (row - 0.5) / 2, -180 + (column - 0.5) / 2) == gid).all()


def test_cells_of_the_views_region(shared_data: Path) -> None:
    from pyarrow import parquet

    cells = parquet.read_table(shared_data / "priogrid_views_cells.parquet")
    found = cell_of(cells["lat"].to_numpy(), cells["lon"].to_numpy())
    assert (found == cells["priogrid_gid"].to_numpy()).all()


def test_only_well_known_places_have_a_cell(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-01-01", 30, where_prec=4, latitude=9))
    found = SOURCES["ucdp"].counts([path], CountRequest(PrioGrid()))
    assert found.units == (str(cell_of(np.array([1.5]), np.array([0.5]))[0]),)
    assert found.left_out == (LeftOut("imprecise", 1, 30.0),)


def test_cells_given_are_the_units_even_without_events(tmp_path: Path) -> None:
    path = ged_csv(tmp_path / "mine.csv", event("2020-01-01"), event("2020-01-01", 30, latitude=9))
    own = int(cell_of(np.array([1.5]), np.array([0.5]))[0])
    found = SOURCES["ucdp"].counts([path], CountRequest(PrioGrid((str(own), "1"))))
    assert found.units == (str(own), "1")
    assert found.values.tolist() == [[1, 0]]
    assert found.left_out == (LeftOut("no-area", 1, 30.0, ("North province",)),)
