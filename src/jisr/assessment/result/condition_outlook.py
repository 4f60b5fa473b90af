"""A condition today, and at its gate's month."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["ConditionOutlook", "ConditionState"]


@dataclass(frozen=True)
class ConditionState:
    """Where one condition stands today, and the record that decides it."""

    condition: str
    """Condition."""
    gate: str
    """Its gate."""
    name: Mapping[str, str]
    """Its name."""
    state: str
    """`met`, `partly`, `not met`, `unknown`, `stale` or `disputed`."""
    value: float | None
    """Median of the measure at the cutoff, in the measure's unit."""
    threshold: float | None
    """Limit; None for a condition without a number."""
    comparison: str
    """How the value is held against it."""
    unit: str
    """Unit of value and threshold."""
    record: str | None
    """Address of the deciding record."""
    as_of: str | None
    """Date of the deciding record."""
    age_months: int | None
    """Its age at the cutoff, months."""
    max_age_months: int
    """Age from which it is stale, months."""
    said: str | None
    """What the value computed from the last evidence says, whatever the state: `met`, `partly` or `not met`."""
    owner: str
    """Party that owns it."""
    next_assessment: str | None
    """Month of the next scheduled assessment; None when none is."""
    condition_class: str
    """`core` or `contextual`."""
    family: str
    """What kind of condition: capability, residual, threat, external, record, post-assessment."""
    basis: str
    """Basis of the threshold."""


@dataclass(frozen=True)
class ConditionOutlook:
    """One condition at the gate's reference month."""

    condition: str
    """Condition."""
    name: Mapping[str, str]
    """Its name."""
    family: str
    """What kind of condition."""
    owner: str
    """Party that owns it."""
    condition_class: str
    """`core` or `contextual`."""
    open_share: float
    """Share of draws in which it is not met at the reference month."""
    sole_blocker: float
    """Share of draws in which it alone is not met."""
    gain_if_removed: float
    """Gain of the gate's probability at the reference month if it were met."""
    value_q05: float | None
    """Value at the reference month, 5 per cent; None when it has none."""
    value_q50: float | None
    """Median."""
    value_q95: float | None
    """95 per cent."""
    threshold: float | None
    """Limit."""
    unit: str
    """Unit of value and threshold."""
    comparison: str
    """How the value is held against it."""
    met: tuple[float, ...]
    """Probability of being met, by month. Shape: (month,)."""
