"""What every event source is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.month_counts import MonthCounts

__all__ = ["EventSource"]


class EventSource(Protocol):
    """Somebody's files, read as counts by unit and month; a class found under the entry point `jisr.event_sources`."""

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request.

        Raises:
            PlanError: with every finding, when a file cannot be read as what it should be.
        """
        ...
