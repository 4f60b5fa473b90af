"""A programme: what is done, when, under which money."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Schedule", "Unchosen"]


@dataclass(frozen=True)
class Unchosen:
    """Why an activity is not in the programme: a reason key, and the values of its sentence."""

    reason: str
    """`no-money`, `no-seats`, `no-window`, `no-value`, `prerequisite` or `competes`."""
    values: Mapping[str, str]


@dataclass(frozen=True)
class Schedule:
    """Start month by activity (1…T) of those chosen, why the others are not, and what it costs.

    Units: cost by (payer, fiscal year) in base currency. `value` and `bound` in the solver's units; `reproducible` is
    False when the emergency stop on the clock was reached.
    """

    starts: Mapping[str, int]
    unchosen: Mapping[str, Unchosen]
    cost: Mapping[tuple[str, int], float]
    status: str
    value: int
    bound: int
    reproducible: bool
    dropped: tuple[str, ...]
    """Mandatory activities that could not be kept (finding A801)."""
