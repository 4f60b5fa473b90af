"""What a local task requires in one area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment.result.fan import Fan

__all__ = ["AreaRequirement"]


@dataclass(frozen=True)
class AreaRequirement:
    """One area's part of what a local task requires."""

    id: str
    """Area."""
    name: Mapping[str, str]
    """Its name."""
    requirement: Fan
    """Required a month, at the cutoff and in the last month of each quarter ahead. Shape: (quarter + 1,)."""
