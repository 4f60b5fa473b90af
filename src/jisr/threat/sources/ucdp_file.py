"""One file of UCDP events, final or candidate: the same columns."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.threat.sources.events import MOST_OF_AN_EVENT, Events
from jisr.threat.sources.row_lines import row_lines
from jisr.threat.sources.table_file import Wanted, read_columns

__all__ = ["KINDS", "read_ucdp"]

KINDS = {1: "state-based", 2: "non-state", 3: "one-sided"}
"""`type_of_violence` of the codebook."""
_COLUMNS = (
    Wanted("id", "number", required=False),
    Wanted("type_of_violence", "number"),
    Wanted("where_prec", "number"),
    Wanted("adm_1", "text"),
    Wanted("latitude", "number"),
    Wanted("longitude", "number"),
    Wanted("country", "text", required=False),
    Wanted("date_start", "day"),
    Wanted("date_end", "day"),
    Wanted("best", "number"),
    Wanted("low", "number"),
    Wanted("high", "number"),
    Wanted("code_status", "text", required=False),
)


def read_ucdp(path: Path) -> Events:
    """The events of a file (CSV, zipped CSV, Parquet).

    `code_status` other than `Clear` marks a candidate event whose place among the events UCDP itself doubts.

    Raises:
        PlanError: the file cannot be read (F101, S101–S104), or an event has a negative count, an end before its start, no
            known kind of violence, or the id of another (S107).
    """
    read = read_columns(path, _COLUMNS)
    rows = len(read["best"])
    kind = np.array([KINDS.get(one, "") for one in range(4)], dtype=object)
    types = np.nan_to_num(read["type_of_violence"]).astype(np.int64)
    blank = np.full(rows, "", dtype=object)
    status = read.get("code_status", blank).astype(str)
    events = Events(
        start=read["date_start"],
        end=read["date_end"],
        kind=kind[np.clip(types, 0, 3)],
        values={"deaths": read["best"], "low": read["low"], "high": read["high"]},
        latitude=read["latitude"],
        longitude=read["longitude"],
        precision=np.nan_to_num(read["where_prec"], nan=7).astype(np.int64),
        country=read.get("country", blank),
        admin1=read["adm_1"],
        clear=(status == "") | (np.char.lower(status) == "clear"),
    )
    _check(path, events, types, read.get("id", np.full(rows, np.nan)))
    return events


def _check(path: Path, events: Events, types: NDArray[np.int64], ids: NDArray[np.float64]) -> None:
    """Raises PlanError with the first event of every rule that is broken."""
    rules = {
        "id": _again(ids),
        "type_of_violence": ~np.isin(types, list(KINDS)),
        "date_end": events.end < events.start,
        **{name: ~((values >= 0) & (values <= MOST_OF_AN_EVENT)) for name, values in events.values.items()},
    }
    found = []
    for column, broken in rules.items():
        if broken.any():
            row = int(np.argmax(broken))
            said = {"id": ids, "type_of_violence": types, "date_end": events.end} | dict(events.values)
            found.append(
                finding(
                    "S107",
                    Place(path.name, row_lines(path, [row])[0]),
                    f"{said[column][row]:.0f}" if column == "id" else said[column][row],
                    column=column,
                    rows=int(broken.sum()),
                )
            )
    if found:
        raise PlanError(found)


def _again(ids: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Events whose id stood before: files put together twice. A blank id says nothing. Shape: (event,)."""
    again = np.ones(len(ids), dtype=np.bool_)
    again[np.unique(ids, return_index=True)[1]] = False
    return np.asarray(again & ~np.isnan(ids))
