"""The block of the sustainment cliff: who maintains, who pays, when it ends."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.assessment import Assessment, SupportEnd
from jisr.report.block import Block, Line, Mark, Meter, Part
from jisr.report.figures import owner_name
from jisr.words import Words

__all__ = ["arrangement_text", "sustained_name", "sustainment_block"]

_NAMES, _NEXT = 3, 1
"""Names a line lists, so that the first page stays one page."""


def sustainment_block(assessment: Assessment, words: Words) -> list[Block]:
    """The block, or none when nothing is to be sustained."""
    outlook, plan = assessment.sustainment, assessment.plan
    if outlook.needed_year <= 0 or not outlook.funded:
        return []
    low = min(range(len(outlook.funded)), key=lambda month: outlook.funded[month])
    needed = outlook.needed[low] or outlook.needed_year
    share = words.percent(min(outlook.funded[low] / needed, 1.0))
    values = {
        "needed": words.money(outlook.needed_year, plan.currency),
        "funded": words.money(outlook.funded_year, plan.currency),
        "share": words.percent(min(outlook.funded_year / outlook.needed_year, 1.0)),
        "month": words.month(plan.months[low]),
        "low": words.money(outlook.funded[low], plan.currency),
        "low_share": share,
    }
    flat = values["low_share"] == values["share"]
    drawn = (
        Meter(
            words.text("meter-year"),
            (Mark(min(outlook.funded_year / outlook.needed_year, 1.0), values["share"], address="sustained"),),
        ),
        Meter(
            words.text("meter-in", month=values["month"]),
            (Mark(min(outlook.funded[low] / needed, 1.0), share, address="sustained"),),
        ),
    )
    lines = (
        Line(words.text("label-funded"), (), drawn[: 1 if flat else 2], pictured=True),
        _unpaid(assessment, words),
        _below(assessment, words),
        _then(assessment, words),
    )
    return [
        Block(
            "cliff",
            words.text("cliff-title"),
            words.text("cliff-note", month=values["month"]),
            share,
            words.text("cliff-flat" if flat else "cliff-answer", **values),
            tuple(line for line in lines if line is not None),
            address="sustained",
        )
    ]


def sustained_name(one: SupportEnd, words: Words) -> str:
    """What is sustained, by name."""
    return words.name(one.name) or one.what


def arrangement_text(assessment: Assessment, one: SupportEnd, words: Words) -> str:
    """Who keeps it working, or pays for it, and in which share."""
    share = words.percent(one.share or 0.0)
    if one.kind == "support":
        return words.text("arrangement-repairs", provider=words.text(f"provider-{one.provider}"), share=share)
    return words.text("arrangement-money", payer=owner_name(assessment, one.payer, words), share=share)


def _unpaid(assessment: Assessment, words: Words) -> Line | None:
    amount = assessment.sustainment.unpaid_after
    if amount <= 0:
        return None
    text = words.text("cliff-nobody", amount=words.money(amount, assessment.plan.currency))
    return Line(words.text("label-unpaid"), (Part(text),))


def _below(assessment: Assessment, words: Words) -> Line | None:
    now = dict.fromkeys(sustained_name(one, words) for one in assessment.sustainment.ends if one.critical_now)
    return Line(words.text("label-below"), (Part(_listed(list(now), words)),)) if now else None


def _listed(names: Sequence[str], words: Words, shown_at_most: int = _NAMES) -> str:
    """The first names, and how many more; the section lists them all."""
    more = len(names) - shown_at_most
    shown = [*names[:shown_at_most], words.text("and-more", n=words.number(more))] if more > 0 else names
    return words.text("comma").join(shown)


def _then(assessment: Assessment, words: Words) -> Line | None:
    ends = assessment.sustainment.ends
    later = {sustained_name(one, words): one.critical for one in ends if one.critical and not one.critical_now}
    parts = [
        words.text("title-month", title=name, month=words.month(month or ""))
        for name, month in sorted(later.items(), key=lambda one: one[1] or "")
    ]
    return Line(words.text("label-then"), (Part(_listed(parts, words, _NEXT)),)) if parts else None
