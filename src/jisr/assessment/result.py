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
    """5 per cent."""
    q25: tuple[float, ...]
    """25 per cent."""
    q50: tuple[float, ...]
    """Median."""
    q75: tuple[float, ...]
    """75 per cent."""
    q95: tuple[float, ...]
    """95 per cent."""
    mean: tuple[float, ...]
    """Mean."""


@dataclass(frozen=True)
class PlanFacts:
    """Which plan this is about."""

    id: str
    """Id of the partnership."""
    title: Mapping[str, str]
    """Its title."""
    parties: Mapping[str, Mapping[str, str]]
    """Party id → label by language."""
    roles: Mapping[str, str]
    """Party id → role."""
    languages: tuple[str, ...]
    """Languages of the plan, the first is the default."""
    cutoff: str
    """Last day whose knowledge counts."""
    horizon: int
    """Months ahead."""
    months: tuple[str, ...]
    """Months 1…T ahead."""
    seed: int
    """Seed of every random number."""
    draws: int
    """Number of futures."""
    currency: str
    """ISO 4217 code of the base currency."""
    price_year: int
    """Year of its prices."""
    held_months: int
    """Months a gate must stay met to count as held."""
    content: str
    """Hash of the plan's files: same content, same numbers."""


@dataclass(frozen=True)
class BasisTally:
    """How much is assumed: uncertain inputs and limits (thresholds, dates, rules) by basis."""

    inputs: Mapping[str, int]
    """Uncertain inputs: basis → count."""
    limits: Mapping[str, int]
    """Limits: basis → count."""
    by_table: Mapping[str, Mapping[str, int]]
    """Table → basis → count."""


@dataclass(frozen=True)
class History:
    """Observed values by month, as held now; `revised_later` when they are of a later vintage than the cutoff."""

    months: tuple[str, ...]
    """The months observed."""
    values: tuple[float, ...]
    """Value of each."""
    revised_later: bool
    """Whether they are of a later vintage than the cutoff."""
    evidence: tuple[str, ...]
    """Sources, by id."""


@dataclass(frozen=True)
class DriverOutlook:
    """One driver of demand, all areas together."""

    id: str
    """Driver."""
    name: Mapping[str, str]
    """Its name."""
    unit: str
    """Unit of its monthly value."""
    kind: str
    """`forecast`, `area-attribute` or `stock`."""
    history: History | None
    """Observed months; None when none is observed."""
    ahead: Fan
    """Monthly value ahead."""


@dataclass(frozen=True)
class TaskOutlook:
    """Requirement, capability and cover of one task, all areas together.

    `cover` by setting: `now` (the phase each draw is in), `cutoff` (the enablers of the cutoff), `alone`
    (self-reliance), and `after:<gate>` (the enablers of the phase that follows the gate).
    """

    id: str
    """Task."""
    name: Mapping[str, str]
    """Its name."""
    unit: str
    """Unit of requirement and capability, a month."""
    scope: str
    """`local` or `mobile`."""
    essential: bool
    """Whether the severity of a gap counts."""
    requirement: Fan
    """What is required, a month."""
    capability: Fan
    """What the host can do without the coalition, a month."""
    cover: Mapping[str, Fan]
    """Setting → share of the requirement that is covered, by month."""
    uncovered: Fan
    """Requirement left uncovered, a month."""
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
    """What the last evidence said, when the state is stale: `met` or `not met`."""
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


@dataclass(frozen=True)
class ActivityOutlook:
    """One activity of the programme: chosen or not, when, why."""

    id: str
    """Activity."""
    title: Mapping[str, str]
    """Its title."""
    component: str
    """Component of the programme."""
    kind: str
    """Kind of activity."""
    element: str | None
    """Element it strengthens; None when it is for all."""
    owner: str
    """Party that owns it."""
    mandatory: bool
    """Whether it was agreed already."""
    start: str | None
    """Month it starts; None when it is not chosen."""
    months: int
    """How long it runs."""
    cost: Mapping[str, float]
    """Payer → money in base currency."""
    value: float
    """Reduction of the uncovered essential requirement it brings alone (mean of the milestones), never below zero."""
    reason: str | None
    """Why it is not chosen: a key (`no-money` …); None when it is."""
    detail: Mapping[str, str]
    """What the reason names: key → value."""


