"""ACLED: an export the user downloaded under their own terms. Nothing of it is kept or passed on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_events import Coverage, count_events
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.events import MOST_OF_AN_EVENT, Events, join
from jisr.threat.sources.month_counts import MonthCounts
from jisr.threat.sources.row_lines import row_lines
from jisr.threat.sources.table_file import Wanted, read_columns

__all__ = ["Acled"]

_COLUMNS = (
    Wanted("event_id_cnty", "text", required=False),
    Wanted("event_date", "day"),
    Wanted("event_type", "text"),
    Wanted("country", "text"),
    Wanted("admin1", "text"),
    Wanted("latitude", "number"),
    Wanted("longitude", "number"),
    Wanted("geo_precision", "number"),
    Wanted("fatalities", "number"),
)
_PRECISION = np.array([7, 1, 3, 4])
"""`geo_precision` 1 (the place), 2 (near it, within the district), 3 (the region) on UCDP's scale."""


@dataclass(frozen=True)
class Acled:
    """Raleigh et al. 2010, JPR 47(5): one or more exports in the columns of the data export tool.

    An event is a day long, so none spans months. ACLED began in different years in different countries and an export
    holds what was asked for, so it covers the months from its first to its last event. Ask for zeros from each unit's first
    event on (`from-first`) where countries begin apart.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request; `low` and `high` do not exist here.

        Raises:
            PlanError: no file (S108), no events (S103), or a file cannot be read (F101, S101–S107).
            ValueError: the measure is one ACLED does not have.
        """
        if not paths:
            raise PlanError([finding("S108", Place("acled"), 0, expected="1 …")])
        if request.measure not in {"deaths", "events"}:
            msg = f"ACLED has deaths and events, not {request.measure}"
            raise ValueError(msg)
        parts, ids = zip(*[_read(path) for path in paths], strict=True)
        events = join(list(parts)).where(_last_of_each(np.concatenate(ids)))
        if not len(events):
            raise PlanError([finding("S103", Place(paths[0].name), "")])
        months = events.end_months()
        coverage = Coverage(Month(int(months.min())), Month(int(months.max())), paths[0].name)
        return count_events(events, coverage, request)


def _last_of_each(ids: NDArray[np.object_]) -> NDArray[np.bool_]:
    """One event where exports overlap: the one of the later file. Events without an id are all kept. Shape: (event,)."""
    texts = ids.astype(str)
    _, first_from_the_end = np.unique(texts[::-1], return_index=True)
    kept = texts == ""
    kept[len(texts) - 1 - first_from_the_end] = True
    return np.asarray(kept)


def _read(path: Path) -> tuple[Events, NDArray[np.object_]]:
    read = read_columns(path, _COLUMNS)
    days, deaths = read["event_date"], read["fatalities"]
    broken = ~((deaths >= 0) & (deaths <= MOST_OF_AN_EVENT))
    if broken.any():
        row = int(np.argmax(broken))
        place = Place(path.name, row_lines(path, [row])[0])
        raise PlanError([finding("S107", place, deaths[row], column="fatalities", rows=int(broken.sum()))])
    precision = np.clip(np.nan_to_num(read["geo_precision"]), 0, 3).astype(np.int64)
    events = Events(
        start=days,
        end=days,
        kind=np.array(
            [one.strip().lower().replace(" ", "-").replace("/", "-") for one in read["event_type"]], dtype=object
        ),
        values={"deaths": deaths},
        latitude=read["latitude"],
        longitude=read["longitude"],
        precision=_PRECISION[precision],
        country=read["country"],
        admin1=read["admin1"],
        clear=np.ones(len(days), dtype=np.bool_),
    )
    return events, read.get("event_id_cnty", np.full(len(days), "", dtype=object))
