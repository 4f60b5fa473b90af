"""A file of the size and shape of the full GED → panels: seconds, and the most memory.

The file is made up: 350,000 events over 1989–2024 in the columns UCDP publishes, with source texts of the usual length.
Every panel is made in a process of its own, so that its memory is its own. The peer in the same run reads the same file
with the standard library's `csv` and adds up countries, nothing else.

    python benchmarks/event_panel.py [--events 350000] [--geojson FILE]
"""

from __future__ import annotations

import argparse
import csv
import resource
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

import numpy as np

SOURCE = Path(__file__).resolve().parent.parent / "src"
HEADER = [
    "id",
    "relid",
    "year",
    "active_year",
    "code_status",
    "type_of_violence",
    "conflict_dset_id",
    "conflict_new_id",
    "conflict_name",
    "dyad_dset_id",
    "dyad_new_id",
    "dyad_name",
    "side_a_dset_id",
    "side_a_new_id",
    "side_a",
    "side_b_dset_id",
    "side_b_new_id",
    "side_b",
    "number_of_sources",
    "source_article",
    "source_office",
    "source_date",
    "source_headline",
    "source_original",
    "where_prec",
    "where_coordinates",
    "where_description",
    "adm_1",
    "adm_2",
    "latitude",
    "longitude",
    "geom_wkt",
    "priogrid_gid",
    "country",
    "country_id",
    "region",
    "event_clarity",
    "date_prec",
    "date_start",
    "date_end",
    "deaths_a",
    "deaths_b",
    "deaths_civilians",
    "deaths_unknown",
    "best",
    "high",
    "low",
    "gwnoa",
    "gwnob",
]
ARTICLE = '"Agency, 2004-05-06, ""Clashes leave several dead near the town, officials say"""' + " and so on" * 20


def made_up(path: Path, events: int) -> None:
    """A CSV of that many events in 124 countries of 12 areas each; 1 % span months, 4 % have no area."""
    random = np.random.default_rng(1)
    day0 = np.datetime64("1989-01-01")
    start = day0 + random.integers(0, 13_149, events)
    length = np.where(random.random(events) < 0.01, random.integers(30, 200, events), random.integers(0, 2, events))
    end = np.minimum(start + length, np.datetime64("2024-12-31"))
    country, area = random.integers(0, 124, events), random.integers(0, 12, events)
    latitude, longitude = random.uniform(-35, 45, events).round(3), random.uniform(-20, 60, events).round(3)
    deaths = random.poisson(random.gamma(0.3, 20, events))
    precision = random.choice([1, 2, 3, 4, 5, 6], events, p=[0.5, 0.2, 0.1, 0.16, 0.02, 0.02])
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADER)
        for i in range(events):
            where = "" if precision[i] > 4 else f"Area {area[i]} province"
            writer.writerow([
                i, f"X-{i}", str(start[i])[:4], 1, "Clear", 1 + i % 3, i % 300, i % 300, f"Country {country[i]}: Government",
                i % 900, i % 900, "Government - Group", 1, 1, "Government", 2, 2, f"Group {i % 500}", 1, ARTICLE, "Agency",
                "2004-05-06", "Clashes leave several dead", ARTICLE, precision[i], "a town", "near the town of that name, in the district",
                where, "district", latitude[i], longitude[i], f"POINT ({longitude[i]} {latitude[i]})", 1,
                f"Country {country[i]}", country[i], "Region", 1, 1, f"{start[i]} 00:00:00.000", f"{end[i]} 00:00:00.000",
                0, 0, 0, deaths[i], deaths[i], deaths[i] + 1, deaths[i], "", "",
            ])  # fmt: skip


def boxes(path: Path) -> None:
    """600 areas of made-up outlines, 60 corners each."""
    import json

    turn = np.linspace(0, 2 * np.pi, 61)
    features = []
    for number in range(600):
        x, y = -20 + 80 * (number % 30) / 30 + 1.33, -35 + 80 * (number // 30) / 20 + 2
        ring = [[x + 1.2 * np.cos(a), y + 1.8 * np.sin(a)] for a in turn[:-1]]
        geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
        features.append({"type": "Feature", "properties": {"name": f"a{number}"}, "geometry": geometry})
    path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))


def one_panel(file: str, partition: str, out: str) -> None:
    """Make one panel in this process; print seconds, MB and cells."""
    sys.path.insert(0, str(SOURCE))
    started = time.perf_counter()
    import jisr
    from jisr.threat import tidy_file

    counts = jisr.threat_panel("ucdp", [file], partition=partition)
    Path(out).write_bytes(tidy_file(counts, "parquet"))
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{seconds:6.2f} s  {memory:6.0f} MB  {counts.values.shape[1]:6} units × {counts.values.shape[0]} months")


def standard_library(file: str) -> None:
    """The peer: the same file by the standard library, countries by month."""
    started = time.perf_counter()
    sums: dict[tuple[str, str], float] = {}
    with Path(file).open(encoding="utf-8", newline="") as text:
        for row in csv.DictReader(text):
            key = (row["country"], row["date_end"][:7])
            sums[key] = sums.get(key, 0.0) + float(row["best"])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{time.perf_counter() - started:6.2f} s  {memory:6.0f} MB  countries, no checks")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--events", type=int, default=350_000)
    parser.add_argument("--one", nargs=3)
    parser.add_argument("--peer")
    options = parser.parse_args()
    if options.one:
        one_panel(*options.one)
    elif options.peer:
        standard_library(options.peer)
    else:
        with tempfile.TemporaryDirectory() as scratch:
            table = Path(scratch) / "GEDEvent_v25_1.csv"
            made_up(table, options.events)
            boxes(Path(scratch) / "areas.geojson")
            packed = Path(scratch) / "ged251-csv.zip"
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.write(table, table.name)
            print(
                f"{options.events} events, {table.stat().st_size / 1e6:.0f} MB, zipped {packed.stat().st_size / 1e6:.0f} MB"
            )
            own = [sys.executable, str(Path(__file__).resolve())]
            for name, file, partition in (
                ("country, csv", table, "country"),
                ("country, zip", packed, "country"),
                ("first-level areas, csv", table, f"{scratch}/areas.geojson"),
                ("PRIO-GRID, csv", table, "prio-grid"),
            ):
                print(f"{name:24}", end="", flush=True)
                subprocess.run([*own, "--one", str(file), partition, f"{scratch}/out.parquet"], check=True)
            print(f"{'standard library, csv':24}", end="", flush=True)
            subprocess.run([*own, "--peer", str(table)], check=True)


if __name__ == "__main__":
    main()
