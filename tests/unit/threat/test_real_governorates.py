"""Iraq's governorates from a file of UCDP's events a plan names: the counts, and draws that are worth having."""

from __future__ import annotations

import csv
import datetime as dt
from pathlib import Path

import numpy as np
import pytest
from unit.threat.small_plan import area, driver, partnership, series

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.plan import EventFile, Evidence, Plan
from jisr.threat import compile_threat, monthly_areas, threat_paths, with_event_counts
from jisr.threat.scores import crps

FILE = "ucdp_ged_iraq_events_1989_2017.parquet"
CUTOFF = Month.parse("2016-10")


def table(path: Path, *columns: str) -> list[list[object]]:
    from pyarrow import parquet

    read = parquet.read_table(path, columns=list(columns)).to_pydict()
    return [read[name] for name in columns]


def plan_at(folder: Path, names: dict[str, str], cutoff: Month) -> Plan:
    areas = sorted(set(names.values()))
    with (folder / "names.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("reported", "area"), *names.items()])
    row = EventFile(
        series="deaths", source="ucdp", files=FILE, names="names.csv", kinds="state-based", evidence="ged",
        from_month=Month.parse("1990-01"),
    )  # fmt: skip
    tables = {
        "areas": tuple(area(one) for one in areas),
        "drivers": (driver("deaths", series="deaths"),),
        "series": (series("deaths", counts="deaths"),),
        "event_files": (row,),
        "evidence": (Evidence(evidence="ged", publisher="UCDP", title="GED", published=dt.date(2019, 6, 1), grade=3),),
    }
    settings = partnership(cutoff=cutoff.last_day(), horizon=14, defaults={"threat_model": "pool"})
    plan, found = with_event_counts(Plan(settings, tables), folder)
    assert [one.code for one in found if one.severity == "error"] == []
    return plan


@pytest.fixture(scope="module")
def governorates(shared_data: Path) -> dict[str, str]:
    adm_1, gov = table(shared_data / FILE, "adm_1", "gov")
    return {str(a).strip(): str(g).lower().replace(" ", "-") for a, g in zip(adm_1, gov, strict=True) if a and g}


def test_counts_and_draws_of_the_governorates(shared_data: Path, tmp_path: Path, governorates: dict[str, str]) -> None:
    (tmp_path / FILE).symlink_to((shared_data / FILE).resolve())
    plan = plan_at(tmp_path, governorates, CUTOFF)
    counted = monthly_areas(plan, "deaths")
    truth: dict[tuple[Month, str], float] = {}
    rows = table(shared_data / "iraq_adm1_month_1989_2017.parquet", "month_id", "governorate", "sb")
    for number, unit, value in zip(*rows, strict=True):
        month = Month.parse("1979-12") + int(str(number))
        truth[month, str(unit).lower().replace(" ", "-")] = float(str(value))
    names = [row.area for row in plan.tables["areas"]]  # type: ignore[attr-defined]
    assert len(names) == 18
    assert max(counted) == CUTOFF
    for month, values in counted.items():
        assert values.tolist() == [truth[month, name] for name in names]

    data = compile_threat(plan)
    drawn = threat_paths(data, draw_inputs(plan, Block(0, 500), seed=1), 1).counts["deaths"][:, data.window :]
    actual = np.array([[truth[CUTOFF + step, name] for name in names] for step in range(3, 15)])
    last_year = np.stack([counted[CUTOFF + -back] for back in range(12)])
    reference = np.sort(np.repeat(last_year[:, None], 12, axis=1), axis=0)
    ours = crps(np.sort(drawn[:, 2:14], axis=0), actual).mean()
    assert ours < 0.95 * crps(reference, actual).mean()  # conflictology, the benchmark to beat
