"""A panel somebody already made: `unit, month, value`, or the columns VIEWS writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.month_counts import MonthCounts
from jisr.threat.sources.table_file import Wanted, column_names, read_columns

__all__ = ["ViewsPanel"]

_UNITS = ("unit", "country_id", "priogrid_gid", "priogrid_id")
_MONTHS = ("month_id", "month")  # VIEWS also writes the month of the year, as `month`
_VALUES = ("value", "ged_sb", "ged_sb_best_sum", "ged_ns", "ged_os")
_VIEWS_FIRST = Month.parse("1980-01")
"""`month_id` 1 of VIEWS."""
_SHOWN = 20


@dataclass(frozen=True)
class ViewsPanel:
    """One file, CSV, zipped CSV or Parquet, one row per unit and month.

    `unit` (or `country_id`, `priogrid_gid`), `month` written `YYYY-MM`, as a day, or as a `month_id` of VIEWS (1 is
    January 1980), and a value column: `series`, else `value`, else the first VIEWS column there is. A unit may begin
    late or end early: months outside its rows are not observed. A month missing between two of its rows is a finding.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request; partition, kinds and spanning are settled by whoever made the panel.

        Raises:
            PlanError: not one file (S108), it cannot be read (F101, S101–S104), months that are none, negative counts, gaps,
                unit-months that stand twice (S104, S107, S111, S112).
        """
        if len(paths) != 1:
            raise PlanError([finding("S108", Place("panel"), len(paths), expected=1)])
        path = paths[0]
        there = {name.lower() for name in column_names(path)}
        unit, month = _first(path, there, _UNITS, "unit"), _first(path, there, _MONTHS, "month")
        value = _first(path, there, (request.series,) if request.series else _VALUES, "value")
        read = read_columns(path, [Wanted(unit, "text"), Wanted(month, "text"), Wanted(value, "number")])
        months, found = _months(path, read[month])
        found += _values(path, read[value], value)
        if found:
            raise PlanError(found)
        names = np.array([request.names.get(name, name) for name in _plain_names(read[unit])], dtype=object)
        return _table(path, names, months, read[value], request)


def _first(path: Path, there: set[str], names: Sequence[str], what: str) -> str:
    for name in names:
        if name.lower() in there:
            return name
    raise PlanError([finding("S102", Place(path.name, 1), " ".join(names) or what, known=" ".join(sorted(there)))])


def _plain_names(units: NDArray[np.object_]) -> list[str]:
    """Numbers of Parquet written 12.0 are the unit 12."""
    return [name.removesuffix(".0") for name in units]


def _months(path: Path, texts: NDArray[np.object_]) -> tuple[NDArray[np.int64], list[Finding]]:
    different, position = np.unique(texts.astype(str), return_inverse=True)
    ordinals, bad = np.zeros(len(different), dtype=np.int64), np.zeros(len(different), dtype=np.bool_)
    for i, text in enumerate(different):
        month = _month(text)
        bad[i] = month is None
        ordinals[i] = month.ordinal if month else 0
    rows = np.flatnonzero(bad[position.reshape(-1)])
    if not len(rows):
        return ordinals[position.reshape(-1)], []
    place, cell = Place(path.name, int(rows[0]) + 2), texts[rows[0]]
    return ordinals, [finding("S104", place, cell, column="month", rows=len(rows), expected="YYYY-MM")]


def _month(text: str) -> Month | None:
    try:
        number = float(text)
    except ValueError:
        try:
            return Month.parse(text.strip()[:7])
        except ValueError:
            return None
    whole = number == int(number) if abs(number) < 1e9 else False
    return _VIEWS_FIRST + (int(number) - 1) if whole and 1 <= number < 10_000 else None


def _values(path: Path, values: NDArray[np.float64], column: str) -> list[Finding]:
    broken = np.flatnonzero(~(values >= 0))
    if not len(broken):
        return []
    place = Place(path.name, int(broken[0]) + 2)
    return [finding("S107", place, values[broken[0]], column=column, rows=len(broken))]


def _table(
    path: Path,
    names: NDArray[np.object_],
    months: NDArray[np.int64],
    values: NDArray[np.float64],
    request: CountRequest,
) -> MonthCounts:
    if not len(names):
        raise PlanError([finding("S103", Place(path.name), "")])
    units, column = np.unique(names.astype(str), return_inverse=True)
    column = column.reshape(-1)
    first, last = int(months.min()), int(months.max())
    counts = np.full((last - first + 1, len(units)), np.nan)
    seen = np.zeros(counts.shape, dtype=np.int64)
    np.add.at(seen, (months - first, column), 1)
    counts[months - first, column] = values
    found = _twice(path, units, seen, first)
    found += _gaps(path, units, seen, first) if request.zeros != "from-first" else []
    if found:
        raise PlanError(found[:_SHOWN])
    if request.zeros == "from-first":
        begun = np.cumsum(seen, axis=0) > 0
        counts = np.where(begun & (seen == 0), 0.0, counts)
    low = max(request.first.ordinal if request.first else first, first)
    high = min(request.last.ordinal if request.last else last, last)
    kept = counts[low - first : max(high - first + 1, low - first)]
    return MonthCounts(kept, Month(low), tuple(str(unit) for unit in units), "counts")


def _twice(path: Path, units: NDArray[np.str_], seen: NDArray[np.int64], first: int) -> list[Finding]:
    """Unit-months that stand in several rows."""
    return [
        finding(
            "S112", Place(path.name), str(Month(first + int(month))), series=units[unit], rows=int(seen[month, unit])
        )
        for month, unit in np.argwhere(seen > 1)
    ]


def _gaps(path: Path, units: NDArray[np.str_], seen: NDArray[np.int64], first: int) -> list[Finding]:
    """Months missing between the first and the last row of a unit."""
    found = []
    for i, unit in enumerate(units):
        rows = np.flatnonzero(seen[:, i])
        missing = np.setdiff1d(np.arange(rows[0], rows[-1] + 1), rows)
        if len(missing):
            found.append(
                finding("S111", Place(path.name), str(Month(first + int(missing[0]))), series=unit, rows=len(missing))
            )
    return found
