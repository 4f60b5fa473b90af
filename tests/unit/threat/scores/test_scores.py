"""Each score against its definition written out, and against a value worked by hand."""

from __future__ import annotations

import math

import numpy as np
import pytest

from jisr.threat.scores import (
    covered,
    crps,
    energy_score,
    ignorance,
    interval_score,
    quiet_brier,
    quiet_probability,
    randomised_pit,
)

RNG = np.random.default_rng(5)
DRAWS = RNG.poisson(RNG.gamma(0.5, 40, (60, 3, 4))).astype(float)
ACTUAL = RNG.poisson(20, (3, 4)).astype(float)


def test_crps_is_the_mean_over_all_pairs_a_draw_with_itself_among_them() -> None:
    pairs = np.abs(DRAWS[:, None] - DRAWS[None]).mean(axis=(0, 1))
    expected = np.abs(DRAWS - ACTUAL).mean(axis=0) - pairs / 2
    np.testing.assert_allclose(crps(np.sort(DRAWS, axis=0), ACTUAL), expected)


def test_ignorance_counts_the_bin_of_what_happened() -> None:
    draws = np.array([0, 0, 1, 2, 3, 2000], dtype=float)[:, None]
    for actual, inside in ((0, 2), (1, 2), (2, 2), (3, 1), (6, 0), (1000, 0), (1001, 1), (10**9, 1)):
        assert ignorance(draws, np.array([actual]))[0] == pytest.approx(-math.log2((inside + 1) / (6 + 11)))


def test_interval_score_is_that_of_numpy_quantiles() -> None:
    low, high = np.quantile(DRAWS, [0.05, 0.95], axis=0)
    missed = np.maximum(low - ACTUAL, 0) + np.maximum(ACTUAL - high, 0)
    np.testing.assert_allclose(interval_score(np.sort(DRAWS, axis=0), ACTUAL), high - low + 20 * missed)
    assert interval_score(np.array([3.0]), np.array(5.0)) == pytest.approx(40)


def test_the_randomised_transform_is_uniform_where_draws_are_calibrated() -> None:
    n = 4000
    actual, draws = RNG.poisson(0.7, n).astype(float), RNG.poisson(0.7, (500, n)).astype(float)
    pit = randomised_pit(draws, actual, RNG.uniform(size=n))
    for level in (0.5, 0.9):
        error = math.sqrt(level * (1 - level) / n)
        assert abs(covered(pit, level).mean() - level) < 4 * error + 0.01  # 0.01: 500 draws are not the distribution


def test_three_quiet_months_in_a_row() -> None:
    draws = np.array([[0, 0, 0, 1], [0, 0, 0, 0], [1, 0, 0, 0], [2, 2, 2, 2]], dtype=float)[:, :, None]
    assert quiet_probability(draws)[:, 0].tolist() == [0.5, 0.5]
    actual = np.array([5, 0, 0, 0], dtype=float)[:, None]
    assert quiet_brier(draws, actual)[:, 0].tolist() == [0.25, 0.25]
    assert quiet_brier(draws[:, :2], actual[:2]).shape == (0, 1)


def test_energy_score_of_paths_is_that_of_all_pairs_nearly_and_of_one_month_is_the_crps() -> None:
    draws = RNG.gamma(2, 10, (400, 5, 2))
    actual = np.full((5, 2), 15.0)
    distance = np.sqrt(((draws[:, None] - draws[None]) ** 2).sum(axis=2)).mean(axis=(0, 1))
    expected = np.sqrt(((draws - actual) ** 2).sum(axis=1)).mean(axis=0) - distance / 2
    np.testing.assert_allclose(energy_score(draws, actual), expected, rtol=0.03)
    single = energy_score(draws[:, :1], actual[:1])
    np.testing.assert_allclose(single, crps(np.sort(draws[:, 0], axis=0), actual[0]), rtol=0.05)


def test_sure_and_right_is_nought() -> None:
    draws = np.full((10, 3, 1), 4.0)
    assert np.abs(crps(draws, draws[0])).max() < 1e-12
    assert interval_score(draws, draws[0]).max() == 0
    assert energy_score(draws, draws[0]).max() == 0
