"""How the threat reacts to a change of phase."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.keyed_random import Stream, binomial, poisson
from jisr.plan import ThreatResponse
from jisr.threat.compiled import ThreatData

__all__ = ["reacts", "respond", "response_factor"]


def reacts(rows: Iterable[ThreatResponse]) -> bool:
    """Whether a declared factor is other than exactly 1: results without one hold only if the threat does not react."""
    return any(_is_felt(row) for row in rows)


def _is_felt(row: ThreatResponse) -> bool:
    return not (row.factor.is_exact and row.factor.mode == 1.0)


def response_factor(
    data: ThreatData, inputs: Inputs, phase: NDArray[np.int64], months_in_phase: NDArray[np.int64]
) -> NDArray[np.float64] | None:
    """The factor on event rates of each draw and area; None when every declared factor is exactly 1.

    Parameters: `phase` index of the phase each draw is in, `months_in_phase` 0 in the month it begins. Shape: (draw, area).
    The factor of the first phase is not applied: nothing has changed yet.
    """
    rows = [row for row in data.responses if _is_felt(row)]
    if not rows:
        return None
    factor = np.ones((inputs.block.size, len(data.areas)))
    for row in rows:
        last = np.iinfo(np.int64).max if row.to_months is None else row.to_months
        index = data.phases.index(row.phase)
        holds = (phase == index) & (index > 0) & (months_in_phase >= row.from_months) & (months_in_phase <= last)
        amount = np.where(holds, inputs.cell(row, "factor"), 1.0)
        areas = slice(None) if row.area is None else [data.areas.index(row.area)]
        factor[:, areas] *= amount[:, None]
    return factor


def respond(
    counts: NDArray[np.float64],
    factor: NDArray[np.float64],
    stream: Stream,
    series: str,
    inputs: Inputs,
    month: int,
    areas: tuple[str, ...],
) -> NDArray[np.float64]:
    """Counts after the response: thinned where the factor is below 1, with added Poisson counts above. Shape: (draw, area)."""
    uniform = stream.uniforms([f"response:{series}:{area}" for area in areas], inputs.block, month)
    thinned = binomial(uniform, counts, np.minimum(factor, 1.0))
    added = poisson(uniform, counts * np.maximum(factor - 1.0, 0.0))
    return np.where(factor < 1.0, thinned, counts + added)
