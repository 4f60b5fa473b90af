"""The computed result for one plan, cutoff and seed: plain frozen values, all that a page or a document is made from.

Months are `YYYY-MM` strings, probabilities and shares 0–1, money in the plan's base currency at its price year. A
`Fan` holds the quantiles 5, 25, 50, 75 and 95 per cent by month. Every probability has its Monte Carlo standard error
beside it (binomial, √(p(1−p)/n)).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "ActivityOutlook",
    "Assessment",
    "BasisTally",
    "ConditionOutlook",
    "ConditionState",
    "DriverOutlook",
    "Fan",
    "GateOutlook",
    "History",
    "PlanFacts",
    "PositionOutlook",
    "ProgrammeOutlook",
    "ReturnsOutlook",
    "SiteOutlook",
    "SupportEnd",
    "SustainmentOutlook",
    "TaskOutlook",
]


@dataclass(frozen=True)
class Fan:
    """Quantiles of one quantity by month. Shape of each: (month,)."""

    q05: tuple[float, ...]
    q25: tuple[float, ...]
    q50: tuple[float, ...]
    q75: tuple[float, ...]
    q95: tuple[float, ...]
    mean: tuple[float, ...]


@dataclass(frozen=True)
class PlanFacts:
    """Which plan this is about."""

    id: str
    title: Mapping[str, str]
    parties: Mapping[str, Mapping[str, str]]
    """Party id → label by language."""
    roles: Mapping[str, str]
    """Party id → role."""
    languages: tuple[str, ...]
    cutoff: str
    horizon: int
    months: tuple[str, ...]
    """Months 1…T ahead."""
    seed: int
    draws: int
    currency: str
    price_year: int
    held_months: int
    """Months a gate must stay met to count as held."""
    content: str
    """Hash of the plan's files: same content, same numbers."""


@dataclass(frozen=True)
class BasisTally:
    """How much is assumed: uncertain inputs and limits (thresholds, dates, rules) by basis."""

    inputs: Mapping[str, int]
    limits: Mapping[str, int]
    by_table: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True)
class History:
    """Observed values by month, as held now; `revised_later` when they are of a later vintage than the cutoff."""

    months: tuple[str, ...]
    values: tuple[float, ...]
    revised_later: bool
    evidence: tuple[str, ...]


@dataclass(frozen=True)
class DriverOutlook:
    """One driver of demand, all areas together."""

    id: str
    name: Mapping[str, str]
    unit: str
    kind: str
    history: History | None
    ahead: Fan


@dataclass(frozen=True)
class TaskOutlook:
    """Requirement, capability and cover of one task, all areas together.

    `cover` by setting: `now` (the phase each draw is in), `cutoff` (the enablers of the cutoff), `alone`
    (self-reliance), and `after:<gate>` (the enablers of the phase that follows the gate).
    """

    id: str
    name: Mapping[str, str]
    unit: str
    scope: str
    essential: bool
    requirement: Fan
    capability: Fan
    cover: Mapping[str, Fan]
    uncovered: Fan
    cover_today: Mapping[str, float]
    """Median cover in the cutoff month by setting."""
    self_reliance_elicited: float | None
    """Median of the judgement "if everything it depends on were there"; None when the task is not anchored."""
    binds: tuple[Mapping[str, object], ...]
    """What limits its lines at the cutoff: `line`, `element`, `kind`, `name`, `share` of draws as lowest, `second`."""


@dataclass(frozen=True)
class ConditionState:
    """Where one condition stands today, and the record that decides it."""

    condition: str
    gate: str
    name: Mapping[str, str]
    state: str
    """`met`, `partly`, `not met`, `unknown`, `stale` or `disputed`."""
    value: float | None
    """Median of the measure at the cutoff, in the measure's unit."""
    threshold: float | None
    comparison: str
    unit: str
    record: str | None
    """Address of the deciding record."""
    as_of: str | None
    age_months: int | None
    max_age_months: int
    said: str | None
    """What the last evidence said, when the state is stale: `met` or `not met`."""
    owner: str
    next_assessment: str | None
    condition_class: str
    family: str
    basis: str
    """Basis of the threshold."""


@dataclass(frozen=True)
class ConditionOutlook:
    """One condition at the gate's reference month."""

    condition: str
    name: Mapping[str, str]
    family: str
    owner: str
    condition_class: str
    open_share: float
    """Share of draws in which it is not met at the reference month."""
    sole_blocker: float
    """Share of draws in which it alone is not met."""
    gain_if_removed: float
    """Gain of the gate's probability at the reference month if it were met."""
    value_q05: float | None
    value_q50: float | None
    value_q95: float | None
    threshold: float | None
    unit: str
    comparison: str
    met: tuple[float, ...]
    """Probability of being met, by month. Shape: (month,)."""


@dataclass(frozen=True)
class PositionOutlook:
    """A gate by one side's positions: rules alone, and rules with beliefs."""

    party: str
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


