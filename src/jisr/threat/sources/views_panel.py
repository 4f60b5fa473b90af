"""A panel somebody already made: `unit, month, value`, or the columns VIEWS writes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.month_counts import MonthCounts
from jisr.threat.sources.panel_file import read_panel_file
from jisr.threat.sources.table_file import column_names

__all__ = ["ViewsPanel"]

_UNITS = ("unit", "country_id", "priogrid_gid", "priogrid_id")
_MONTHS = ("month_id", "month")  # VIEWS also writes the month of the year, as `month`
_VALUES = ("value", "ged_sb", "ged_sb_best_sum", "ged_ns", "ged_os")


@dataclass(frozen=True)
class ViewsPanel:
    """One file, CSV, zipped CSV or Parquet, one row per unit and month, read as `read_panel_file` reads it.

    `unit` (or `country_id`, `priogrid_gid`), `month` (or `month_id`), and a value column: `series`, else `value`, else the
    first VIEWS column there is. A unit may begin late or end early: months outside its rows are not observed. A month
    missing between two of its rows is a finding, or 0 where the request asks for zeros from the first on.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request; partition, kinds and spanning are settled by whoever made the panel.

        Raises:
            PlanError: not one file (S108), no such columns (S102), or what `read_panel_file` finds; gaps (T515).
        """
        if len(paths) != 1:
            raise PlanError([finding("S108", Place("panel"), len(paths), expected=1)])
        path = paths[0]
        there = {name.lower(): name for name in column_names(path)}
        wanted = (_UNITS, _MONTHS, (request.series,) if request.series else _VALUES)
        unit, month, value = (_first(path, there, names) for names in wanted)
        read = read_panel_file(path, (unit, month, value))
        gaps = read.gaps(to_the_end=False) if request.zeros != "from-first" else []
        if gaps:
            raise PlanError(gaps)
        values = read.values
        if request.zeros == "from-first":
            begun = np.arange(len(values))[:, None] >= read.begins()
            values = np.where(begun & np.isnan(values), 0.0, values)
        first, last = read.first, read.first + (len(values) - 1)
        low, high = max(request.first or first, first), min(request.last or last, last)
        kept = values[low - first : max(high - first + 1, low - first)]
        names = tuple(request.names.get(name, name) for name in read.names)
        return MonthCounts(kept, Month(low.ordinal), names, "counts")


def _first(path: Path, there: dict[str, str], names: Sequence[str]) -> str:
    for name in names:
        if name.lower() in there:
            return there[name.lower()]
    raise PlanError([finding("S102", Place(path.name, 1), " ".join(names), known=" ".join(sorted(there)))])
