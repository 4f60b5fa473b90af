"""The pool reads nothing after the cutoff, and its draws stand alone."""

from __future__ import annotations

import numpy as np
import pytest

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import Panel
from jisr.threat.models.pool import Pool
from jisr.threat.models.pool import pool as pool_module
from jisr.threat.models.pool.boosting import boosted_growth
from jisr.threat.models.pool.history import History

FIRST, MONTHS, UNITS = Month.parse("2000-01"), 150, 60
CUTOFF = FIRST + 119


def panel(added: float = 0.0) -> Panel:
    """Quiet, middling and violent units, enough for boosting to learn from; something added to all after the cutoff."""
    rates = np.geomspace(0.02, 120, UNITS)
    values = np.random.default_rng(5).poisson(rates, (MONTHS, UNITS)).astype(float)
    values[120:] += added
    return Panel(values, FIRST, tuple(f"unit-{i}" for i in range(UNITS)), "deaths/month")


@pytest.fixture(scope="module")
def drawn() -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return Pool().fit(panel(), CUTOFF).draws(Block(0, 60), 14, 3).values


def test_draws_are_whole_counts(drawn: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    assert drawn.shape == (60, 14, UNITS)
    assert (drawn == np.floor(drawn)).all()
    assert (drawn >= 0).all()


def test_nothing_after_the_cutoff_is_read(drawn: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    assert boosted_growth(History(panel().up_to(CUTOFF).values), 14).any()  # else the member that learns is not tested
    other = Pool().fit(panel(added=500), CUTOFF)
    assert (other.draws(Block(0, 60), 14, 3).values == drawn).all()
    whole = Pool().fit(panel(), CUTOFF).sample(40, 14, 3).values
    assert (other.sample(40, 14, 3).values == whole).all()


def test_blocks_do_not_matter(drawn: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    part = Pool().fit(panel(), CUTOFF).draws(Block(25, 20), 14, 3).values
    assert (part == drawn[25:45]).all()


def test_how_many_units_are_ordered_at_once_does_not_matter(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Pool().fit(panel(), CUTOFF).sample(40, 14, 3).values
    monkeypatch.setattr(pool_module, "_TOGETHER", 7)
    assert Pool().fit(panel(), CUTOFF).sample(40, 14, 3).values.tobytes() == whole.tobytes()


def test_quiet_units_stay_quieter_than_violent_ones(
    drawn: np.ndarray[tuple[int, ...], np.dtype[np.float64]],
) -> None:
    means = drawn.mean(axis=(0, 1))
    assert means[:5].max() < 1
    assert means[-1] == pytest.approx(120, rel=0.5)


def test_months_of_a_draw_go_together(drawn: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> None:
    violent = drawn[:, :, -1]
    sums = violent.sum(axis=1)
    assert sums.var() > 1.5 * violent.var(axis=0).sum()


def test_less_than_a_year_is_refused() -> None:
    with pytest.raises(ValueError, match="needs 12 observed months"):
        Pool().fit(panel(), FIRST + 5)
