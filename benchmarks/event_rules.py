"""What the rules for events come to in Iraq, and how other data would have them.

Reads UCDP's events of Iraq 1989–2017, the VIEWS series of the country, and outlines of its governorates. Prints how far
monthly deaths lie from VIEWS by the end and by the start of events; events of several months; events without first-level area;
how often the polygon a point lies in is the governorate UCDP reports.

    python benchmarks/event_rules.py FOLDER_OF_DATA
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from jisr.threat.sources import Polygons
from jisr.threat.sources.ucdp_file import read_ucdp

FIRST, LAST = 360, 455
"""January 2010 and December 2017, from January 1980 as 0."""


def main(folder: Path) -> None:
    path = folder / "ucdp_ged_iraq_events_1989_2017.parquet"
    events = read_ucdp(path)
    deaths = events.values["deaths"]
    series = views(folder)
    state = events.kind == "state-based"
    print(f"VIEWS, 2010-2017: {series.sum():,.0f} deaths")
    for name, months in (("end", events.end_months()), ("start", events.start_months())):
        counted = np.bincount(months[state] - 1980 * 12, weights=deaths[state], minlength=LAST + 1)[FIRST : LAST + 1]
        print(f"  by {name}: sum of absolute monthly differences {np.abs(counted - series).sum():,.0f}")
    spans = events.start_months() < events.end_months()
    print(
        f"events of several months: {spans.mean():.1%}, with {deaths[spans].sum() / deaths.sum():.1%} of {deaths.sum():,.0f} deaths"
    )
    unplaced = events.admin1.astype(str) == ""
    print(f"without first-level area: {unplaced.sum()} events, {deaths[unplaced].sum():,.0f} deaths")
    agreement(folder, path)


def views(folder: Path) -> NDArray[np.float64]:
    rows = pq.read_table(folder / "views_cm_sb_199001_202212.parquet").to_pydict()
    found = {
        month: value
        for month, country, value in zip(rows["month_id"], rows["country"], rows["ged_sb"], strict=True)
        if country == "Iraq"
    }
    return np.array([found[month + 1] for month in range(FIRST, LAST + 1)], dtype=np.float64)


def agreement(folder: Path, path: Path) -> None:
    events = read_ucdp(path)
    reported = np.array([name or "" for name in pq.read_table(path, columns=["gov"])["gov"].to_pylist()])
    areas = Polygons.read(folder / "iraq_adm1_geoboundaries.geojson", least_precision=7)
    placed = areas.place(events)
    names = np.array([*areas.units, ""])[placed.unit_of]
    both = (reported != "") & (names != "")
    print(f"polygon and report agree: {(names == reported)[both].mean():.1%} of {both.sum():,} events")
    for name in ("Baghdad", "Wasit"):
        of = both & (reported == name)
        print(f"  {name}: {(names == reported)[of].mean():.1%} of {of.sum():,}")
    print(f"points outside all polygons: {((names == '') & np.isfinite(events.latitude)).sum()}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
