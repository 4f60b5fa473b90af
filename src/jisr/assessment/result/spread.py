"""Quantiles of one figure."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Spread"]


@dataclass(frozen=True)
class Spread:
    """Quantiles of one figure over the draws."""

    q05: float
    """5 per cent."""
    q50: float
    """Median."""
    q95: float
    """95 per cent."""
