"""Who maintains and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["SupportEnd", "SustainmentOutlook"]


@dataclass(frozen=True)
class SupportEnd:
    """One support arrangement that ends, or is not paid."""

    kind: str
    """`support` for repairs, `item`, `skill` or `element` for money."""
    what: str
    """Item, skill or element."""
    name: Mapping[str, str]
    """Its name."""
    provider: str
    """Who repairs: contractor or contributor; `money` for money."""
    share: float | None
    """Share of the repairs or of the money."""
    ends: str | None
    """Month it ends; None when no end is named."""
    year_cost: float
    """Money a year; 0 for repairs."""
    payer: str
    """Party that pays; empty for repairs."""
    payer_after: str | None
    """Who follows; None when nobody is named."""
    critical: str | None
    """Median month from which less than the need is serviceable or qualified; None within the horizon."""
    critical_now: bool
    """Whether it is below the need at the cutoff."""


@dataclass(frozen=True)
class SustainmentOutlook:
    """Who maintains, who pays, when it ends."""

    needed_year: float
    """Money a year needed at the cutoff."""
    funded_year: float
    """Of it funded in the first twelve months ahead."""
    needed: tuple[float, ...]
    """Money a year by month (annual rate), mean over draws."""
    funded: tuple[float, ...]
    """Of it funded, by month (annual rate)."""
    funded_by_payer: Mapping[str, tuple[float, ...]]
    """Payer → the same."""
    unpaid_after: float
    """Yearly cost for which nobody is named when today's funding ends."""
    ends: tuple[SupportEnd, ...]
    """Every arrangement that is paid or ends, those that end first."""