@dataclass(frozen=True)
class ProgrammeOutlook:
    """The programme: what to do next, under which money, to which effect."""

    status: str
    """What the solver says of the schedule: `OPTIMAL`, `FEASIBLE` …"""
    activities: tuple[ActivityOutlook, ...]
    """Every activity of the plan."""
    cost: float
    """Cost of what is chosen, at the modes."""
    cost_by_payer: Mapping[str, float]
    """Payer → cost."""
    cost_by_payer_year: Mapping[str, Mapping[str, float]]
    """Payer → fiscal year → cost."""
    money_by_payer_year: Mapping[str, Mapping[str, float]]
    """Payer → fiscal year → money there is."""
    uncovered_with: float
    """Uncovered essential requirement, mean of the milestones, with the programme; full simulation."""
    uncovered_without: float
    """The same without it."""
    uncovered_standard_error: float
    """Of the paired difference."""
    milestones: tuple[str, ...]
    """Months at which it is judged."""
    untouched: tuple[str, ...]
    """Tasks no activity touches."""
    additive_value: float
    """Sum of what the chosen activities bring alone."""
    bound_gap: float
    """Distance of the schedule from the proven bound, as a share."""
    reproducible: bool
    """Whether the solver ended by its own count and not by the clock."""


@dataclass(frozen=True)
class SupportEnd:
    """One support arrangement that ends, or is not paid."""

    kind: str
    """`support` for repairs, `item`, `skill` or `element` for money."""
    what: str
    """Item, skill or element."""
    name: Mapping[str, str]
    """Its name."""
    provider: str
    """Who repairs: contractor or contributor; `money` for money."""
    share: float | None
    """Share of the repairs or of the money."""
    ends: str | None
    """Month it ends; None when no end is named."""
    year_cost: float
    """Money a year; 0 for repairs."""
    payer: str
    """Party that pays; empty for repairs."""
    payer_after: str | None
    """Who follows; None when nobody is named."""
    critical: str | None
    """Median month from which less than the need is serviceable or qualified; None within the horizon."""
    critical_now: bool
    """Whether it is below the need at the cutoff."""


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
    """Of it funded, by month (annual rate)."""
    funded_by_payer: Mapping[str, tuple[float, ...]]
    """Payer → the same."""
    unpaid_after: float
    """Yearly cost for which nobody is named when today's funding ends."""
    ends: tuple[SupportEnd, ...]
    """Every arrangement that is paid or ends, those that end first."""


@dataclass(frozen=True)
class SiteOutlook:
    """Persons at one site."""

    id: str
    """Site."""
    name: Mapping[str, str]
    """Its name."""
    kind: str
    """camp, centre or community."""
    now: float
    """Persons at the cutoff."""
    persons: Fan
    """Persons by month."""


@dataclass(frozen=True)
class ReturnsOutlook:
    """Voluntary returns as flows."""

    sites: tuple[SiteOutlook, ...]
    """Persons at each site."""
    refusals: Fan | None
    """Persons who stay by their own will; None when nobody can go."""
    binding: Mapping[str, float]
    """Share of months in which each cause limits the first flow."""
    levels: tuple[Mapping[str, object], ...]
    """`site`, `level` (persons), `q05`, `q50`, `q95` months (None: not within the horizon), `share` of draws reached."""


@dataclass(frozen=True)
class Assessment:
    """Everything computed for one plan, cutoff and seed."""

    plan: PlanFacts
    """Which plan, cutoff, seed."""
    basis: BasisTally
    """How much is assumed."""
    drivers: tuple[DriverOutlook, ...]
    """What drives demand, the threat among it."""
    tasks: tuple[TaskOutlook, ...]
    """Requirement, capability and cover by task."""
    today: tuple[ConditionState, ...]
    """Every condition today, in the order of the plan."""
    gates: tuple[GateOutlook, ...]
    """What the future says of each gate."""
    programme: ProgrammeOutlook
    """What to do next."""
    sustainment: SustainmentOutlook
    """Who maintains and pays."""
    returns: ReturnsOutlook | None
    """Voluntary returns; None when the plan has no site."""
    presence: Fan
    """Posts of the contributors by month."""
    severe: tuple[float, ...]
    """Share of draws with a severe month (more than half of essential demand uncovered), by month."""
    severe_ever: float
    """Share of draws with a severe month anywhere in the horizon."""
