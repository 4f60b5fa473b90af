"""Forecasts: a panel in, draws or scores out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.findings import Finding, PlanError

if TYPE_CHECKING:
    from jisr.months import Month
    from jisr.threat import BacktestResult, Mapper, TidyPanel

__all__ = ["ThreatForecast", "threat_backtest", "threat_forecast", "threat_models"]


@dataclass(frozen=True)
class ThreatForecast:
    """A Parquet file of draws (`unit, month, draw, value`), and what was found on reading the panel that is no error."""

    parquet: bytes
    notes: tuple[Finding, ...]


def threat_models() -> tuple[str, ...]:
    """The names of the threat models, the default first."""
    from jisr.threat import DEFAULT_MODEL, MODELS

    return (DEFAULT_MODEL, *sorted(set(MODELS) - {DEFAULT_MODEL}))


def threat_forecast(
    panel: Path | str,
    cutoff: str,
    *,
    steps: str = "3:14",
    draws: int = 1000,
    seed: int = 0,
    model: str | None = None,
) -> ThreatForecast:
    """Joint draws of the months after a cutoff (`YYYY-MM`, the last observed month; step 1 is the month after).

    Raises:
        PlanError: the panel, or the cutoff in it, cannot be used.
        ValueError: the cutoff or the steps are not written as they must be.
        KeyError: there is no such model.
    """
    from jisr.threat import Steps, draws_parquet, read_tidy_panel, window_draws

    name, ahead, (last,) = _model(model), Steps.parse(steps), _months([cutoff])
    tidy = read_tidy_panel(Path(panel))
    _check(tidy, Path(panel), (last,), 0)
    drawn = window_draws(tidy.panel, last, ahead, name, draws, seed)
    return ThreatForecast(draws_parquet(drawn, tidy.units, last + ahead.first), tidy.notes)


def threat_backtest(  # noqa: PLR0913 - the options of the verb
    panel: Path | str,
    cutoffs: Sequence[str],
    *,
    steps: str = "3:14",
    models: Sequence[str] | None = None,
    draws: int = 1000,
    seed: int = 0,
    executor: Mapper | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[BacktestResult, tuple[Finding, ...]]:
    """Scores by window, group of units and model, and the notes on the panel. By default every model is scored; a cutoff
    or a model named twice counts once.

    Raises:
        PlanError: the panel, or a window of it, cannot be used.
        ValueError: a cutoff or the steps are not written as they must be.
        KeyError: there is no such model.
    """
    from jisr.assessment import Serial
    from jisr.threat import BacktestSpec, Steps, backtest, read_tidy_panel

    names = tuple(dict.fromkeys(_model(name) for name in models or threat_models()))
    spec = BacktestSpec(tuple(dict.fromkeys(_months(cutoffs))), Steps.parse(steps), names, draws, seed)
    tidy = read_tidy_panel(Path(panel))
    _check(tidy, Path(panel), spec.cutoffs, spec.steps.last)
    return backtest(tidy.panel, spec, executor or Serial(), progress), tidy.notes


def _model(name: str | None) -> str:
    from jisr.threat import DEFAULT_MODEL, MODELS

    chosen = DEFAULT_MODEL if name is None else name
    if chosen not in MODELS:
        msg = f"there is no threat model {chosen}; there are {' '.join(threat_models())}"
        raise KeyError(msg)
    return chosen


def _months(texts: Sequence[str]) -> tuple[Month, ...]:
    from jisr.months import Month

    return tuple(Month.parse(text) for text in texts)


def _check(tidy: TidyPanel, path: Path, cutoffs: Sequence[Month], beyond: int) -> None:
    from jisr.threat import cutoff_findings

    wrong = cutoff_findings(tidy.panel, path.name, cutoffs, beyond)
    if wrong:
        raise PlanError([*wrong, *tidy.notes])
