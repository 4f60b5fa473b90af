"""Measures: the named outputs a condition can test."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["MEASURES", "Kind", "Measure"]

Kind = Literal["cover", "threat", "rating", "stock", "money", "external", "returns"]


@dataclass(frozen=True)
class Measure:
    """One measure: what it is called, its unit and range, what selects it, and which way is better.

    Parameters: `direction` +1 when a higher value is better for the host, −1 when worse; `selects` the selector columns
    of `conditions` that must be filled, `may_select` those that may be; `kind` the stage it comes from; `resolution` the
    step at which its values are counted (its quantiles are read at this step). The meaning in words is `measure-<id>`.
    """

    id: str
    unit: str
    dimensions: tuple[str, ...]
    direction: Literal[1, -1]
    selects: tuple[str, ...]
    kind: Kind
    may_select: tuple[str, ...] = ()
    low: float = 0.0
    high: float = math.inf
    resolution: float = 0.001

    def admits(self, value: float) -> bool:
        """Whether a threshold lies in the measure's range, ends included."""
        return self.low <= value <= self.high


def _share(name: str, selects: tuple[str, ...], kind: Kind, may_select: tuple[str, ...] = ()) -> Measure:
    return Measure(name, "share", (*selects, *may_select), 1, selects, kind, may_select, high=1.0)


_ALL = (
    _share("cover", ("task",), "cover", ("area",)),
    _share("self-reliance", ("task",), "cover", ("area",)),
    Measure("threat-level", "count/month", ("driver", "area"), -1, ("driver",), "threat", ("area",), resolution=0.01),
    _share("function-level", ("element", "function"), "rating"),
    _share("presence", ("element",), "stock"),
    _share("mission-capable", ("item",), "stock"),
    _share("funded-share", ("item",), "money"),
    Measure("external-quiet", "yes or no", ("external",), 1, ("external",), "external", high=1.0),
    Measure("external-done", "yes or no", ("external",), 1, ("external",), "external", high=1.0),
    Measure("site-persons", "persons", ("site",), -1, ("site",), "returns", resolution=1.0),
)

MEASURES: Mapping[str, Measure] = {measure.id: measure for measure in _ALL}
"""Measure id → measure. Extended by an entry here, a value in the month step, and the key `measure-<id>` of `words`.

`cover` is evaluated with the enablers of the phase that follows the condition's gate, `self-reliance` with none;
`external-quiet` is 1 in a month in which the external did not strike, `external-done` 1 once it is completed.
"""
