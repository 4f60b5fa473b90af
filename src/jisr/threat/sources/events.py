"""Events as a source tells them: the only place above the files where a point on the ground is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np
from numpy.typing import NDArray

__all__ = ["ADMIN1", "COUNTRY", "DISTRICT", "MOST_OF_AN_EVENT", "Events", "join"]

DISTRICT = 3
"""Precision at which the second-level district is known (UCDP `where_prec` 3)."""
ADMIN1 = 4
"""Precision at which only the first-level area is known (UCDP `where_prec` 4)."""
COUNTRY = 7
"""Any precision: the country alone may be known (UCDP `where_prec` 6), or not even that (7)."""

MOST_OF_AN_EVENT = 1e8
"""Deaths: more than in any war so far; a value above it is another column, or no figure."""


@dataclass(frozen=True)
class Events:
    """One entry per event. Shape: every array (event,).

    `start` and `end` are days (datetime64[D]); `kind` the kind of violence; `values` measures by name; `latitude` and
    `longitude` degrees, NaN where unknown; `precision` UCDP's scale of 1 (exact) to 7, 0 unknown; `country` and `admin1`
    as reported, blank where not; `clear` false where the source itself doubts that it belongs.
    """

    start: NDArray[np.datetime64]
    end: NDArray[np.datetime64]
    kind: NDArray[np.object_]
    values: Mapping[str, NDArray[np.float64]]
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    precision: NDArray[np.int64]
    country: NDArray[np.object_]
    admin1: NDArray[np.object_]
    clear: NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.start)

    def where(self, mask: NDArray[np.bool_]) -> Events:
        """The events a mask picks. Shape of the mask: (event,)."""
        picked = {one.name: getattr(self, one.name)[mask] for one in fields(self) if one.name != "values"}
        return Events(**picked, values={name: values[mask] for name, values in self.values.items()})

    def end_months(self) -> NDArray[np.int64]:
        """The month each event ends in, as `Month.ordinal`. Shape: (event,)."""
        return month_ordinals(self.end)

    def start_months(self) -> NDArray[np.int64]:
        """The month each event begins in, as `Month.ordinal`. Shape: (event,)."""
        return month_ordinals(self.start)


_EPOCH = 1970 * 12


def month_ordinals(days: NDArray[np.datetime64]) -> NDArray[np.int64]:
    """The month of each day, as `Month.ordinal`. Shape: as given."""
    return days.astype("datetime64[M]").astype(np.int64) + _EPOCH


def join(parts: list[Events]) -> Events:
    """The events of several files, in order. The measures are those all of them have."""
    names = set.intersection(*(set(part.values) for part in parts))
    joined = {
        one.name: np.concatenate([getattr(part, one.name) for part in parts])
        for one in fields(Events)
        if one.name != "values"
    }
    values = {name: np.concatenate([part.values[name] for part in parts]) for name in sorted(names)}
    return Events(**joined, values=values)
