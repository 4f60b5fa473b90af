"""Fans out of sketches."""

from __future__ import annotations

from jisr.assessment.result import Fan
from jisr.assessment.sketch import Sketch

__all__ = ["fan"]


def fan(sketch: Sketch, name: str, *, ahead: bool) -> Fan:
    """The quantiles of a series by month: months 1…T when `ahead`, else 0…T."""
    first = 1 if ahead else 0
    quantiles = [
        tuple(float(value) for value in sketch.quantile(name, share)[first:]) for share in (0.05, 0.25, 0.5, 0.75, 0.95)
    ]
    return Fan(*quantiles, mean=tuple(float(value) for value in sketch.mean(name)[first:]))
