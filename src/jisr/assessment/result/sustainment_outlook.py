"""Who maintains and who pays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["SupportEnd", "SupportPosts", "SustainmentOutlook"]


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
    critical_early: str | None = None
    """Month from which it is below the need in at least one draw of five: the warning before it."""
    posts: int | None = None
    """Posts of supporting personnel; None when the plan names none."""
    gate: str | None = None
    """Gate whose opening ends it; None when only a date or nothing does."""


@dataclass(frozen=True)
class SupportPosts:
    """Posts of supporting personnel that leave together."""

    gate: str | None
    """The gate that takes them away; None: no gate is named for them."""
    name: Mapping[str, str]
    """Its name."""
    month: str | None
    """The gate's date or review (month); for posts without gate the first month one of them ends."""
    posts: int
    """Posts."""
    items: tuple[str, ...]
    """What they keep working."""


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
    posts: tuple[SupportPosts, ...] = ()
    """Posts of supporting personnel by the gate that takes them away, those without gate last."""
    nobody: tuple[str, ...] = ()
    """What nobody is named to pay for afterwards, in the order of the ends."""
