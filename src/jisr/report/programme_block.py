"""The block of what to do next: which activities, under which money, to which effect; and what is left out."""

from __future__ import annotations

from jisr.assessment import ActivityOutlook, Assessment
from jisr.report.block import Block, Line, Mark, Meter, Part
from jisr.report.figures import error_text, owner_name
from jisr.words import Words

__all__ = ["programme_block", "why_not"]

_FIRST, _LEFT = 2, 1


def programme_block(assessment: Assessment, words: Words) -> list[Block]:
    """The block, or none when the plan has no activity."""
    programme = assessment.programme
    if not programme.activities:
        return []
    lines = (
        _uncovered(assessment, words),
        _payers(assessment, words),
        _first(assessment, words),
        _left(assessment, words),
        _untouched(assessment, words),
    )
    chosen = [one for one in programme.activities if one.start is not None]
    cost = words.money(programme.cost, assessment.plan.currency)
    return [
        Block(
            "next",
            words.text("next-title"),
            words.text("next-note", n=len(chosen), all=words.number(len(programme.activities))),
            cost,
            words.text(
                "next-answer" if chosen else "next-none",
                n=len(chosen),
                cost=cost,
                without=words.percent(programme.uncovered_without, 1),
                share=words.percent(programme.uncovered_with, 1),
                error=error_text(programme.uncovered_standard_error, words),
            ),
            tuple(line for line in lines if line is not None),
            address="programme",
        )
    ]


def why_not(assessment: Assessment, one: ActivityOutlook, words: Words) -> str:
    """Why an activity is not chosen."""
    detail, currency = dict(one.detail), assessment.plan.currency
    titles = {other.id: words.name(other.title) for other in assessment.programme.activities}
    other = detail.get("other", "")
    values = {
        "payer": owner_name(assessment, detail.get("payer", ""), words),
        "cost": words.money(float(detail.get("cost", sum(one.cost.values()))), currency),
        "money": words.money(float(detail.get("money", 0)), currency),
        "year": words.isolated(detail.get("year", "")),
        "other": titles.get(other, other),
    }
    return words.text(f"why-{one.reason or 'competes'}", **values)


def _uncovered(assessment: Assessment, words: Words) -> Line | None:
    """The uncovered requirement without and with the programme: the answer's own figures, drawn."""
    programme = assessment.programme
    if not any(one.start for one in programme.activities):
        return None
    pairs = (("meter-without", programme.uncovered_without), ("meter-with", programme.uncovered_with))
    meters = tuple(
        Meter(words.text(key), (Mark(share, words.percent(share, 1), address="programme"),)) for key, share in pairs
    )
    return Line(words.text("label-uncovered"), (), meters, pictured=True)


def _payers(assessment: Assessment, words: Words) -> Line | None:
    programme, currency = assessment.programme, assessment.plan.currency
    parts = [
        words.text("payer-amount", payer=owner_name(assessment, payer, words), amount=words.money(amount, currency))
        for payer, amount in programme.cost_by_payer.items()
        if amount > 0
    ]
    return Line(words.text("label-money"), (Part(words.text("comma").join(parts)),)) if parts else None


def _first(assessment: Assessment, words: Words) -> Line | None:
    chosen = sorted(
        (one for one in assessment.programme.activities if one.start is not None), key=lambda one: one.start or ""
    )
    parts = [
        words.text("title-month", title=words.name(one.title), month=words.month(one.start or ""))
        for one in chosen[:_FIRST]
    ]
    return Line(words.text("label-first"), (Part(words.text("comma").join(parts)),)) if parts else None


def _left(assessment: Assessment, words: Words) -> Line | None:
    left = [one for one in assessment.programme.activities if one.start is None]
    if not left:
        return None
    parts = [
        Part(words.text("left-out", title=words.name(one.title), why=why_not(assessment, one, words)))
        for one in left[:_LEFT]
    ]
    more = len(left) - len(parts)
    if more:
        parts.append(Part(words.text("and-more", n=words.number(more))))
    return Line(words.text("label-left"), tuple(parts))


def _untouched(assessment: Assessment, words: Words) -> Line | None:
    names = {task.id: words.name(task.name) for task in assessment.tasks}
    untouched = words.text("comma").join(names.get(task, task) for task in assessment.programme.untouched)
    return Line(words.text("label-untouched"), (Part(untouched),)) if untouched else None
