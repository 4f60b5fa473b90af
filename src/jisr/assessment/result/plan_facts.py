"""Which plan a result is about, and how much of it is assumed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["BasisTally", "PlanFacts"]


@dataclass(frozen=True)
class PlanFacts:
    """Which plan this is about."""

    id: str
    """Id of the partnership."""
    title: Mapping[str, str]
    """Its title."""
    parties: Mapping[str, Mapping[str, str]]
    """Party id → label by language."""
    roles: Mapping[str, str]
    """Party id → role."""
    languages: tuple[str, ...]
    """Languages of the plan, the first is the default."""
    cutoff: str
    """Last day whose knowledge counts."""
    horizon: int
    """Months ahead."""
    months: tuple[str, ...]
    """Months 1…T ahead."""
    seed: int
    """Seed of every random number."""
    draws: int
    """Number of futures."""
    currency: str
    """ISO 4217 code of the base currency."""
    price_year: int
    """Year of its prices."""
    held_months: int
    """Months a gate must stay met to count as held."""
    content: str
    """Hash of the plan's files: same content, same numbers."""
    option: str | None = None
    """Option it was assessed under; None for the plan as it stands."""
    threat_reacts: bool = True
    """Whether some change of phase changes the rate of events; if not, every result holds only if the threat does not react."""


@dataclass(frozen=True)
class BasisTally:
    """How much is assumed: uncertain inputs and limits (thresholds, dates, rules) by basis."""

    inputs: Mapping[str, int]
    """Uncertain inputs: basis → count."""
    limits: Mapping[str, int]
    """Limits: basis → count."""
    by_table: Mapping[str, Mapping[str, int]]
    """Table → basis → count."""
