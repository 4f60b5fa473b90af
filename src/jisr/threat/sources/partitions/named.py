"""A partition by the word people type for it."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.threat.sources.partitions.partition import Partition
from jisr.threat.sources.partitions.polygons import Polygons
from jisr.threat.sources.partitions.prio_grid import PrioGrid
from jisr.threat.sources.partitions.reported import Reported

__all__ = ["partition_named", "read_names"]


def partition_named(
    what: str,
    *,
    names: Mapping[str, str] | None = None,
    country: str | None = None,
    precision: int | None = None,
    property_: str | None = None,
) -> Partition:
    """`country`, `admin1`, `prio-grid`, or a GeoJSON file.

    Parameters: `names` from reported name to unit, `country` keeps one country's events, `precision` the coarsest
    precision still placed, `property_` the property that names a feature.

    Raises:
        PlanError: the GeoJSON cannot be read (F101, S105, S106).
        ValueError: an option that does not go with the partition.
    """
    reported = what in {"country", "admin1"}
    if reported and (precision or property_):
        msg = f"the {what} is reported as it is: neither precision nor a property applies"
        raise ValueError(msg)
    if not reported and (names or country):
        msg = "names and a country go with reported areas only (country, admin1)"
        raise ValueError(msg)
    if reported:
        return Reported("country" if what == "country" else "admin1", names or {}, only=country)
    if what == "prio-grid":
        return PrioGrid() if precision is None else PrioGrid(least_precision=precision)
    return Polygons.read(Path(what), property_, **({} if precision is None else {"least_precision": precision}))


def read_names(path: Path) -> dict[str, str]:
    """A CSV of two columns with a header, from the reported name to the unit; a blank unit is none.

    Raises:
        PlanError: no such file (F101), a row of another width (S103), or a name that leads to two units (R302).
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise PlanError([finding("F101", Place(path.name), path.name, case="given")]) from None
    rows = list(csv.reader(text.splitlines()))[1:]
    wrong = [number for number, row in enumerate(rows, 2) if row and len(row) != 2]
    if wrong or not rows:
        raise PlanError(
            [finding("S103", Place(path.name, number), ",".join(rows[number - 2])) for number in wrong]
            or [finding("S103", Place(path.name), "")]
        )
    named = [(row[0].strip(), row[1].strip(), number) for number, row in enumerate(rows, 2) if row and row[1].strip()]
    first: dict[str, tuple[str, int]] = {}
    twice = []
    for name, unit, number in named:
        before, line = first.setdefault(name, (unit, number))
        if before != unit:
            twice.append(finding("R302", Place(path.name, number, 1), name, first=f"{path.name}:{line}"))
    if twice:
        raise PlanError(twice)
    return {name: unit for name, unit, _ in named}
