"""Scores of a backtest as lines for a terminal, and as a document."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from jisr.threat import BACKTEST_SCHEMA, BacktestResult
from jisr.words import Words

__all__ = ["backtest_document", "backtest_text"]

_DIGITS = 9
_COLUMNS = (
    ("crps", "score-crps"),
    ("crps_ratio", "score-ratio"),
    ("log_crps", "score-log-crps"),
    ("log_crps_median", "score-log-median"),
    ("ignorance", "score-ignorance"),
    ("interval", "score-interval"),
    ("coverage_90", "score-coverage"),
    ("sum_coverage_90", "score-sum-coverage"),
    ("sum_log_crps", "score-sum-log"),
    ("quiet_brier", "score-quiet"),
    ("energy", "score-energy"),
)
_SHARES = frozenset({"coverage_90", "sum_coverage_90"})


def backtest_document(result: BacktestResult) -> dict[str, Any]:
    """The versioned document of a backtest; figures have nine significant digits."""
    rows = {"scores": result.scores, "means": result.means}
    return {"schema": BACKTEST_SCHEMA, **{name: [_entry(asdict(row)) for row in those] for name, those in rows.items()}}


def backtest_text(result: BacktestResult, words: Words) -> str:
    """A table for each group: a line per window and model, and the mean over the windows.

    A group without a unit in any window is named, not tabled.
    """
    lines: list[str] = []
    several = len({row.cutoff for row in result.scores}) > 1
    for group in dict.fromkeys(row.group for row in result.scores):
        if not any(row.unit_months for row in result.scores if row.group == group):
            lines += ["", words.text("score-group-empty", group=words.text(f"score-group-{group}"))]
            continue
        lines += ["", words.text(f"score-group-{group}"), _head(words)]
        lines += [_line(asdict(row), row.cutoff, words) for row in result.scores if row.group == group]
        if several:
            lines += [_line(asdict(row), words.text("score-mean"), words) for row in result.means if row.group == group]
    return "\n".join([*lines[1:], "", words.text("score-legend")])


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    return {key: float(f"{value:.{_DIGITS}g}") if isinstance(value, float) else value for key, value in row.items()}


def _head(words: Words) -> str:
    return f"{'':8} {'':24}" + "".join(f"{words.text(key):>9}" for _, key in _COLUMNS)


def _line(row: dict[str, Any], window: str, words: Words) -> str:
    return f"{window:8} {row['model']:24}" + "".join(f"{_cell(row[key], key, words):>9}" for key, _ in _COLUMNS)


def _cell(value: float | None, key: str, words: Words) -> str:
    if value is None:
        return "–"
    if key in _SHARES:
        return words.percent(value)
    return f"{value:.1f}" if abs(value) >= 100 else f"{value:.3f}"
