"""Joint paths of every driver by area and month, history included."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.keyed_random import Stream, binomial, gamma
from jisr.threat.compiled import ForecastSeries, ThreatData
from jisr.threat.models import MODELS
from jisr.threat.response import respond

__all__ = ["ThreatPaths", "threat_paths"]


@dataclass(frozen=True)
class ThreatPaths:
    """Counts by series before any response, and how they become drivers.

    Shape: counts of a series (draw, month, area), months −window+1 … horizon; stocks (draw, month 0…horizon).
    """

    data: ThreatData
    inputs: Inputs
    seed: int
    counts: Mapping[str, NDArray[np.float64]]
    stocks: Mapping[str, NDArray[np.float64]]

    def month(self, month: int, factor: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """The drivers of one month, after the response. Shape: (draw, driver, area). Units: each driver's.

        A stock is spread evenly over the areas, so that its pooled value is the stock.
        """
        data = self.data
        values = np.empty((self.inputs.block.size, len(data.drivers), len(data.areas)))
        seen: dict[str, NDArray[np.float64]] = {}
        for i, driver in enumerate(data.drivers):
            if driver.kind == "area-attribute":
                values[:, i] = data.attributes[driver.driver]
            elif driver.kind == "stock":
                values[:, i] = self.stocks[driver.site or ""][:, max(month, 0), None] / len(data.areas)
            else:
                series = driver.series or ""
                if series not in seen:
                    seen[series] = self._counts(series, month, factor)
                bridge = 1.0 if driver.bridge is None else self.inputs.cell(driver, "bridge")[:, None]
                values[:, i] = seen[series] * bridge
        return values

    def _counts(self, series: str, month: int, factor: NDArray[np.float64] | None) -> NDArray[np.float64]:
        counts = self.counts[series][:, month + self.data.window - 1]
        if factor is None:
            return counts
        stream = Stream(self.seed, "threat")
        return respond(counts, factor, stream, series, self.inputs, month, self.data.areas)


def threat_paths(
    data: ThreatData, inputs: Inputs, seed: int, stocks: Mapping[str, NDArray[np.float64]] | None = None
) -> ThreatPaths:
    """Draw the paths of every forecast series for one block; `stocks` are persons by site. Shape: (draw, month 0…T)."""
    counts = {one.series: _series_counts(data, one, inputs, seed) for one in data.series}
    return ThreatPaths(data, inputs, seed, counts, stocks or {})


def _series_counts(data: ThreatData, one: ForecastSeries, inputs: Inputs, seed: int) -> NDArray[np.float64]:
    """Shape: (draw, month, area), months −window+1 … horizon. Areas sum to the nation in every draw and month."""
    stream = Stream(seed, "threat")
    block = inputs.block
    ahead = MODELS[data.model].fit(one.panel, data.cutoff).draws(block, data.horizon, seed)
    shares = _shares(stream, one, data, inputs)
    seen = one.panel.values[-data.window :, 0]
    past = np.zeros((block.size, data.window))
    past[:, data.window - len(seen) :] = np.rint(seen)
    national = np.concatenate([past, ahead.to_numpy()[:, :, 0]], axis=1)
    names = [f"split:{one.series}:{area}" for area in data.areas]
    uniforms = np.stack(
        [stream.uniforms(names, block, month) for month in range(1 - data.window, data.horizon + 1)], axis=1
    )
    return _split(national, shares, uniforms)


def _shares(stream: Stream, one: ForecastSeries, data: ThreatData, inputs: Inputs) -> NDArray[np.float64]:
    """Dirichlet shares once per draw, one keyed gamma an area. Shape: (draw, area)."""
    names = [f"share:{one.series}:{area}" for area in data.areas]
    drawn = gamma(stream.uniforms(names, inputs.block), np.broadcast_to(one.weights, (inputs.block.size, len(names))))
    return np.asarray(drawn / np.maximum(drawn.sum(axis=1, keepdims=True), 1e-300))


def _split(
    national: NDArray[np.float64], shares: NDArray[np.float64], uniforms: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Multinomial counts by sequential conditional binomials. Shape: (draw, month, area)."""
    counts = np.zeros((*national.shape, shares.shape[1]))
    left = national.copy()
    rest = np.ones(len(shares))
    for area in range(shares.shape[1] - 1):
        share = np.clip(shares[:, area] / np.maximum(rest, 1e-300), 0.0, 1.0)[:, None]
        counts[:, :, area] = binomial(uniforms[:, :, area], left, share)
        left = left - counts[:, :, area]
        rest = rest - shares[:, area]
    counts[:, :, -1] = left
    return counts
