"""A backtest: every model in every window, scored."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat.backtest.kept import Shelf
from jisr.threat.backtest.result import BacktestResult, score_means
from jisr.threat.backtest.score_row import score_rows
from jisr.threat.backtest.unit_scores import UnitScores, score_draws
from jisr.threat.backtest.window import Steps, Window
from jisr.threat.count_draws import CountDraws
from jisr.threat.models import BUILT_IN, MODELS, WholeSample
from jisr.threat.panel import Panel

__all__ = ["BacktestSpec", "Mapper", "backtest", "window_draws"]

S = TypeVar("S")
T = TypeVar("T")
REFERENCE = "conflictology"
"""What ratios are to, where it is among the models; else the first of them."""


class Mapper(Protocol):
    """What computes the cases of a backtest: an executor of the assessment, for one."""

    def map_blocks(self, work: Callable[[S], T], specifications: Sequence[S]) -> Iterator[T]:
        """The results in the order of the specifications."""
        ...


@dataclass(frozen=True)
class BacktestSpec:
    """Which models are scored where.

    Raises:
        ValueError: there is no model, or no draw.
    """

    cutoffs: tuple[Month, ...]
    steps: Steps
    models: tuple[str, ...]
    draws: int = 1000
    seed: int = 0

    def __post_init__(self) -> None:
        if not self.models or not self.cutoffs or self.draws < 1:
            msg = "a backtest needs at least one model, one cutoff and one draw"
            raise ValueError(msg)


@dataclass(frozen=True)
class _Case:
    window: Window
    model: str
    draws: int
    seed: int


def backtest(
    panel: Panel, spec: BacktestSpec, executor: Mapper, progress: Callable[[str, int, int], None] | None = None
) -> BacktestResult:
    """Rows of scores by window, group and model, in that order, and their means. Scores computed before are taken from the cache.

    Raises:
        ValueError: a window is not within the panel, or a model needs more months.
        KeyError: there is no such model.
    """
    windows = [Window(panel, cutoff, spec.steps) for cutoff in spec.cutoffs]
    cases = [_Case(window, model, spec.draws, spec.seed) for window in windows for model in spec.models]
    found: list[UnitScores] = []
    for scores in executor.map_blocks(_scored, cases):
        found.append(scores)
        if progress is not None:
            progress("backtest", len(found), len(cases))
    reference = REFERENCE if REFERENCE in spec.models else spec.models[0]
    count = len(spec.models)
    rows = tuple(
        row
        for i, window in enumerate(windows)
        for row in score_rows(
            window, dict(zip(spec.models, found[i * count : (i + 1) * count], strict=True)), reference
        )
    )
    return BacktestResult(rows, score_means(rows))


def window_draws(panel: Panel, cutoff: Month, steps: Steps, model: str, draws: int, seed: int) -> CountDraws:
    """Draws of a model for the steps after a cutoff. Shape: (draw, step, unit).

    Raises:
        ValueError: the model needs more months than there are.
        KeyError: there is no such model.
    """
    forecaster = MODELS[model].fit(panel, cutoff)
    if isinstance(forecaster, WholeSample):
        drawn = forecaster.sample(draws, steps.last, seed)
    else:
        drawn = forecaster.draws(Block(0, draws), steps.last, seed)
    return CountDraws(drawn.values[:, steps.first - 1 :], drawn.areas, drawn.unit)


def _scored(case: _Case) -> UnitScores:
    """The scores of one case, kept before they are handed over."""
    window = case.window
    settings = (str(window.cutoff), window.steps, case.model, case.draws, case.seed)
    shelf = Shelf(window.panel, settings) if case.model in BUILT_IN else None
    kept = shelf.read() if shelf else None
    if kept is not None:
        return kept
    draws = getattr(MODELS[case.model], "natural_draws", None) or case.draws
    drawn = window_draws(window.panel, window.cutoff, window.steps, case.model, draws, case.seed)
    scores = score_draws(drawn, window, case.seed)
    if shelf:
        shelf.keep(scores)
    return scores
