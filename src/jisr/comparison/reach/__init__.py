"""How far single things reach: inputs, limits, positions and choices of the model, one at a time over the same draws."""

from jisr.comparison.reach.find_reach import find_reach
from jisr.comparison.reach.findings import reach_findings
from jisr.comparison.reach.joint_reach import find_joint_reach
from jisr.comparison.reach.result import (
    REACH_SCHEMA,
    GateNow,
    GateReach,
    Move,
    Reach,
    ReachEnd,
    ReachItem,
    Separation,
    SideShift,
)
from jisr.comparison.reach.separation import is_told
from jisr.comparison.reach.setting import REACH_DRAWS
from jisr.comparison.reach.sides_apart import SIDES_SCHEMA, SidesApart, find_sides_apart

__all__ = [
    "REACH_DRAWS",
    "REACH_SCHEMA",
    "SIDES_SCHEMA",
    "GateNow",
    "GateReach",
    "Move",
    "Reach",
    "ReachEnd",
    "ReachItem",
    "Separation",
    "SideShift",
    "SidesApart",
    "find_joint_reach",
    "find_reach",
    "find_sides_apart",
    "is_told",
    "reach_findings",
]
