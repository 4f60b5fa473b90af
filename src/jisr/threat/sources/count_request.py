"""What is asked of an event source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from jisr.months import Month
from jisr.threat.sources.partitions.partition import Partition

__all__ = ["CountRequest", "Measure", "Spanning", "Zeros"]

Measure = Literal["deaths", "low", "high", "events"]
"""Deaths by the best, the lowest or the highest estimate, or the number of events."""
Spanning = Literal["end", "spread", "leave-out"]
"""An event of several months: all in the month it ends, spread by days, or left out."""
Zeros = Literal["covered", "from-first", "given"]
"""A month without events: zero wherever the source looked; zero from the unit's first event on; not observed."""


@dataclass(frozen=True)
class CountRequest:
    """What to count, for which units and months, under which rules.

    Parameters: `partition` None for sources that already count by unit; `kinds` of violence, empty for all; `first` and
    `last` None for all months the source covers; `series` the value column of a panel, or a plan's series; `names`
    renames units of sources that already count by unit.
    """

    partition: Partition | None = None
    measure: Measure = "deaths"
    kinds: tuple[str, ...] = ()
    first: Month | None = None
    last: Month | None = None
    spanning: Spanning = "end"
    zeros: Zeros = "covered"
    series: str | None = None
    names: Mapping[str, str] = field(default_factory=dict)
