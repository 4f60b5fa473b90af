"""How fast ratings go stale: what a count of units that fell back within a year says of a half-life."""

from __future__ import annotations

import math
from dataclasses import dataclass

__all__ = ["Regression", "half_life_months", "regression"]

_NORMAL_975 = 1.959963984540054
"""97.5 per cent point of the standard normal distribution."""
_YEAR = 12


@dataclass(frozen=True)
class Regression:
    """Share of rated units that fell back within a year, with 95 per cent limits, and the half-life it amounts to."""

    share: float
    """Share that fell back."""
    share_low: float
    """Lower limit of Wilson's interval."""
    share_high: float
    """Upper limit."""
    half_life: float
    """Half-life of a rating, months, if units fall back at a constant rate."""
    half_life_low: float
    """At the upper limit of the share."""
    half_life_high: float
    """At the lower limit of the share."""


def regression(fell_back: int, rated: int) -> Regression:
    """The share that fell back within a year, Wilson's 95 per cent interval, and the half-life at each.

    "Within a year" makes the half-life an upper bound: the units fell back at some time in it, not at its end.

    Raises:
        ValueError: not 0 ≤ fell_back ≤ rated with rated > 0.

    Source: Wilson 1927, J. Am. Stat. Assoc. 22: 209–212; exponential decay, `h = −12 ln 2 / ln(1−p)`.

    Examples:
        >>> found = regression(67, 101)
        >>> round(found.share, 3), round(found.share_low, 3), round(found.share_high, 3)
        (0.663, 0.567, 0.748)
        >>> round(found.half_life, 1), round(found.half_life_low, 1), round(found.half_life_high, 1)
        (7.6, 6.0, 9.9)
    """
    if not 0 <= fell_back <= rated or rated == 0:
        msg = f"expected 0 <= fell back <= rated with rated > 0, got {fell_back} of {rated}"
        raise ValueError(msg)
    share, square = fell_back / rated, _NORMAL_975**2
    middle = (share + square / (2 * rated)) / (1 + square / rated)
    spread = math.sqrt(share * (1 - share) / rated + square / (4 * rated**2))
    half = _NORMAL_975 / (1 + square / rated) * spread
    low, high = middle - half, middle + half
    return Regression(share, low, high, half_life_months(share), half_life_months(high), half_life_months(low))


def half_life_months(share: float) -> float:
    """The half-life under which a share is lost within a year; infinite for none, 0 for all. Units: months."""
    if share <= 0:
        return math.inf
    return 0.0 if share >= 1 else -_YEAR * math.log(2) / math.log1p(-share)
