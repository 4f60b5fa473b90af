"""How much an element can take in at once, and how much the programme asks of it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["AbsorptionOutlook"]


@dataclass(frozen=True)
class AbsorptionOutlook:
    """Absorptive capacity of one element against the programme."""

    element: str
    """Element."""
    capacity: tuple[float, ...] | None
    """Units it can take in, by month; None when the plan does not say: then nothing limits it."""
    used: tuple[float, ...]
    """Units the chosen programme asks of it, by month; activities that name none count one."""
    full: int
    """Months in which it is full."""
    left_out: tuple[str, ...]
    """Activities for it that the programme leaves out."""
