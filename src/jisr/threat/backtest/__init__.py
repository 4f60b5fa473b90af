"""Forecasts held against what happened after them: windows, scores by unit, groups, and what is kept of them."""

from jisr.threat.backtest.groups import GROUPS
from jisr.threat.backtest.result import BACKTEST_SCHEMA, BacktestResult
from jisr.threat.backtest.run import REFERENCE, BacktestSpec, Mapper, backtest, window_draws
from jisr.threat.backtest.score_row import ScoreRow
from jisr.threat.backtest.unit_scores import UnitScores, score_draws
from jisr.threat.backtest.window import Steps, Window

__all__ = [
    "BACKTEST_SCHEMA",
    "GROUPS",
    "REFERENCE",
    "BacktestResult",
    "BacktestSpec",
    "Mapper",
    "ScoreRow",
    "Steps",
    "UnitScores",
    "Window",
    "backtest",
    "score_draws",
    "window_draws",
]
