"""Real events of Iraq against a panel that was made from them by other means."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from jisr.months import Month
from jisr.threat.sources import SOURCES, CountRequest, MonthCounts, Polygons, PrioGrid, Reported


def table(path: Path) -> dict[str, list[object]]:
    from pyarrow import parquet

    found: dict[str, list[object]] = parquet.read_table(path).to_pydict()
    return found


@pytest.fixture(scope="module")
def events(shared_data: Path) -> Path:
    return shared_data / "ucdp_ged_iraq_events_1989_2017.parquet"


@pytest.fixture(scope="module")
def names(events: Path) -> dict[str, str]:
    read = table(events)
    return {str(a).strip(): str(g) for a, g in zip(read["adm_1"], read["gov"], strict=True) if a and g}


@pytest.mark.parametrize(("column", "kinds"), [("sb", ("state-based",)), ("all_types", ())])
def test_every_governorate_and_month(
    shared_data: Path, events: Path, names: dict[str, str], column: str, kinds: tuple[str, ...]
) -> None:
    found = SOURCES["ucdp"].counts([events], CountRequest(Reported("admin1", names), kinds=kinds))
    rows = table(shared_data / "iraq_adm1_month_1989_2017.parquet")
    expected = np.zeros((found.last - Month.parse("1989-01") + 1, len(found.units)))
    for month, unit, value in zip(rows["month_id"], rows["governorate"], rows[column], strict=True):
        expected[int(str(month)) - 109, found.units.index(str(unit))] = value
    skipped = found.first - Month.parse("1989-01")
    assert expected[:skipped].sum() == 0
    assert np.array_equal(found.values, expected[skipped:])


def test_events_without_governorate_are_told(events: Path, names: dict[str, str]) -> None:
    (told,) = SOURCES["ucdp"].counts([events], CountRequest(Reported("admin1", names))).left_out
    assert (told.reason, told.events, told.value) == ("no-area", 364, 33_504)


def test_polygons_give_the_areas_other_code_found(shared_data: Path, events: Path) -> None:
    areas = Polygons.read(shared_data / "iraq_adm1_geoboundaries.geojson", least_precision=7)
    found = SOURCES["ucdp"].counts([events], CountRequest(areas))
    read = table(events)
    expected = dict.fromkeys(areas.units, 0.0)
    for unit, value in zip(read["gov_poly"], read["best"], strict=True):
        if unit is not None:
            expected[str(unit)] += float(str(value))
    # one event of 15 deaths lies 30 m inside Kirkuk here; the boundaries of the file are simplified
    expected["Kirkuk"] += 15
    expected["Salah al-Din"] -= 15
    assert dict(zip(found.units, found.values.sum(axis=0), strict=True)) == expected


def test_cells_are_those_ucdp_reports(events: Path) -> None:
    found: MonthCounts = SOURCES["ucdp"].counts([events], CountRequest(PrioGrid(least_precision=7)))
    read = table(events)
    expected: dict[str, float] = {}
    for gid, value in zip(read["priogrid_gid"], read["best"], strict=True):
        if gid is not None:
            name = str(int(float(str(gid))))
            expected[name] = expected.get(name, 0.0) + float(str(value))
    assert dict(zip(found.units, found.values.sum(axis=0), strict=True)) == expected
