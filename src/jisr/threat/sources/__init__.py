"""Other people's events and counts → counts by unit and month; points on the ground stay in here.

Each source is one file with a class of one method, `counts(paths, request) → MonthCounts`, found by the entry point
`jisr.event_sources`; each partition of the world one with `place(events) → Placement`.
"""

from jisr.threat.sources.count_request import CountRequest, Measure, Spanning, Zeros
from jisr.threat.sources.download import FetchedRelease, FetchRequest, Patience, fetch_release, release_file
from jisr.threat.sources.month_counts import LeftOut, MonthCounts
from jisr.threat.sources.panel_file import PanelFile, read_panel_file
from jisr.threat.sources.partitions import (
    Partition,
    Polygons,
    PrioGrid,
    Reported,
    partition_named,
    read_names,
)
from jisr.threat.sources.registry import SOURCES
from jisr.threat.sources.source import EventSource
from jisr.threat.sources.tidy_file import tidy_file

__all__ = [
    "SOURCES",
    "CountRequest",
    "EventSource",
    "FetchRequest",
    "FetchedRelease",
    "LeftOut",
    "Measure",
    "MonthCounts",
    "PanelFile",
    "Partition",
    "Patience",
    "Polygons",
    "PrioGrid",
    "Reported",
    "Spanning",
    "Zeros",
    "fetch_release",
    "partition_named",
    "read_names",
    "read_panel_file",
    "release_file",
    "tidy_file",
]
