"""Who maintains, who pays, when it ends: the cliff before it comes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from jisr.assessment.problem import Problem
from jisr.assessment.result import SupportEnd, SupportPosts, SustainmentOutlook
from jisr.assessment.tally import Tally
from jisr.months import Month
from jisr.plan import Element, EquipmentType, Gate, Plan, Skill, Support, Sustainment, middle

__all__ = ["sustainment_outlook"]

_YEAR = 12


def sustainment_outlook(plan: Plan, problem: Problem, tally: Tally) -> SustainmentOutlook:
    """Money a year needed and funded by month, and every arrangement that ends."""
    payers = tuple(dict.fromkeys(row.payer for row in problem.capability.sustainment))
    by_payer = {payer: tuple(float(value) for value in tally.amounts.mean(f"paid:{payer}")[1:]) for payer in payers}
    needed = tuple(float(value) for value in tally.amounts.mean("needed")[1:])
    funded = tuple(sum(by_payer[payer][month] for payer in payers) for month in range(len(needed)))
    ends = [*_money_ends(plan, problem, tally), *_support_ends(plan, tally)]
    unpaid = sum(one.year_cost for one in ends if one.kind != "support" and one.payer_after is None and one.ends)
    ends.sort(key=lambda one: (one.ends is None, one.ends or "", one.what, one.provider))
    return SustainmentOutlook(
        needed_year=needed[0],
        funded_year=sum(funded[:_YEAR]) / max(len(funded[:_YEAR]), 1),
        needed=needed,
        funded=funded,
        funded_by_payer=by_payer,
        unpaid_after=unpaid,
        ends=tuple(ends),
        posts=_posts(plan),
        nobody=_nobody(ends, plan.partnership.cutoff_month + plan.partnership.horizon),
    )


def _money_ends(plan: Plan, problem: Problem, tally: Tally) -> list[SupportEnd]:
    rates = problem.capability.rates
    found = []
    for row in plan.rows(Sustainment):
        critical, early, now = _critical(plan, tally, row)
        found.append(
            SupportEnd(
                kind=row.kind,
                what=row.what,
                name=_name(plan, row),
                provider="money",
                share=row.payer_share,
                ends=None if row.funded_to is None else str(Month.of(row.funded_to)),
                year_cost=row.year_cost.mode * row.payer_share * rates[row.currency],
                payer=row.payer,
                payer_after=row.payer_after,
                critical=critical,
                critical_now=now,
                critical_early=early,
            )
        )
    return found


def _support_ends(plan: Plan, tally: Tally) -> list[SupportEnd]:
    """Repair channels of others that end; their cost is in the item's sustainment and is not counted again."""
    found = []
    for row in plan.rows(Support):
        if row.provider == "own" or (row.ends is None and row.ends_at is None):
            continue
        critical, early, now = _critical_item(plan, tally, row.item)
        item = plan.get(EquipmentType, row.item)
        found.append(
            SupportEnd(
                kind="support",
                what=row.item,
                name={} if item is None else item.name,
                provider=row.provider,
                share=middle(row, "share"),
                ends=_end(plan, row),
                year_cost=0.0,
                payer="",
                payer_after=row.successor,
                critical=critical,
                critical_now=now,
                critical_early=early,
                posts=row.posts,
                gate=row.ends_at,
            )
        )
    return found


def _end(plan: Plan, row: Support) -> str | None:
    if row.ends is not None and not row.ends.is_unknown:
        return str(Month(round(row.ends.mode)))
    gate = plan.get(Gate, row.ends_at or "")
    date = None if gate is None else gate.latest_date or gate.review_date
    return None if date is None else str(Month.of(date))


def _name(plan: Plan, row: Sustainment) -> Mapping[str, str]:
    if row.kind == "item":
        item = plan.get(EquipmentType, row.what)
        return {} if item is None else item.name
    if row.kind == "skill":
        skill = plan.get(Skill, row.what.replace(" ", ""))
        return {} if skill is None else skill.name
    element = plan.get(Element, row.what)
    return {} if element is None else element.name


_Critical = tuple[str | None, str | None, bool]
"""Median month from which less than the need is there, the month from which it is so in one draw of five, and whether it is
so at the cutoff."""
_EARLY = 0.2


def _critical(plan: Plan, tally: Tally, row: Sustainment) -> _Critical:
    if row.kind == "item":
        return _critical_item(plan, tally, row.what)
    return _first_below(plan, tally, [f"met:{row.kind}:{row.what.replace(' ', '')}"])


def _critical_item(plan: Plan, tally: Tally, item: str) -> _Critical:
    return _first_below(plan, tally, [name for name in tally.shares.series if name.startswith(f"met:item:{item},")])


def _first_below(plan: Plan, tally: Tally, names: list[str]) -> _Critical:
    """The first months in which a half and a fifth of the draws fall short of the need."""
    first = {}
    for share in (0.5, _EARLY):
        short = [tally.shares.quantile(name, share) < 1.0 for name in names if name in tally.shares.position]
        months = [int(one.argmax()) for one in short if one.any()]
        first[share] = min(months) if months else None
    middle, early = (None if at is None else str(plan.partnership.cutoff_month + at) for at in first.values())
    return middle, early, first[0.5] == 0


def _posts(plan: Plan) -> tuple[SupportPosts, ...]:
    """Posts of supporting personnel by the gate that takes them away."""
    groups: dict[str | None, list[Support]] = {}
    for row in plan.rows(Support):
        if row.provider != "own" and row.posts:
            groups.setdefault(row.ends_at, []).append(row)
    found = []
    for name, rows in groups.items():
        gate = plan.get(Gate, name or "")
        ends = sorted(end for end in (_end(plan, row) for row in rows) if end is not None)
        found.append(
            SupportPosts(
                gate=name,
                name={} if gate is None else gate.name,
                month=ends[0] if ends else None,
                posts=sum(row.posts or 0 for row in rows),
                items=tuple(row.item for row in rows),
            )
        )
    return tuple(sorted(found, key=lambda one: (one.gate is None, one.month or "")))


def _nobody(ends: Sequence[SupportEnd], last: Month) -> tuple[str, ...]:
    """What ends inside the horizon with nobody named to pay afterwards."""
    without = [one for one in ends if one.kind != "support" and one.payer_after is None and one.ends is not None]
    return tuple(one.what for one in without if one.ends is not None and Month.parse(one.ends) < last)
