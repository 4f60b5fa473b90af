"""Small made-up files in the columns of UCDP GED."""

from __future__ import annotations

import csv
import zipfile
from pathlib import Path

COLUMNS = (
    "id", "relid", "year", "code_status", "type_of_violence", "conflict_name", "side_a", "side_b", "source_original",
    "where_prec", "where_coordinates", "adm_1", "adm_2", "latitude", "longitude", "priogrid_gid", "country",
    "date_prec", "date_start", "date_end", "best", "high", "low",
)  # fmt: skip


def event(end: str, best: object = 1, start: str | None = None, **changes: object) -> dict[str, object]:
    """One event; what is not said is an exact, clear, state-based one in North, Aland."""
    day = " 00:00:00.000"
    row = dict.fromkeys(COLUMNS, "") | {
        "type_of_violence": 1, "where_prec": 1, "adm_1": "North province", "latitude": 1.5, "longitude": 0.5,
        "country": "Aland", "code_status": "Clear", "source_original": 'two "quoted"\nlines, with a comma',
        "date_start": (start or end) + day, "date_end": end + day, "best": best, "low": best, "high": best,
    }  # fmt: skip
    return row | changes


def ged_csv(path: Path, *events: dict[str, object]) -> Path:
    """The file of some events, as UCDP publishes it."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows(events)
    return path


def zipped(path: Path) -> Path:
    """The file in an archive of its own."""
    target = path.with_suffix(".zip")
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(path, path.name)
    return target
