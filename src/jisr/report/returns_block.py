"""The block of voluntary returns: how many are where, by when fewer, what limits it."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment, SiteOutlook
from jisr.report.block import Block, Line, Part
from jisr.words import Words

__all__ = ["returns_block"]


def returns_block(assessment: Assessment, words: Words) -> list[Block]:
    """The block, named after the camp; none when the plan has no returns."""
    returns = assessment.returns
    if returns is None or not returns.sites:
        return []
    camp = next((site for site in returns.sites if site.kind == "camp"), returns.sites[0])
    levels = [one for one in returns.levels if one["site"] == camp.id]
    half = _wanted(camp, levels)
    now = words.number(round(camp.now))
    answer = words.text("returns-now", persons=now)
    if half is not None:
        answer = words.text("returns-half", persons=now, **_level(half, words))
    others = [
        Part(words.text("returns-level", **_level(one, words))) for one in levels if one["q50"] and one is not half
    ]
    lines = [
        Line(words.text("label-levels"), tuple(others)) if others else None,
        _binding(assessment, words),
        _refusals(assessment, words),
    ]
    return [
        Block(
            "returns",
            words.name(camp.name),
            words.text("returns-note"),
            now,
            answer,
            tuple(line for line in lines if line is not None),
            address=f"returns/{camp.id}",
        )
    ]


def _wanted(camp: SiteOutlook, levels: list[Mapping[str, object]]) -> Mapping[str, object] | None:
    """The highest level below today's persons that at least half of the draws reach: what the plan asks first."""
    return next((one for one in levels if one["q50"] and float(str(one["level"])) < camp.now), None)


def _level(level: Mapping[str, object], words: Words) -> dict[str, str]:
    first = words.month(str(level["q05"]))
    last = words.month(str(level["q95"])) if level["q95"] else words.text("after-horizon")
    return {
        "level": words.number(round(float(str(level["level"])))),
        "month": words.month(str(level["q50"])),
        "spread": words.text("spread", low=first, high=last),
    }


def _binding(assessment: Assessment, words: Words) -> Line | None:
    returns = assessment.returns
    causes = {} if returns is None else {cause: share for cause, share in returns.binding.items() if share > 0}
    if not causes:
        return None
    ordered = sorted(causes.items(), key=lambda one: (-one[1], one[0]))[:2]
    parts = [
        words.text("returns-cause", cause=words.text(f"cause-{cause}"), share=words.percent(share))
        for cause, share in ordered
    ]
    return Line(words.text("label-limits"), (Part(words.text("comma").join(parts)),))


def _refusals(assessment: Assessment, words: Words) -> Line | None:
    returns = assessment.returns
    if returns is None or returns.refusals is None or returns.refusals.q50[0] <= 0:
        return None
    text = words.text("returns-refusals", persons=words.quantity(returns.refusals.q50[0]))
    return Line(words.text("label-refusals"), (Part(text),))
