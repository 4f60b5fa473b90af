"""How ready each capability line is, and every need it has."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.assessment.result.fan import Fan
from jisr.assessment.result.spread import Spread

__all__ = ["LineOutlook", "NeedOutlook"]


@dataclass(frozen=True)
class NeedOutlook:
    """One need of a line at the cutoff."""

    kind: str
    """`personnel`, `skill`, `item` or `function`."""
    name: str
    """Which."""
    mandatory: bool
    """Whether it limits readiness; a supporting need is reported only."""
    threshold: float
    """Value from which it counts as full."""
    value: Spread
    """Value against the threshold, capped at 1."""
    lowest: float
    """Share of draws in which it is the lowest of the mandatory ones."""
    second: float
    """Share of draws in which it is the second lowest."""


@dataclass(frozen=True)
class LineOutlook:
    """One capability line: an element's contribution to a task."""

    line: str
    """Line."""
    element: str
    """Element."""
    task: str
    """Task."""
    share: float
    """Share of the element in it."""
    today: Spread
    """Readiness at the cutoff: the least of its mandatory needs."""
    readiness: Fan
    """Readiness by month."""
    needs: tuple[NeedOutlook, ...]
    """Its needs, mandatory ones first, in the order of the plan."""
