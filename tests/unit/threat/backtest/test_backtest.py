from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from jisr.months import Month
from jisr.threat import BacktestSpec, Panel, ScoreRow, Steps, backtest
from jisr.threat.backtest import GROUPS, Window, run
from jisr.threat.backtest.groups import group_masks

LAST = Month.parse("2020-12")
RNG = np.random.default_rng(3)
VALUES = RNG.poisson([0.01, 3, 40, 400], (60, 4)).astype(float)
PANEL = Panel(VALUES, LAST + -59, ("a", "b", "c", "d"), "count/month")
SPEC = BacktestSpec((LAST + -30, LAST + -14), Steps(3, 14), ("zero", "conflictology"), 50, 1)


class Here:
    """Counts what is computed."""

    def __init__(self) -> None:
        self.seen = 0

    def map_blocks(self, work: Callable[[Any], Any], specifications: Sequence[Any]) -> Iterator[Any]:
        for one in specifications:
            self.seen += 1
            yield work(one)


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def rows(spec: BacktestSpec = SPEC) -> dict[tuple[str, str, str], ScoreRow]:
    return {(row.cutoff, row.group, row.model): row for row in backtest(PANEL, spec, Here()).scores}


def test_a_row_per_window_group_and_model() -> None:
    found = rows()
    assert len(found) == 2 * len(GROUPS) * 2
    one = found["2019-10", "all", "zero"]
    assert (one.units, one.unit_months) == (4, 48)
    assert one.crps == pytest.approx(VALUES[-12:].mean())  # of zeros, the score is what happened
    assert found["2019-10", "all", "conflictology"].crps_ratio == 1
    assert one.crps_ratio is not None
    assert one.crps_ratio > 1


def test_means_are_over_windows_and_ratios_geometric() -> None:
    result = backtest(PANEL, SPEC, Here())
    mean = next(row for row in result.means if (row.group, row.model) == ("all", "zero"))
    own = [row for row in result.scores if (row.group, row.model) == ("all", "zero")]
    assert (mean.cutoff, mean.units, mean.crps_low) == ("mean", 8, None)
    assert mean.crps == pytest.approx(np.mean([row.crps for row in own]))
    assert mean.crps_ratio == pytest.approx(np.exp(np.mean([np.log(row.crps_ratio) for row in own])))


def test_the_window_is_cutoff_plus_steps() -> None:
    window = Window(PANEL, LAST + -14, Steps(3, 14))
    assert window.actual.tolist() == VALUES[-12:].tolist()
    assert window.recent.tolist() == pytest.approx(VALUES[-26:-14].mean(axis=0).tolist())
    with pytest.raises(ValueError, match="lies outside"):
        Window(PANEL, LAST + -13, Steps(3, 14))


def test_groups() -> None:
    values = np.zeros((26, 3))
    values[:12, 0] = 10
    values[14:, 0] = [0, 3, 5, 8, 10, 12, 19, 20, 21, 22, 50, 99]
    values[20, 1] = 1
    values[14:, 2] = 1000
    masks = group_masks(Window(Panel(values, LAST, ("x", "y", "z"), "c"), LAST + 11, Steps(3, 14)))
    assert set(masks) == set(GROUPS)
    assert masks["without-largest"].all(axis=0).tolist() == [True, True, False]
    assert masks["active"].all(axis=0).tolist() == [True, False, False]
    assert masks["quiet"].any(axis=0).tolist() == [False, True, True]
    assert masks["de-escalation"][:, 0].tolist() == [True, True] + [False] * 10  # 1, 4 and 6 of 11: half is 5.5
    assert masks["escalation"][:, 0].tolist() == [False] * 8 + [True] * 4  # 22 of 11 and above
    assert masks["escalation"][:, 1].sum() == 1


@pytest.mark.parametrize("text", ["", "3-14", "0:4", "5:4", "a:b", "1:100000"])
def test_steps_that_are_none(text: str) -> None:
    with pytest.raises(ValueError, match="expected steps FIRST:LAST"):
        Steps.parse(text)


def test_a_killed_backtest_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    class Killed(Here):
        def map_blocks(self, work: Callable[[Any], Any], specifications: Sequence[Any]) -> Iterator[Any]:
            yield work(specifications[0])
            yield work(specifications[1])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        backtest(PANEL, SPEC, Killed())
    computed: list[str] = []
    real = run.window_draws

    def watched(panel: Panel, cutoff: Month, *rest: Any) -> Any:
        computed.append(f"{cutoff} {rest[1]}")
        return real(panel, cutoff, *rest)

    monkeypatch.setattr(run, "window_draws", watched)
    said: list[tuple[str, int, int]] = []
    resumed = backtest(PANEL, SPEC, Here(), lambda *done: said.append(done))
    assert computed == ["2019-10 zero", "2019-10 conflictology"]
    assert said[-1] == ("backtest", 4, 4)
    computed.clear()
    assert backtest(PANEL, SPEC, Here()) == resumed
    assert computed == []


def test_a_damaged_score_is_computed_again(tmp_path: Path) -> None:
    first = backtest(PANEL, SPEC, Here())
    for path in (tmp_path / "jisr").iterdir():
        path.write_bytes(path.read_bytes()[:100])
    assert backtest(PANEL, SPEC, Here()) == first


def test_all_zeros_have_no_ratio_but_every_score() -> None:
    panel = Panel(np.zeros((40, 1)), LAST + -39, ("a",), "count/month")
    spec = BacktestSpec((LAST + -14,), Steps(3, 14), ("conflictology", "skeleton"), 20, 1)
    found = {(row.group, row.model): row for row in backtest(panel, spec, Here()).scores}
    assert found["all", "conflictology"].crps == 0
    assert found["all", "skeleton"].crps_ratio is None
    assert found["without-largest", "skeleton"].crps is None
    assert found["escalation", "skeleton"].units == 0
