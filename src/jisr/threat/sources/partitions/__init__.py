"""Partitions of the world: each is one file with a class of one method, `place(events) → Placement`."""

from jisr.threat.sources.partitions.named import partition_named, read_names
from jisr.threat.sources.partitions.partition import Partition, Placement
from jisr.threat.sources.partitions.polygons import Polygons
from jisr.threat.sources.partitions.prio_grid import PrioGrid, cell_of
from jisr.threat.sources.partitions.reported import Reported

__all__ = ["Partition", "Placement", "Polygons", "PrioGrid", "Reported", "cell_of", "partition_named", "read_names"]
