"""From counts to what is said of plan, drivers, tasks and returns."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from jisr.assessment.camp_levels import camp_levels, camp_of
from jisr.assessment.course_outlooks import spread
from jisr.assessment.result import (
    AreaOutlook,
    AreaRequirement,
    DriverOutlook,
    Fan,
    History,
    PlanFacts,
    ReturnsOutlook,
    SiteOutlook,
    TaskOutlook,
)
from jisr.assessment.series import fan
from jisr.assessment.tally import QUARTER, Tally
from jisr.months import Month
from jisr.plan import Area, Driver, Observed, Plan, Task, ThreatResponse
from jisr.returns import CAUSES
from jisr.threat import monthly_totals, reacts

__all__ = ["driver_outlooks", "plan_facts", "returns_outlook", "severe_share", "task_outlooks"]

_LEAST_BIND = 0.05
"""Needs that are the lowest, or the next, in fewer draws than this are not listed."""


def plan_facts(plan: Plan, content: str) -> PlanFacts:
    """Which plan this is about."""
    partnership = plan.partnership
    cutoff = partnership.cutoff_month
    return PlanFacts(
        id=partnership.id,
        title=partnership.title,
        parties={party.id: party.label for party in partnership.parties},
        roles={party.id: party.role for party in partnership.parties},
        languages=partnership.languages,
        cutoff=partnership.cutoff.isoformat(),
        horizon=partnership.horizon,
        months=tuple(str(cutoff + month) for month in range(1, partnership.horizon + 1)),
        seed=partnership.seed,
        draws=partnership.draws,
        currency=partnership.currency_base,
        price_year=partnership.price_year,
        held_months=partnership.defaults.held_months,
        content=content,
        threat_reacts=reacts(plan.rows(ThreatResponse)),
    )


def driver_outlooks(plan: Plan, tally: Tally) -> tuple[DriverOutlook, ...]:
    """Each driver, all areas together: what was observed, what lies ahead."""
    return tuple(
        DriverOutlook(
            id=row.driver,
            name=row.name,
            unit=row.unit,
            kind=row.kind,
            history=_history(plan, row),
            ahead=fan(tally.amounts, f"driver:{row.driver}", ahead=True),
            quarters=_quarters(plan) if row.kind == "forecast" else (),
            areas=_areas(plan, row, tally) if row.kind == "forecast" else (),
        )
        for row in plan.rows(Driver)
    )


def _quarters(plan: Plan) -> tuple[str, ...]:
    """The first month of each whole quarter of the horizon."""
    first = plan.partnership.cutoff_month + 1
    return tuple(str(first + QUARTER * i) for i in range(plan.partnership.horizon // QUARTER))


def _areas(plan: Plan, driver: Driver, tally: Tally) -> tuple[AreaOutlook, ...]:
    return tuple(
        AreaOutlook(area.area, area.name, fan(tally.areas, f"{driver.driver}:{area.area}", ahead=False))
        for area in plan.rows(Area)
    )


def _history(plan: Plan, driver: Driver) -> History | None:
    """The observed series itself; a driver behind a bridge has none of its own."""
    if driver.kind != "forecast" or driver.series is None or driver.bridge_to is not None:
        return None
    totals = monthly_totals(plan, driver.series)
    rows = [row for row in plan.rows(Observed) if row.series == driver.series]
    cutoff = plan.partnership.cutoff
    return History(
        months=tuple(str(month) for month in totals),
        values=tuple(totals.values()),
        revised_later=any(row.known_on is not None and row.known_on > cutoff for row in rows),
        evidence=tuple(sorted({row.evidence for row in rows})),
    )


def task_outlooks(plan: Plan, tally: Tally, sides: Mapping[str, Tally]) -> tuple[TaskOutlook, ...]:
    """Requirement, capability, cover and what limits it, of every task.

    Parameters: `sides` party → the run by all its positions.
    """
    gates = [gate.id for gate in tally.problem.transition.gates]
    settings = ["now", "alone", "cutoff", *(f"after:{gate}" for gate in gates)]
    elicited, factor, loose = (tally.per_draw(name) for name in ("elicited", "coherence", "loose"))
    return tuple(
        TaskOutlook(
            id=row.task,
            name=row.name,
            unit=row.unit,
            scope=row.scope,
            essential=row.essential,
            requirement=fan(tally.amounts, f"required:{row.task}", ahead=True),
            capability=fan(tally.amounts, f"capacity:{row.task}", ahead=True),
            cover={setting: fan(tally.shares, f"cover:{setting}:{row.task}", ahead=True) for setting in settings},
            uncovered=fan(tally.shares, f"uncovered:{row.task}", ahead=True),
            cover_today={
                setting: float(tally.shares.quantile(f"cover:{setting}:{row.task}", 0.5)[0]) for setting in settings
            },
            self_reliance_elicited=None if np.isnan(elicited[:, k]).any() else float(np.median(elicited[:, k])),
            binds=_binds(tally, row.task),
            contributions=row.contributions,
            coherence=spread(factor[:, k]) if row.contributions == "task-units" and row.anchor == "elicited" else None,
            loose=float(loose[:, k].mean()),
            requirement_today=spread(tally.per_draw("required")[:, k]),
            requirement_by_side={side: spread(one.per_draw("required")[:, k]) for side, one in sides.items()},
            area_months=_ends_of_quarters(plan) if row.scope == "local" else (),
            areas=_requirements(plan, row.task, tally) if row.scope == "local" else (),
        )
        for k, row in enumerate(plan.rows(Task))
    )


def _ends_of_quarters(plan: Plan) -> tuple[str, ...]:
    """The cutoff, and the last month of each whole quarter of the horizon."""
    cutoff = plan.partnership.cutoff_month
    return tuple(str(cutoff + QUARTER * i) for i in range(plan.partnership.horizon // QUARTER + 1))


def _requirements(plan: Plan, task: str, tally: Tally) -> tuple[AreaRequirement, ...]:
    found = [
        AreaRequirement(area.area, area.name, fan(tally.local, f"required:{task}:{area.area}", ahead=False))
        for area in plan.rows(Area)
    ]
    return tuple(one for one in found if any(one.requirement.q95))


def _binds(tally: Tally, task: str) -> tuple[Mapping[str, object], ...]:
    data = tally.problem.capability
    found: list[Mapping[str, object]] = []
    for i, line in enumerate(data.lines):
        total = max(int(tally.binds[i].sum()), 1)
        if line.task != task:
            continue
        found += [
            {
                "line": line.line,
                "element": line.element,
                "kind": need.kind,
                "name": need.name,
                "share": int(tally.binds[i, n]) / total,
                "second": int(tally.second[i, n]) / total,
            }
            for n, need in enumerate(data.needs)
            if need.line == line.line and max(tally.binds[i, n], tally.second[i, n]) >= _LEAST_BIND * total
        ]
    return tuple(
        sorted(found, key=lambda one: (-float(str(one["share"])), -float(str(one["second"])), str(one["line"])))
    )


def returns_outlook(plan: Plan, tally: Tally) -> ReturnsOutlook | None:
    """Persons by site, who stays, what binds, and when the camp is smaller."""
    data = tally.problem.returns
    if not data.flows or not tally.has("refusals"):
        return None
    now = np.median(tally.per_draw("persons-now"), axis=0)
    families = np.median(tally.per_draw("families-now"), axis=0)
    sites = tuple(
        SiteOutlook(
            id=site.site,
            name=site.name,
            kind=site.kind,
            now=float(now[i]),
            families=float(families[i]) if np.isfinite(families[i]) else None,
            persons=fan(tally.amounts, f"site:{site.site}", ahead=True),
        )
        for i, site in enumerate(data.sites)
    )
    causes = tally.per_draw("first-flow-cause").sum(axis=0)
    months = max(float(causes.sum()), 1.0)
    camp = camp_of(data)
    levels = () if camp is None else camp_levels(plan, data)
    refusals = tally.per_draw("refusals")
    return ReturnsOutlook(
        sites=sites,
        refusals=_one_month(refusals),
        binding={cause: float(causes[i]) / months for i, cause in enumerate(CAUSES)},
        levels=tuple(_level(plan, tally, data.sites[camp or 0].site, level) for level in levels),
    )


def _one_month(values: NDArray[np.float64]) -> Fan:
    """The quantiles of a scalar of every draw, as a fan of one month."""
    low, below, middle, above, high = (float(np.quantile(values, share)) for share in (0.05, 0.25, 0.5, 0.75, 0.95))
    return Fan((low,), (below,), (middle,), (above,), (high,), (float(values.mean()),))


def _level(plan: Plan, tally: Tally, site: str, level: float) -> Mapping[str, object]:
    first = tally.per_draw(f"camp-at:{level:g}")
    months: dict[str, str | None] = {}
    for name, share in (("q05", 0.05), ("q50", 0.5), ("q95", 0.95)):
        month = float(np.sort(first)[max(0, int(np.ceil(share * len(first))) - 1)])
        months[name] = str(Month(plan.partnership.cutoff_month.ordinal + int(month))) if np.isfinite(month) else None
    return {"site": site, "level": level, "share": float(np.isfinite(first).mean()), **months}


def severe_share(tally: Tally) -> tuple[float, ...]:
    """Share of draws with a severe month. Shape: (month,)."""
    draws = max(int(tally.gates.draws[1]), 1)
    return tuple(int(count) / draws for count in tally.severe[1:])
