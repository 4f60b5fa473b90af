"""PRIO-GRID: cells of half a degree."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.threat.sources.events import DISTRICT, Events
from jisr.threat.sources.partitions.partition import IMPRECISE, NO_AREA, Placement

__all__ = ["PrioGrid", "cell_of"]

_COLUMNS, _ROWS = 720, 360


def cell_of(latitude: NDArray[np.float64], longitude: NDArray[np.float64]) -> NDArray[np.int64]:
    """The `gid` of the cell that holds each point: (row − 1)·720 + column, both from 1 at 90° S, 180° W.

    Source: Tollefsen, Strand & Buhaug 2012, JPR 49(2). A point on an edge belongs to the cell north or east of it.

    Examples:
        >>> cell_of(np.array([33.355813]), np.array([43.786124])).tolist()
        [177568]
    """
    row = np.clip(np.floor((latitude + 90) * 2), 0, _ROWS - 1)
    column = np.clip(np.floor((longitude + 180) * 2), 0, _COLUMNS - 1)
    return np.asarray(row * _COLUMNS + column + 1, dtype=np.int64)


@dataclass(frozen=True)
class PrioGrid:
    """Cells by their `gid`; `units` are the cells there are (land, one region), else those that occur.

    Parameters: `least_precision` the coarsest precision still placed; by default the district, since the point of a
    first-level area is its capital or middle and would fall into one cell out of many.
    """

    units: tuple[str, ...] = ()
    least_precision: int = DISTRICT

    def place(self, events: Events) -> Placement:
        """The cell of each event."""
        known = np.isfinite(events.latitude) & np.isfinite(events.longitude)
        gids = np.zeros(len(events), dtype=np.int64)
        gids[known] = cell_of(events.latitude[known], events.longitude[known])
        units = self.units or tuple(str(gid) for gid in np.unique(gids[known & _placed(events, self.least_precision)]))
        cells = np.array([int(unit) for unit in units], dtype=np.int64)
        order = np.argsort(cells)
        found = order[np.clip(np.searchsorted(cells, gids, sorter=order), 0, max(len(cells) - 1, 0))] if units else gids
        unit_of = np.where(known & (cells[found] == gids), found, NO_AREA) if units else np.full(len(events), NO_AREA)
        return Placement(units, np.where(_placed(events, self.least_precision), unit_of, IMPRECISE))


def _placed(events: Events, least: int) -> NDArray[np.bool_]:
    return events.precision <= least
