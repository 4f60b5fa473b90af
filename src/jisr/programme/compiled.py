"""What the programme stage needs of a plan: activities, pools and money in whole months and thousands."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.months import Month
from jisr.plan import (
    Activity,
    ActivityMoney,
    ActivityNeed,
    Budget,
    Plan,
    Resource,
    base_rate,
    middle,
)

__all__ = ["MoneyPool", "Payment", "ProgrammeActivity", "ProgrammeData", "compile_programme"]

THOUSAND = 1_000
YEAR = 12


@dataclass(frozen=True)
class Payment:
    """What one payer pays for an activity. Units: thousands of base currency."""

    payer: str
    authority: str | None
    amount: int
    profile: str


@dataclass(frozen=True)
class ProgrammeActivity:
    """One activity that can still be scheduled. Units: months; `first` and `last` are month numbers ahead."""

    id: str
    duration: int
    first: int
    last: int
    mandatory: bool
    payments: tuple[Payment, ...]
    prerequisites: tuple[tuple[str, int], ...]
    """(activity, lag in months)."""
    packages: tuple[str, ...]
    resources: tuple[tuple[str, int], ...]
    """(pool, units in use while it runs)."""


@dataclass(frozen=True)
class MoneyPool:
    """Programme money of one payer in one fiscal year. Units: thousands of base currency."""

    payer: str
    authority: str
    year: int
    amount: int


@dataclass(frozen=True)
class ProgrammeData:
    """The programme's view of a plan: durations and leads at their modes, amounts at their modes, budgets as executed.

    `capacity` by pool is units by month 1…T, zero in blackout months.
    """

    activities: tuple[ProgrammeActivity, ...]
    pools: tuple[MoneyPool, ...]
    carry: frozenset[str]
    """Payers whose programme money goes on to the next year."""
    capacity: dict[str, tuple[int, ...]]
    years: dict[str, tuple[int, ...]]
    """Payer → fiscal year of months 1…T."""
    cutoff: Month
    horizon: int


def compile_programme(plan: Plan) -> ProgrammeData:
    """The programme's view of a plan that has passed its checks. Activities done or cancelled are left out."""
    cutoff, horizon = plan.partnership.cutoff_month, plan.partnership.horizon
    rows = [row for row in plan.rows(Activity) if row.status not in {"done", "cancelled"}]
    kept = {row.activity for row in rows}
    budgets = [row for row in plan.rows(Budget) if row.use == "programme"]
    return ProgrammeData(
        activities=tuple(_activity(plan, row, kept) for row in rows),
        pools=tuple(_pool(plan, row) for row in budgets),
        carry=frozenset(row.payer for row in budgets if row.carry_over),
        capacity=_capacity(plan),
        years={
            party.id: tuple((cutoff + m).fiscal_year(party.fiscal_year_start) for m in range(1, horizon + 1))
            for party in plan.partnership.parties
        },
        cutoff=cutoff,
        horizon=horizon,
    )


def _activity(plan: Plan, row: Activity, kept: set[str]) -> ProgrammeActivity:
    needs = [need for need in plan.rows(ActivityNeed) if need.activity == row.activity]
    cutoff, horizon = plan.partnership.cutoff_month, plan.partnership.horizon
    lead = 0 if row.lead is None else round(row.lead.mode)
    first = max(1, row.earliest - cutoff, lead + 1)
    last = horizon if row.latest is None else min(horizon, row.latest - cutoff)
    absorbing = {one.element: one.resource for one in plan.rows(Resource) if one.kind == "absorption"}
    resources = [(need.ref, round(need.amount)) for need in needs if need.kind == "resource"]
    resources += [
        (absorbing[need.ref], round(need.amount))
        for need in needs
        if need.kind == "absorption" and need.ref in absorbing
    ]
    said = {need.ref for need in needs if need.kind == "absorption"}
    if row.element in absorbing and row.element not in said:
        resources.append((absorbing[row.element], 1))  # whoever receives an activity has one of its places taken
    return ProgrammeActivity(
        id=row.activity,
        duration=max(1, round(row.months.mode)),
        first=first,
        last=last,
        mandatory=row.mandatory,
        payments=tuple(_payment(plan, one) for one in plan.rows(ActivityMoney) if one.activity == row.activity),
        prerequisites=tuple((need.ref, need.lag) for need in needs if need.kind == "prerequisite" and need.ref in kept),
        packages=tuple(need.ref for need in needs if need.kind == "package" and need.ref in kept),
        resources=tuple(resources),
    )


def _payment(plan: Plan, row: ActivityMoney) -> Payment:
    amount = row.amount.mode * (base_rate(plan, row.currency) or 0.0)
    return Payment(row.payer, row.authority, round(amount / THOUSAND), row.profile)


def _pool(plan: Plan, row: Budget) -> MoneyPool:
    """What is there of a budget line; of the fiscal year the cutoff lies in, the part of the months ahead."""
    amount = row.amount * middle(row, "execution", 1.0) * (base_rate(plan, row.currency) or 0.0)
    amount *= _months_ahead(plan, row) / YEAR
    return MoneyPool(row.payer, row.authority, row.fiscal_year, int(amount / THOUSAND))


def _months_ahead(plan: Plan, row: Budget) -> int:
    """Months of a budget line's fiscal year that follow the cutoff: 12, or what is left of the year under way."""
    starts = next((one.fiscal_year_start for one in plan.partnership.parties if one.id == row.payer), 1)
    first = plan.partnership.cutoff_month
    if first.fiscal_year(starts) != row.fiscal_year:
        return YEAR
    return sum((first + month).fiscal_year(starts) == row.fiscal_year for month in range(1, YEAR))


def _capacity(plan: Plan) -> dict[str, tuple[int, ...]]:
    """Units of each pool by month ahead; a month that no row of the pool covers has none."""
    cutoff, horizon = plan.partnership.cutoff_month, plan.partnership.horizon
    rows: dict[str, list[Resource]] = {}
    for row in plan.rows(Resource):
        rows.setdefault(row.resource, []).append(row)
    months = [cutoff + m for m in range(1, horizon + 1)]
    return {pool: tuple(sum(_units(row, month) for row in own) for month in months) for pool, own in rows.items()}


def _units(row: Resource, month: Month) -> int:
    """Units of one row in one month: none outside its range, and none in its closed calendar months."""
    outside = (row.from_month is not None and month < row.from_month) or (
        row.to_month is not None and month > row.to_month
    )
    return 0 if outside or month.number in row.closed else int(row.capacity)
