"""Quantiles by month."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Fan"]


@dataclass(frozen=True)
class Fan:
    """Quantiles of one quantity by month. Shape of each: (month,)."""

    q05: tuple[float, ...]
    """5 per cent."""
    q25: tuple[float, ...]
    """25 per cent."""
    q50: tuple[float, ...]
    """Median."""
    q75: tuple[float, ...]
    """75 per cent."""
    q95: tuple[float, ...]
    """95 per cent."""
    mean: tuple[float, ...]
    """Mean."""
