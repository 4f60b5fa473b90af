"""Joint paths of every driver by area and month, history included."""

from __future__ import annotations

import pickle
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import Inputs
from jisr.keyed_random import Block, Stream, binomial, gamma
from jisr.plan import Area, Driver, Uncertain
from jisr.threat.compiled import ForecastSeries, ThreatData
from jisr.threat.models import MODELS, FitsHistories, Forecaster
from jisr.threat.response import respond

__all__ = ["ThreatPaths", "threat_paths"]


@dataclass(frozen=True)
class ThreatPaths:
    """Counts by series before any response, and how they become drivers.

    Shape: counts of a series (draw, month, area), months −window+1 … horizon; attributes of a driver (draw, area);
    stocks of a site (draw, month 0…horizon).
    """

    data: ThreatData
    inputs: Inputs
    seed: int
    counts: Mapping[str, NDArray[np.float64]]
    attributes: Mapping[str, NDArray[np.float64]]
    stocks: Mapping[str, NDArray[np.float64]]

    def month(self, month: int, factor: NDArray[np.float64] | None = None) -> NDArray[np.float64]:
        """The drivers of one month, after the response. Shape: (draw, driver, area). Units: each driver's.

        A stock is spread evenly over the areas, so that its pooled value is the stock; before the cutoff it is the
        stock at the cutoff. The bridge multiplies after the response.

        Raises:
            IndexError: the month lies outside −window+1 … horizon.
            KeyError: the site of a stock was not given.
        """
        data = self.data
        if not -data.window < month <= data.horizon:
            raise IndexError(month)
        values = np.empty((self.inputs.block.size, len(data.drivers), len(data.areas)), order="F")
        seen: dict[str, NDArray[np.float64]] = {}
        for i, driver in enumerate(data.drivers):
            if driver.kind == "area-attribute":
                values[:, i] = self.attributes[driver.driver]
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
    counts = {one.series: _side_by_side(data, one, inputs.block, seed) for one in data.series}
    attributes = {
        driver.driver: _attribute(driver, data.area_rows, inputs)
        for driver in data.drivers
        if driver.kind == "area-attribute"
    }
    return ThreatPaths(data, inputs, seed, counts, attributes, stocks or {})


def _attribute(driver: Driver, areas: Sequence[Area], inputs: Inputs) -> NDArray[np.float64]:
    """A column of `areas`, scaled; 0 where it is blank. Shape: (draw, area)."""
    column = driver.attribute or "km2"
    values = np.zeros((inputs.block.size, len(areas)))
    for i, area in enumerate(areas):
        if isinstance(getattr(area, column), Uncertain):
            values[:, i] = inputs.cell(area, column)
        else:
            values[:, i] = getattr(area, column) or 0.0
    return values / (driver.attribute_scale or 1.0)


def _side_by_side(data: ThreatData, one: ForecastSeries, block: Block, seed: int) -> NDArray[np.float64]:
    """The counts of each copy of a block, those that copies share drawn once. Shape as of `_series_counts`."""
    if not block.copies:
        return _series_counts(_Asked.of(data, one, block, seed))
    copies = [block.copy(second="threat" in stages) for stages in block.copies]
    return np.concatenate([_series_counts(_Asked.of(data, one, copy, seed)) for copy in copies])


@dataclass(frozen=True)
class _Asked:
    """The counts of a series for one block; what they depend on is what tells two apart, so that runs share them."""

    seed: int
    block: Block
    content: bytes
    data: ThreatData = field(compare=False)
    one: ForecastSeries = field(compare=False)

    @classmethod
    def of(cls, data: ThreatData, one: ForecastSeries, block: Block, seed: int) -> _Asked:
        content = pickle.dumps((data.model, data.areas, data.cutoff, data.window, data.horizon, one))
        return cls(seed, block, content, data, one)


