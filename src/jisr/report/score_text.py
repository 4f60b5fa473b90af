"""Scores of stored forecasts, as lines for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.threat import ForecastScore, ScoredMonth, UnitScore
from jisr.words import Words

__all__ = ["score_text"]

_MONTH = "{:>10} {:>9} {:>9} {:>13} {:>9} {:>6}"
_UNIT = "{:24} {:>8} {:>9} {:>7} {:>9} {:>8}"


def score_text(scores: Sequence[ForecastScore], words: Words) -> str:
    """Each forecast: the months of all areas together, then the means by unit."""
    lines: list[str] = []
    for one in scores:
        model = one.model or "–"
        lines += [
            *([""] if lines else []),
            words.text(
                "score-of", file=one.source, series=one.series, model=model, first=words.month(one.first),
                draws=words.number(one.draws),
            ),
        ]  # fmt: skip
        together = [month for month in one.months if not month.unit]
        if together:
            heads = ("score-month", "score-observed", "score-median", "score-range", "score-crps", "score-pit")
            lines += ["", _MONTH.format(*(words.text(key) for key in heads))]
            lines += [_month(month, words) for month in together]
        heads = ("score-unit", "score-months", "score-crps", "score-ignorance", "score-interval", "score-coverage")
        lines += ["", _UNIT.format(*(words.text(key) for key in heads))]
        lines += [_unit(unit, words) for unit in one.units]
    return "\n".join([*lines, "", words.text("score-stored-legend")])


def _month(one: ScoredMonth, words: Words) -> str:
    span = f"{one.q05:.0f} – {one.q95:.0f}"
    return _MONTH.format(
        words.month(one.month), f"{one.observed:.0f}", f"{one.q50:.0f}", span, f"{one.crps:.2f}", f"{one.pit:.2f}"
    )


def _unit(one: UnitScore, words: Words) -> str:
    name = {"": words.text("score-together"), "*": words.text("score-areas")}.get(one.unit, one.unit)
    return _UNIT.format(
        name[:24],
        words.number(one.months),
        f"{one.crps:.2f}",
        f"{one.ignorance:.2f}",
        f"{one.interval:.1f}",
        words.percent(one.within_90),
    )
