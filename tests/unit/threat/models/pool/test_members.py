from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from jisr.keyed_random import Block
from jisr.months import Month
from jisr.threat import MODELS, Panel
from jisr.threat.models.pool import boosting
from jisr.threat.models.pool.analogues import growth_analogues, long_quiet, quiet_analogues
from jisr.threat.models.pool.boosting import boosted_growth
from jisr.threat.models.pool.decaying import decaying, last_year
from jisr.threat.models.pool.grid import GRID, POINTS, lognormal_kernel, place, quantile
from jisr.threat.models.pool.history import History
from jisr.threat.models.pool.marginals import pool_members, pooled

LAST = Month.parse("2020-12")
RNG = np.random.default_rng(2)
RATES = np.array([0.0, 0.02, 0.5, 4, 30, 300])
VALUES = RNG.poisson(RATES * RNG.lognormal(0, 0.5, (150, 6))).astype(float)


def panel(values: np.ndarray) -> Panel:
    return Panel(values, LAST + (1 - len(values)), tuple("abcdefghij"[: values.shape[1]]), "count/month")


def test_the_grid_is_exact_to_forty_then_steps_of_about_four_and_a_half_per_cent() -> None:
    assert GRID[:41].tolist() == list(range(41))
    steps = GRID[42:] / GRID[41:-1]
    assert 1.02 < steps.min() < steps.max() < 1.07
    assert GRID[place(GRID)].tolist() == GRID.tolist()


def test_a_kernel_keeps_nought_and_the_median() -> None:
    kernel = lognormal_kernel(0.6)
    np.testing.assert_allclose(kernel.sum(axis=1), 1)
    assert kernel[0, 0] == 1
    wide = place(np.array([5000.0]))[0]
    assert kernel[wide, :wide].sum() < 0.5 < kernel[wide, : wide + 1].sum()


def test_quantiles_are_whole_and_have_the_chances_of_the_vector() -> None:
    vector = np.zeros((1, 1, POINTS))
    vector[0, 0, [0, 7, place(np.array([1000.0]))[0]]] = 0.5, 0.3, 0.2
    levels = ((np.arange(1000) + 0.5) / 1000).reshape(-1, 1, 1)
    found = quantile(vector, levels)[:, 0, 0]
    assert (found == np.floor(found)).all()
    assert (found == 0).sum() == 500
    assert (found == 7).sum() == 300
    assert 950 < found[800:].min() < found[800:].max() < 1050
    assert (np.diff(found) >= 0).all()


@pytest.mark.parametrize("steps", [1, 14])
def test_members_are_probabilities_or_nothing(steps: int) -> None:
    for name, vectors in pool_members(History(VALUES), steps).items():
        assert vectors.min() >= 0, name
        total = vectors.sum(axis=2)
        assert (np.isclose(total, 1) | (total == 0)).all(), name


def test_the_past_counts_half_after_a_half_life() -> None:
    values = np.zeros((24, 1))
    values[-1] = 1000
    assert last_year(History(values))[0, 0] == pytest.approx(11 / 12)
    weights = 0.5 ** (np.arange(24) / 5)
    assert decaying(History(values), 5)[0, 0] == pytest.approx(1 - weights[0] / weights.sum())


def test_analogues_speak_of_those_they_are_like() -> None:
    history = History(VALUES)
    active, quiet = history.year[-1] > 0, history.year[-1] == 0
    growth = growth_analogues(history, 50, 3).sum(axis=2)
    assert (growth[:, active] > 0).all()
    assert not growth[:, quiet].any()
    assert quiet_analogues(history, 3).sum(axis=2)[:, quiet].all()
    assert long_quiet(history, 3)[0, 0, 0] > 0.9
    assert not growth_analogues(History(VALUES[:20]), 50, 3).any()  # nothing to learn from


def test_growth_is_bounded() -> None:
    values = VALUES.copy()
    values[60::7, 3] = 100_000
    reach = 10 * (History(values).year[-1, 4] + 0.5)
    mass = growth_analogues(History(values), 100, 2)[:, 4]
    assert mass[:, reach * 1.05 < GRID].sum() == 0


def test_boosting_stays_out_of_small_panels_and_learns_from_large_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not boosted_growth(History(VALUES), 3).any()
    monkeypatch.setattr(boosting, "LEAST_CASES", 200)
    vectors = boosted_growth(History(VALUES), 3)
    means = (vectors * GRID).sum(axis=2)
    assert np.isclose(vectors[:, 3:].sum(axis=2), 1).all()
    assert (means[:, 5] > means[:, 4]).all()
    assert (means[:, 4] > means[:, 3]).all()


def test_a_spike_is_not_taken_for_the_new_level() -> None:
    values = VALUES.copy()
    values[-1, 4] = 50_000
    history = History(values)
    assert history.spiked.tolist() == [False, False, False, False, True, False]
    members = pool_members(history, 3)
    ruled = (pooled(history, members, 3)[:, 4] * GRID).sum(axis=1)
    unruled = (pooled(history, members, 3, spiked={"decay-1": 1.0, "decay-2": 1.0})[:, 4] * GRID).sum(axis=1)
    assert (ruled < unruled / 2).all()
    median = GRID[(np.cumsum(pooled(history, members, 3)[0, 4]) >= 0.5).argmax()]
    assert median < 200


def test_a_war_that_has_ended_is_mostly_quiet() -> None:
    values = VALUES.copy()
    values[-5:, 4] = 0
    drawn = MODELS["pool"].fit(panel(values), LAST).draws(Block(0, 500), 6, 1).values
    assert (drawn[:, :, 4] == 0).mean() > 0.5
    assert (drawn[:, :, 4] > 0).mean() > 0.05


@pytest.mark.parametrize("values", [np.zeros((12, 1)), np.zeros((80, 3)), np.full((12, 1), 9.0), VALUES[-13:, 4:5]])
def test_short_single_and_empty_pasts_have_a_forecast(values: np.ndarray) -> None:
    drawn = MODELS["pool"].fit(panel(values), LAST).draws(Block(0, 200), 36, 1).values
    assert drawn.shape == (200, 36, values.shape[1])
    assert np.isfinite(drawn).all()
    if not values.any():
        assert not drawn.any()


def test_months_of_a_draw_hang_together() -> None:
    drawn = MODELS["pool"].fit(panel(VALUES), LAST).draws(Block(0, 2000), 12, 1).values[:, :, 4]
    tied = drawn.sum(axis=1).var() / drawn.var(axis=0).sum()
    assert 3 < tied < 9  # 1 if months were independent, 12 if they were one


def test_all_draws_at_once_lie_at_the_mid_quantiles() -> None:
    forecaster = MODELS["pool"].fit(panel(VALUES), LAST)
    one, other = (forecaster.sample(400, 3, seed).values for seed in (1, 2))  # type: ignore[attr-defined]
    assert one.tobytes() != other.tobytes()
    np.testing.assert_array_equal(np.sort(one, axis=0), np.sort(other, axis=0))


def test_a_plan_does_not_load_scikit_learn() -> None:
    code = (
        "import sys, numpy as np; from jisr.threat import MODELS, Panel; from jisr.months import Month; "
        "from jisr.keyed_random import Block; "
        "p = Panel(np.ones((60, 1)), Month(24000), ('a',), 'c'); "
        "MODELS['pool'].fit(p, p.last).draws(Block(0, 50), 24, 1); sys.exit('sklearn' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
