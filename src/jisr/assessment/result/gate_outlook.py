"""What the future says of a gate."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment.result.condition_outlook import ConditionOutlook

__all__ = ["GateOutlook", "PositionOutlook"]


@dataclass(frozen=True)
class PositionOutlook:
    """A gate by one side's positions: rules alone, and rules with beliefs."""

    party: str
    """The side."""
    rule: str
    """`date` or `condition` by this side's rule."""
    reference: str
    """Reference month by this side's rule."""
    on: float
    """Conditions met on the reference month, by this side's rules and the plan's quantities."""
    on_with_beliefs: float
    """The same with this side's beliefs too."""
    opened_by: float
    """The phase has ended by the reference month under this side's rules (1 when its rule is a date)."""
    standard_error: float
    """Of `on`."""


@dataclass(frozen=True)
class GateOutlook:
    """What the future says of one gate."""

    gate: str
    """Gate."""
    name: Mapping[str, str]
    """Its name."""
    phase_from: str
    """Phase it ends."""
    phase_to: str
    """Phase it opens."""
    phase_from_name: Mapping[str, str]
    """Name of the phase it ends."""
    phase_to_name: Mapping[str, str]
    """Name of the phase it opens."""
    rule: str
    """`date` or `condition`."""
    reference: str
    """The date of a date-bound gate, the review of a condition-bound one (month)."""
    on: float
    """Conditions met on the reference month."""
    by: float
    """Met at some time up to the reference month."""
    by_horizon: float
    """Met at some time within the horizon."""
    held: float
    """Reached by one year after the reference month (or the horizon) and held `held_months`."""
    lost: float
    """Met at some time by the horizon and later lost."""
    standard_error: float
    """Of `on`."""
    draws: int
    """Number of futures the probabilities are counted in."""
    without_programme: float
    """`on` without the programme."""
    unknown_worst: float | None
    """`on` with every unknown input at its worst end, by the paired difference over the draws both runs have; None when no
    input is unknown."""
    unknown_best: float | None
    """The same at its best end."""
    expected_open: float
    """Expected number of core conditions not met on the reference month."""
    expected_open_without_programme: float
    """The same without the programme."""
    core: int
    """Number of core conditions."""
    unscheduled: int
    """Core conditions with no assessment scheduled before the reference month."""
    probability_on: tuple[float, ...]
    """Conditions met, by month. Shape: (month,)."""
    probability_by: tuple[float, ...]
    """Met at some time up to the month. Shape: (month,)."""
    probability_opened: tuple[float, ...]
    """The phase has ended, by month."""
    conditions: tuple[ConditionOutlook, ...]
    """Each condition at the reference month."""
    removal_sets: tuple[Mapping[str, object], ...]
    """For a gate never met: smallest sets whose removal helps: `conditions`, `probability`."""
    positions: tuple[PositionOutlook, ...]
    """The gate by each side's positions."""
    on_by_both: float | None
    """Conditions met by the rules of every side at once, each on its own reference month; None without two sides."""
