"""What a backtest gives: scores by window, and their means over the windows."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from jisr.threat.backtest.score_row import ScoreRow

__all__ = ["BACKTEST_SCHEMA", "BacktestResult", "score_means"]

BACKTEST_SCHEMA = "jisr/threat-backtest/1"
_OF_ONE_WINDOW = frozenset({"crps_low", "crps_high", "crps_ratio_low", "crps_ratio_high"})


@dataclass(frozen=True)
class BacktestResult:
    """The scores of a backtest.

    Parameters: `scores` by window, group and model, `means` over the windows by group and model, their cutoff `mean`.
    """

    scores: tuple[ScoreRow, ...]
    means: tuple[ScoreRow, ...]


def score_means(rows: Sequence[ScoreRow]) -> tuple[ScoreRow, ...]:
    """The mean of each score over the windows, of ratios the geometric mean; None where a window lacks the score."""
    return tuple(
        _mean_row([row for row in rows if (row.group, row.model) == key])
        for key in dict.fromkeys((row.group, row.model) for row in rows)
    )


def _mean_row(rows: Sequence[ScoreRow]) -> ScoreRow:
    names = [one.name for one in fields(ScoreRow) if one.name not in {"cutoff", "model", "group"}]
    values = {name: [getattr(row, name) for row in rows] for name in names}
    counts = {name: sum(values[name]) for name in ("units", "unit_months")}
    scores = {
        name: None if name in _OF_ONE_WINDOW else _mean(values[name], ratio=name.endswith("ratio"))
        for name in names
        if name not in counts
    }
    changes: dict[str, Any] = {**counts, **scores}
    return replace(rows[0], cutoff="mean", **changes)


def _mean(values: Sequence[float | None], *, ratio: bool) -> float | None:
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        return None
    if ratio:
        return math.exp(sum(map(math.log, known)) / len(known)) if min(known) > 0 else None
    return sum(known) / len(known)
