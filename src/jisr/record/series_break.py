"""Where a series stops being one series."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["SeriesBreak"]


@dataclass(frozen=True)
class SeriesBreak:
    """A change of what is measured, or how: before and after it the figures are not compared."""

    on: str
    """Date of the first figure after it."""
    kind: Literal["scale", "version", "denominator", "method"]
    """What changed."""
    before: str
    """What it was."""
    after: str
    """What it is now."""
    bridged: bool
    """Whether a crosswalk joins the two sides; a denominator or a counting method has none."""
