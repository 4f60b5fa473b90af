"""Money in the plan's base currency."""

from __future__ import annotations

from jisr.plan.plan import Plan

__all__ = ["base_rate"]


def base_rate(plan: Plan, currency: str) -> float | None:
    """Units of the base currency per unit of a currency, by the latest declared rate; None when none is declared."""
    base = plan.partnership.currency_base
    if currency == base:
        return 1.0
    for rate in sorted(plan.partnership.fx, key=lambda one: one.date, reverse=True):
        if rate.pair == f"{currency}/{base}":
            return rate.rate
        if rate.pair == f"{base}/{currency}":
            return 1.0 / rate.rate
    return None
