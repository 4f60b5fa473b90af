"""Fans out of sketches."""

from __future__ import annotations

from jisr.assessment.result import Fan
from jisr.assessment.sketch import Sketch

__all__ = ["fan"]


def fan(sketch: Sketch, name: str, *, ahead: bool) -> Fan:
    """The quantiles of a series by month: months 1…T when `ahead`, else 0…T."""
    first = 1 if ahead else 0

    def quantile(share: float) -> tuple[float, ...]:
        return tuple(float(value) for value in sketch.quantile(name, share)[first:])

    mean = tuple(float(value) for value in sketch.mean(name)[first:])
    return Fan(quantile(0.05), quantile(0.25), quantile(0.5), quantile(0.75), quantile(0.95), mean)
