"""Voluntary returns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment.result.fan import Fan

__all__ = ["ReturnsOutlook", "SiteOutlook"]


@dataclass(frozen=True)
class SiteOutlook:
    """Persons at one site."""

    id: str
    """Site."""
    name: Mapping[str, str]
    """Its name."""
    kind: str
    """camp, centre or community."""
    now: float
    """Persons at the cutoff, median."""
    families: float | None
    """Families at the cutoff, median; None where no flow from here gives a family size."""
    persons: Fan
    """Persons by month."""


@dataclass(frozen=True)
class ReturnsOutlook:
    """Voluntary returns as flows."""

    sites: tuple[SiteOutlook, ...]
    """Persons at each site."""
    refusals: Fan | None
    """Persons who stay by their own will; None when nobody can go."""
    binding: Mapping[str, float]
    """Share of months in which each cause limits the first flow."""
    levels: tuple[Mapping[str, object], ...]
    """`site`, `level` (persons), `q05`, `q50`, `q95` months (None: not within the horizon), `share` of draws reached."""
