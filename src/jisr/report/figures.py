"""Values of measures and probabilities as a reader meets them."""

from __future__ import annotations

import math

from jisr.assessment import Assessment, ConditionOutlook, ConditionState
from jisr.words import Words

__all__ = [
    "chance_text",
    "error_text",
    "gain_text",
    "odds_text",
    "owner_name",
    "spread_text",
    "value_text",
    "wanted_text",
]

_RARE = 0.1
"""Probabilities below it are shown with a decimal."""
_ODDS_FROM = 0.05
"""Below it, odds ("1 in 143") are harder to keep than a count of futures."""


def owner_name(assessment: Assessment, party: str, words: Words) -> str:
    """The name of a party, or of both together."""
    if party == "joint":
        return words.text("both-sides")
    return words.name(assessment.plan.parties.get(party, {})) or party


def chance_text(share: float, draws: int, words: Words) -> str:
    """A probability from draws: never 0 or 100 per cent; where it is small, with the decimals that show it."""
    if not 0 < share < _RARE:
        return words.chance(share, draws)
    return words.percent(share, max(1, -math.floor(math.log10(100 * share))))


def odds_text(share: float, draws: int, words: Words) -> str:
    """A probability in words a listener keeps: odds, or a count of futures where odds are too long."""
    if _ODDS_FROM <= share < 1:
        return words.odds(share)
    return words.text("odds-futures", n=words.number(round(share * draws)), draws=words.number(draws))


def error_text(standard_error: float, words: Words) -> str:
    """Twice a Monte Carlo standard error, in points, with its sign."""
    return words.isolated("±" + words.points(2 * standard_error, 1))


def gain_text(share: float, words: Words) -> str:
    """A gain in points, with its sign."""
    return words.isolated("+" + words.points(share))


def value_text(value: float | None, unit: str, words: Words) -> str:
    """A value of a measure with its unit; a dash when there is none."""
    if value is None:
        return "–"
    if unit == "share":
        return words.percent(value)
    if unit == "yes or no":
        return words.text("answer-yes" if value >= 0.5 else "answer-no")
    if unit == "persons":
        return words.number(round(value))
    return words.number(value, 1 if abs(value) < 100 and value != round(value) else 0)


def wanted_text(one: ConditionOutlook | ConditionState, words: Words) -> str:
    """What a condition asks for: sign and threshold as one phrase."""
    if one.threshold is None:
        return "–"
    if one.unit == "yes or no":
        return value_text(one.threshold if one.comparison == ">=" else 1 - one.threshold, one.unit, words)
    sign = "≥" if one.comparison == ">=" else "≤"
    return words.isolated(f"{sign} {value_text(one.threshold, one.unit, words)}")


def spread_text(one: ConditionOutlook, words: Words) -> str:
    """Its 5, 50 and 95 per cent quantiles at the gate's month; empty when nothing is measured."""
    if one.value_q05 is None or one.value_q50 is None or one.value_q95 is None:
        return ""
    if one.unit == "share":
        first = "–".join(words.number(100 * value) for value in (one.value_q05, one.value_q50))
        return words.isolated(f"{first}–{words.percent(one.value_q95)}")
    return words.isolated(
        "–".join(value_text(v, one.unit, words) for v in (one.value_q05, one.value_q50, one.value_q95))
    )
