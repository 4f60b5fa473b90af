"""Which groups of inputs the spread of each output comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["SENSITIVITY_SCHEMA", "GroupShare", "Sensitivity", "SensitivityGroup", "SeriesSensitivity"]

SENSITIVITY_SCHEMA = "jisr/sensitivity/1"

Months = tuple[float | None, ...]


@dataclass(frozen=True)
class SensitivityGroup:
    """A group whose numbers are drawn anew together."""

    id: str
    """A kind of input, a basis, `shared` for what inputs of several groups err in together, or `chance…` for what a stage
    draws month by month."""
    by: str
    """`kind` or `basis`: groups of one of the two make up the whole."""
    cells: int
    """Uncertain inputs in it; 0 for chance and for what is shared."""


@dataclass(frozen=True)
class GroupShare:
    """The share of one group in the variance of one output."""

    group: str
    """Group."""
    by: str
    """`kind` or `basis`."""
    first: float
    """First-order index: the share that would go if the group alone were known."""
    first_error: float
    """Its bootstrap standard error."""
    total: float
    """Total index: the share that would be left if everything else were known."""
    total_error: float
    """Its bootstrap standard error."""


@dataclass(frozen=True)
class SeriesSensitivity:
    """One output by month."""

    kind: str
    """`gate` (conditions met), `cover` of a task in the phase of each draw, or `uncovered` essential requirement."""
    id: str
    """Gate or task; empty for uncovered."""
    name: Mapping[str, str]
    """Its name."""
    month: str | None
    """The month a gate is judged; None for the others."""
    at_month: tuple[GroupShare, ...]
    """Of a gate: the shares in that month; empty where no draw or every draw meets it, and for the others."""
    overall: tuple[GroupShare, ...]
    """Over all months together, each weighing as much as it varies; empty where nothing varies."""
    mean: tuple[float, ...]
    """Mean by month. Shape: (month,)."""
    variance: tuple[float, ...]
    """Variance by month. Shape: (month,)."""
    first: Mapping[str, Months]
    """`by/group` → first-order index by month; null where the output does not vary. Shape: (month,)."""
    first_error: Mapping[str, Months]
    """Their bootstrap standard errors."""
    total: Mapping[str, Months]
    """`by/group` → total index by month."""
    total_error: Mapping[str, Months]
    """Their bootstrap standard errors."""


@dataclass(frozen=True)
class Sensitivity:
    """First-order and total indices of groups, for every gate, task and month."""

    title: Mapping[str, str]
    """Title of the plan."""
    cutoff: str
    """Last day whose knowledge counts."""
    seed: int
    """Seed of every random number."""
    content: str
    """Hash of the plan's files."""
    draws: int
    """Draws of each of the samples."""
    runs: int
    """Futures computed: draws × (2 + groups)."""
    resamples: int
    """Bootstrap resamples behind the errors."""
    months: tuple[str, ...]
    """Months 1…T ahead."""
    groups: tuple[SensitivityGroup, ...]
    """The groups, by kind and then by basis."""
    series: tuple[SeriesSensitivity, ...]
    """The gates, the tasks, then what stays uncovered."""