@dataclass(frozen=True)
class GateOutlook:
    """What the future says of one gate."""

    gate: str
    name: Mapping[str, str]
    phase_from: str
    phase_to: str
    phase_from_name: Mapping[str, str]
    phase_to_name: Mapping[str, str]
    rule: str
    reference: str
    """The date of a date-bound gate, the review of a condition-bound one (month)."""
    on: float
    """Conditions met on the reference month."""
    by: float
    """Met at some time up to the reference month."""
    by_horizon: float
    held: float
    """Reached by one year after the reference month (or the horizon) and held `held_months`."""
    lost: float
    """Met at some time by the horizon and later lost."""
    standard_error: float
    """Of `on`."""
    draws: int
    without_programme: float
    """`on` without the programme."""
    unknown_worst: float | None
    """`on` with every unknown input at its worst end; None when no input is unknown."""
    unknown_best: float | None
    expected_open: float
    """Expected number of core conditions not met on the reference month."""
    expected_open_without_programme: float
    core: int
    """Number of core conditions."""
    unscheduled: int
    """Core conditions with no assessment scheduled before the reference month."""
    probability_on: tuple[float, ...]
    """Conditions met, by month. Shape: (month,)."""
    probability_by: tuple[float, ...]
    probability_opened: tuple[float, ...]
    """The phase has ended, by month."""
    conditions: tuple[ConditionOutlook, ...]
    removal_sets: tuple[Mapping[str, object], ...]
    """For a gate never met: smallest sets whose removal helps: `conditions`, `probability`."""
    positions: tuple[PositionOutlook, ...]


@dataclass(frozen=True)
class ActivityOutlook:
    """One activity of the programme: chosen or not, when, why."""

    id: str
    title: Mapping[str, str]
    component: str
    kind: str
    element: str | None
    owner: str
    mandatory: bool
    start: str | None
    months: int
    cost: Mapping[str, float]
    """Payer → money in base currency."""
    value: float
    """Reduction of the uncovered essential requirement it brings alone (mean of the milestones), never below zero."""
    reason: str | None
    """Why it is not chosen: a key (`no-money` …); None when it is."""
    detail: Mapping[str, str]


@dataclass(frozen=True)
class ProgrammeOutlook:
    """The programme: what to do next, under which money, to which effect."""

    status: str
    activities: tuple[ActivityOutlook, ...]
    cost: float
    cost_by_payer: Mapping[str, float]
    cost_by_payer_year: Mapping[str, Mapping[str, float]]
    money_by_payer_year: Mapping[str, Mapping[str, float]]
    uncovered_with: float
    """Uncovered essential requirement, mean of the milestones, with the programme; full simulation."""
    uncovered_without: float
    uncovered_standard_error: float
    """Of the paired difference."""
    milestones: tuple[str, ...]
    untouched: tuple[str, ...]
    """Tasks no activity touches."""
    additive_value: float
    bound_gap: float
    reproducible: bool


@dataclass(frozen=True)
class SupportEnd:
    """One support arrangement that ends, or is not paid."""

    kind: str
    what: str
    name: Mapping[str, str]
    provider: str
    share: float | None
    ends: str | None
    year_cost: float
    payer: str
    payer_after: str | None
    critical: str | None
    """Median month from which less than the need is serviceable or qualified; None within the horizon."""
    critical_now: bool


@dataclass(frozen=True)
class SustainmentOutlook:
    """Who maintains, who pays, when it ends."""

    needed_year: float
    """Money a year needed at the cutoff."""
    funded_year: float
    """Of it funded in the first twelve months ahead."""
    needed: tuple[float, ...]
    """Money a year by month (annual rate), mean over draws."""
    funded: tuple[float, ...]
    funded_by_payer: Mapping[str, tuple[float, ...]]
    unpaid_after: float
    """Yearly cost for which nobody is named when today's funding ends."""
    ends: tuple[SupportEnd, ...]


@dataclass(frozen=True)
class SiteOutlook:
    """Persons at one site."""

    id: str
    name: Mapping[str, str]
    kind: str
    now: float
    persons: Fan


@dataclass(frozen=True)
class ReturnsOutlook:
    """Voluntary returns as flows."""

    sites: tuple[SiteOutlook, ...]
    refusals: Fan | None
    binding: Mapping[str, float]
    """Share of months in which each cause limits the first flow."""
    levels: tuple[Mapping[str, object], ...]
    """`site`, `level` (persons), `q05`, `q50`, `q95` months (None: not within the horizon), `share` of draws reached."""


@dataclass(frozen=True)
class Assessment:
    """Everything computed for one plan, cutoff and seed."""

    plan: PlanFacts
    basis: BasisTally
    drivers: tuple[DriverOutlook, ...]
    tasks: tuple[TaskOutlook, ...]
    today: tuple[ConditionState, ...]
    gates: tuple[GateOutlook, ...]
    programme: ProgrammeOutlook
    sustainment: SustainmentOutlook
    returns: ReturnsOutlook | None
    presence: Fan
    """Posts of the contributors by month."""
    severe: tuple[float, ...]
    """Share of draws with a severe month (more than half of essential demand uncovered), by month."""
    severe_ever: float
