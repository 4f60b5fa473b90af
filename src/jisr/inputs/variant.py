"""How one copy of the draws differs from the plan's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from jisr.ids import Address

__all__ = ["Variant"]


@dataclass(frozen=True)
class Variant:
    """Cells held at one value in every draw, and random numbers that come from the second sample.

    Several variants run as copies of one block: the plan, its structure and every other random number are common.
    """

    held: Mapping[Address, float] = field(default_factory=dict)
    """Address → value, in the unit of the cell."""
    second: frozenset[str] = frozenset()
    """Names of independent numbers (`sources`) that are drawn from the second sample."""
