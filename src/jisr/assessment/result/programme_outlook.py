"""What to do next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ActivityOutlook", "ProgrammeOutlook"]


@dataclass(frozen=True)
class ActivityOutlook:
    """One activity of the programme: chosen or not, when, why."""

    id: str
    """Activity."""
    title: Mapping[str, str]
    """Its title."""
    component: str
    """Component of the programme."""
    kind: str
    """Kind of activity."""
    element: str | None
    """Element it strengthens; None when it is for all."""
    owner: str
    """Party that owns it."""
    mandatory: bool
    """Whether it was agreed already."""
    start: str | None
    """Month it starts; None when it is not chosen."""
    months: int
    """How long it runs."""
    cost: Mapping[str, float]
    """Payer → money in base currency."""
    value: float
    """Reduction of the uncovered essential requirement it brings alone (mean of the milestones), never below zero."""
    reason: str | None
    """Why it is not chosen: a key (`no-money` …); None when it is."""
    detail: Mapping[str, str]
    """What the reason names: key → value."""


@dataclass(frozen=True)
class ProgrammeOutlook:
    """The programme: what to do next, under which money, to which effect."""

    status: str
    """What the solver says of the schedule: `OPTIMAL`, `FEASIBLE` …"""
    activities: tuple[ActivityOutlook, ...]
    """Every activity of the plan."""
    cost: float
    """Cost of what is chosen, at the modes."""
    cost_by_payer: Mapping[str, float]
    """Payer → cost."""
    cost_by_payer_year: Mapping[str, Mapping[str, float]]
    """Payer → fiscal year → cost."""
    money_by_payer_year: Mapping[str, Mapping[str, float]]
    """Payer → fiscal year → money there is."""
    uncovered_with: float
    """Uncovered essential requirement, mean of the milestones, with the programme; full simulation."""
    uncovered_without: float
    """The same without it."""
    uncovered_standard_error: float
    """Of the paired difference."""
    milestones: tuple[str, ...]
    """Months at which it is judged."""
    untouched: tuple[str, ...]
    """Tasks no activity touches."""
    additive_value: float
    """Sum of what the chosen activities bring alone."""
    bound_gap: float
    """Distance of the schedule from the proven bound, as a share."""
    reproducible: bool
    """Whether the solver ended by its own count and not by the clock."""
