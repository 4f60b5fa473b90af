"""What every partition of the world is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from jisr.threat.sources.events import Events

__all__ = ["IMPRECISE", "NO_AREA", "Partition", "Placement"]

NO_AREA = -1
"""The event names no unit, or its point lies in none."""
IMPRECISE = -2
"""The event's place is known less well than a unit of this partition."""


@dataclass(frozen=True)
class Placement:
    """The unit of each event. Shape: unit_of (event,): a place in `units`, `NO_AREA` or `IMPRECISE`.

    Parameters: `reported` is the name by which the partition looked an event up, None where it did not go by names.
    """

    units: tuple[str, ...]
    unit_of: NDArray[np.int64]
    reported: NDArray[np.object_] | None = None


class Partition(Protocol):
    """Units that do not overlap: countries, first-level areas, cells."""

    def place(self, events: Events) -> Placement:
        """The unit of each event; points end here."""
        ...
