"""No forecast looks ahead: another future changes no byte of it, whatever the source and whatever the model."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from unit.threat.small_plan import CUTOFF as CUTOFF_OF_PLAN
from unit.threat.small_plan import area, driver, observed, partnership, small_plan
from unit.threat.sources.ged_file import event, ged_csv

import jisr
from jisr.months import Month
from jisr.plan import Plan
from jisr.threat import forecasts_text, stored_forecasts, tidy_file

FIRST, MONTHS = Month.parse("2019-01"), 36
CUTOFF = FIRST + 23
NAMES = {"North province": "north", "South province": "south"}
SQUARE = '{"type":"Polygon","coordinates":[[[%g,1],[%g,1],[%g,2],[%g,2],[%g,1]]]}'


def deaths(later: int) -> list[tuple[Month, str, int, float]]:
    """Month, place, deaths and longitude of 72 events; `later` is another future after the cutoff, in other places."""
    values = np.random.default_rng(4).poisson(6, (MONTHS, 2))
    values[24:] = values[24:] * later + later - 1
    return [
        (FIRST + t, name, int(values[t, i]), (0.5 + i + later if t > 23 else 0.5 + i))
        for t in range(MONTHS)
        for i, name in enumerate(NAMES)
    ]


def ucdp(path: Path, later: int) -> list[Path]:
    rows = [event(f"{m}-11", n, adm_1=name, longitude=x, low=0, high=n + 1) for m, name, n, x in deaths(later)]
    return [ged_csv(path / "GEDEvent_v22_1.csv", *rows)]


def candidate(path: Path, later: int) -> list[Path]:
    rows = [event(f"{m}-11", n, adm_1=name, longitude=x) for m, name, n, x in deaths(later)]
    final = ged_csv(path / "GEDEvent_v21_1.csv", *[row for row in rows if str(row["date_end"]) < "2021"])
    return [final, ged_csv(path / "GEDEvent_v21_01_21_12.csv", *[row for row in rows if str(row["date_end"]) > "2021"])]


def acled(path: Path, later: int) -> list[Path]:
    head = [
        "event_id_cnty",
        "event_date",
        "event_type",
        "country",
        "admin1",
        "latitude",
        "longitude",
        "geo_precision",
        "fatalities",
    ]
    with (path / "acled.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for number, (m, name, n, x) in enumerate(deaths(later)):
            writer.writerow([f"A{number}", f"{m}-11", "Battles", "Aland", name, 1.5, x, 1, n])
    return [path / "acled.csv"]


def views(path: Path, later: int) -> list[Path]:
    lines = [f"{name},{m},{n}" for m, name, n, _ in deaths(later)]
    (path / "panel.csv").write_text("\n".join(["unit,month,value", *lines]) + "\n", encoding="utf-8")
    return [path / "panel.csv"]


def outlines(path: Path) -> str:
    features = ",".join(
        f'{{"type":"Feature","properties":{{"name":"u{i}"}},"geometry":{SQUARE % (i, i + 1, i + 1, i, i)}}}'
        for i in range(5)
    )
    (path / "areas.geojson").write_text(f'{{"type":"FeatureCollection","features":[{features}]}}', encoding="utf-8")
    return str(path / "areas.geojson")


@pytest.mark.parametrize(
    ("source", "partition"),
    [
        ("ucdp", "admin1"),
        ("ucdp", "outlines"),
        ("ucdp-candidate", "admin1"),
        ("acled", "admin1"),
        ("acled", "outlines"),
        ("views", ""),
    ],
)
def test_another_future_changes_no_byte(tmp_path: Path, source: str, partition: str) -> None:
    write = {"ucdp": ucdp, "ucdp-candidate": candidate, "acled": acled, "views": views}[source]
    made: list[list[bytes]] = []
    panels = []
    for later in (1, 3):
        folder = tmp_path / str(later)
        folder.mkdir()
        files = write(folder, later)
        where = outlines(folder) if partition == "outlines" else partition or "country"
        counts = jisr.threat_panel(source, files, partition=where, names=NAMES if partition == "admin1" else None)
        (folder / "out.csv").write_bytes(tidy_file(counts, "csv"))
        panels.append(counts.values)
        made.append(
            [
                jisr.threat_forecast(folder / "out.csv", str(CUTOFF), steps="1:6", draws=20, model=model).parquet
                for model in jisr.threat_models()
            ]
        )
    assert made[0] == made[1]
    before = CUTOFF - FIRST + 1
    rows = slice(-MONTHS, before - MONTHS)
    assert panels[0][rows].tobytes() == panels[1][rows].tobytes()
    assert (panels[0][-12:] != panels[1][-12:]).any()  # else nothing was changed


@pytest.mark.parametrize("model", ["skeleton", "pool"])
def test_a_plan_looks_at_nothing_after_its_cutoff(model: str) -> None:
    """Counts of a plan by area, those after its cutoff tripled; what is kept to be scored is the same to the byte."""

    def plan(later: int) -> Plan:
        cutoff = Month.of(CUTOFF_OF_PLAN)
        rows = [
            observed("incidents", cutoff + t, float(3 + (t + i) % 5) * (later if t > 0 else 1), name)
            for i, name in enumerate(("north", "south"))
            for t in range(-23, 7)
        ]
        small = small_plan(
            observed=rows,
            areas=[area("north"), area("south")],
            drivers=[driver("of-incidents", series="incidents")],
            demand=[],
        )
        return replace(small, partnership=partnership(defaults={"threat_model": model}))

    one, other = plan(1), plan(3)
    assert one != other
    texts = [forecasts_text(each, stored_forecasts(each)) for each in (one, other)]
    assert model in texts[0]
    assert texts[0] == texts[1]
