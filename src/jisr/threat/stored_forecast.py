"""A forecast as it was said: kept whole, to be scored when the months arrive."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.plan import Plan, Series
from jisr.threat.compiled import compile_threat
from jisr.threat.paths import threat_paths

__all__ = ["FORECASTS_SCHEMA", "StoredForecast", "forecasts_text", "read_draws", "read_forecasts", "stored_forecasts"]

FORECASTS_SCHEMA = "jisr/forecasts/1"
TOGETHER = ""
"""The unit that is all areas together."""
_DRAWS = 1_000
"""Draws that are kept: those of the VIEWS Prediction Challenge; scores of more differ in the third digit."""
_BLOCK = 500


@dataclass(frozen=True)
class StoredForecast:
    """What one series was expected to be, before any response to a change of phase.

    Shape: values (draw, month, unit), each month of each unit in ascending order: joint draws are not kept. Months from
    `first` on; the unit "" is all areas together.
    """

    series: str
    first: Month
    model: str
    units: tuple[str, ...]
    values: NDArray[np.float64]

    def __post_init__(self) -> None:
        if self.values.ndim != 3 or self.values.shape[2] != len(self.units) or not len(self.values):
            msg = f"expected draws of shape (draw, month, {len(self.units)}), found {self.values.shape}"
            raise ValueError(msg)


def stored_forecasts(plan: Plan) -> tuple[StoredForecast, ...]:
    """The forecasts of a plan that has passed its checks: its own first draws, at most 1,000."""
    data, seed = compile_threat(plan), plan.partnership.seed
    draws = min(plan.partnership.draws, _DRAWS)
    # a stock follows the returns, not the threat; what it is changes no count
    sites = {driver.site or "": np.zeros((1, 1)) for driver in data.drivers if driver.kind == "stock"}
    blocks = [Block(start, min(_BLOCK, draws - start)) for start in range(0, draws, _BLOCK)]
    parts = [threat_paths(data, draw_inputs(plan, block, seed=seed), seed, sites).counts for block in blocks]
    found = []
    for one in data.series:
        ahead = np.concatenate([part[one.series] for part in parts])[:, data.window :]
        values = np.sort(np.concatenate([ahead.sum(axis=2, keepdims=True), ahead], axis=2), axis=0)
        found.append(StoredForecast(one.series, data.cutoff + 1, data.model, (TOGETHER, *data.areas), values))
    return tuple(found)


def forecasts_text(plan: Plan, forecasts: Sequence[StoredForecast]) -> str:
    """The document `jisr/forecasts/1`: of each month how many draws have which count, as `count:draws`."""
    series = [
        {
            "series": one.series,
            "unit": unit.unit if (unit := plan.get(Series, one.series)) else "",
            "first": str(one.first),
            "model": one.model,
            "draws": len(one.values),
            "units": [
                {"area": area, "months": [_counted(month) for month in one.values[:, :, i].T]}
                for i, area in enumerate(one.units)
            ],
        }
        for one in forecasts
    ]
    return json.dumps({"schema": FORECASTS_SCHEMA, "series": series}, ensure_ascii=False, indent=1) + "\n"


def read_forecasts(text: str) -> tuple[StoredForecast, ...]:
    """The forecasts of a document.

    Raises:
        ValueError: it is of another schema, or does not fit.
    """
    data = json.loads(text)
    try:
        if data["schema"] != FORECASTS_SCHEMA:
            msg = f"expected a document of schema {FORECASTS_SCHEMA}"
            raise ValueError(msg)
        return tuple(_forecast(one) for one in data["series"])
    except (KeyError, TypeError) as error:
        msg = f"no forecasts: {error}"
        raise ValueError(msg) from None


def read_draws(path: Path) -> StoredForecast:
    """The draws `jisr threat forecast` wrote: `unit, month, draw, value`.

    Raises:
        ValueError: the file has other columns, or lacks draws of some unit and month.
        OSError: it cannot be read.
    """
    import pyarrow as pa
    from pyarrow import parquet

    try:
        table = parquet.read_table(path, columns=["unit", "month", "draw", "value"])
    except (pa.ArrowInvalid, KeyError) as error:
        msg = f"no draws of jisr threat forecast: {str(error).splitlines()[0]}"
        raise ValueError(msg) from None
    units, column = np.unique(table["unit"].cast(pa.string()).to_numpy().astype(str), return_inverse=True)
    months, row = np.unique(table["month"].to_numpy().astype(str), return_inverse=True)
    draws = table["draw"].to_numpy()
    shape = (int(draws.max(initial=-1)) + 1, len(months), len(units))
    first = Month.parse(str(months[0])) if len(months) else Month(0)
    whole = table.num_rows == np.prod(shape) and shape[0] and Month.parse(str(months[-1])) - first == len(months) - 1
    if not whole:
        msg = "the file lacks draws of some unit and month"
        raise ValueError(msg)
    values = np.empty(shape)
    values[draws, row.reshape(-1), column.reshape(-1)] = table["value"].to_numpy()
    return StoredForecast(path.stem, first, "", tuple(str(unit) for unit in units), np.sort(values, axis=0))


def _counted(draws: NDArray[np.float64]) -> str:
    values, numbers = np.unique(draws.astype(np.int64), return_counts=True)
    return " ".join(f"{value}:{number}" for value, number in zip(values, numbers, strict=True))


def _forecast(data: Mapping[str, Any]) -> StoredForecast:
    units = [np.stack([_drawn(month) for month in one["months"]], axis=1) for one in data["units"]]
    names = tuple(str(one["area"]) for one in data["units"])
    return StoredForecast(data["series"], Month.parse(data["first"]), data["model"], names, np.stack(units, axis=2))


def _drawn(text: str) -> NDArray[np.float64]:
    pairs = np.array([part.split(":") for part in text.split()], dtype=np.int64)
    return np.repeat(pairs[:, 0], pairs[:, 1]).astype(np.float64)