@lru_cache(maxsize=4)
def _series_counts(asked: _Asked) -> NDArray[np.float64]:
    """Shape: (draw, month, area), months −window+1 … horizon; not to be written to.

    Areas sum to the nation in every draw and month. What was observed by area stays as observed; only the rest of an
    observed month is split, over the areas that were not observed, or over all when each was.
    """
    data, one, block, seed = asked.data, asked.one, asked.block, asked.seed
    stream = Stream(seed, "threat")
    past = None if one.windows is None else one.windows.draws(stream, block)
    forecast = _forecaster(data, one, past).draws(block, data.horizon, seed).values
    seen, known = _observed(data, one, past)
    if one.by_area:
        before = np.broadcast_to(np.rint(np.nan_to_num(seen, nan=0.0)), (block.size, *seen.shape[1:]))
        return np.asfortranarray(np.concatenate([before, forecast], axis=1))
    ahead = forecast[:, :, 0]
    placed = np.zeros((len(seen), data.window + data.horizon, len(data.areas)), order="F")
    placed[:, : data.window] = np.rint(np.nan_to_num(seen, nan=0.0))
    open_areas = np.ones(placed.shape, dtype=bool)
    open_areas[:, : data.window] = np.isnan(seen) | ~np.isnan(seen).any(axis=2, keepdims=True)
    left = np.maximum(known - placed[:, : data.window].sum(axis=2), 0.0)
    national = np.concatenate([np.broadcast_to(left, (block.size, data.window)), ahead], axis=1)
    names = [f"split:{one.series}:{area}" for area in data.areas]
    months = range(1 - data.window, data.horizon + 1)
    uniforms = np.stack([stream.uniforms(names, block, month).T for month in months], axis=1).T
    counts = placed + _split(national, _shares(stream, one, data, block)[:, None, :] * open_areas, uniforms)
    counts.flags.writeable = False
    return counts


def _forecaster(data: ThreatData, one: ForecastSeries, past: NDArray[np.float64] | None) -> Forecaster:
    """The model fitted to the past all draws share, or to each draw's own. Shape: past (draw, month, unit)."""
    model = MODELS[data.model]
    if past is None or not isinstance(model, FitsHistories):
        return model.fit(one.panel, data.cutoff)
    return model.fit_each(past if one.by_area else past.sum(axis=2, keepdims=True), one.panel.areas)


def _observed(
    data: ThreatData, one: ForecastSeries, past: NDArray[np.float64] | None
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What is known by area, NaN where nothing is, and the total of each month; one row where all draws share it.

    Shape: (draw or 1, month, area) and (draw or 1, month), the last `window` months.
    """
    months = data.window
    totals = np.rint(one.panel.values.sum(axis=1))[None] if past is None else past.sum(axis=2)
    known = np.zeros((len(totals), months))
    known[:, max(months - totals.shape[1], 0) :] = totals[:, -months:]
    if past is None or one.windows is None or not one.windows.by_area:
        return one.seen[None], known
    seen = np.full((len(past), months, len(data.areas)), np.nan)
    seen[:, max(months - past.shape[1], 0) :] = past[:, -months:]
    return seen, known


def _shares(stream: Stream, one: ForecastSeries, data: ThreatData, block: Block) -> NDArray[np.float64]:
    """Dirichlet shares once per draw, one keyed gamma an area. Shape: (draw, area)."""
    names = [f"share:{one.series}:{area}" for area in data.areas]
    drawn = gamma(stream.uniforms(names, block), np.broadcast_to(one.weights, (block.size, len(names))))
    drawn = np.maximum(drawn, 1e-300)  # the inverse of a small gamma can underflow
    return np.asarray(drawn / drawn.sum(axis=1, keepdims=True), dtype=np.float64)


def _split(
    national: NDArray[np.float64], shares: NDArray[np.float64], uniforms: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Multinomial counts by sequential conditional binomials. Shape: (draw, month, area); shares need not sum to 1."""
    counts = np.zeros(shares.shape, order="F")
    rest = np.cumsum(shares[:, :, ::-1], axis=2)[:, :, ::-1]
    left = national
    for area in range(shares.shape[2]):
        share = np.divide(shares[:, :, area], rest[:, :, area], out=np.zeros_like(left), where=rest[:, :, area] > 0)
        counts[:, :, area] = binomial(uniforms[:, :, area], left, share)
        left = left - counts[:, :, area]
    return counts
