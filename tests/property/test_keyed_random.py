"""The keyed generators: same numbers for any split, and distributed as they say.

Statistical tests use fixed seeds; each tolerance is five standard errors of its statistic at the number drawn, so that a
correct generator fails one of them less than once in a million seeds.
"""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from jisr.acceleration import enabled, numpy_only
from jisr.keyed_random import Block, Stream, binomial, gamma, normal, poisson

N = 40_000
SPREAD = 5.0
BLOCK = Block(0, N)


def uniform(entity: str, month: int = 0, stage: str = "threat", seed: int = 2024) -> np.ndarray:
    return Stream(seed, stage).uniform(entity, BLOCK, month)


@given(
    seed=st.integers(0, 2**63),
    cut=st.integers(1, 63),
    start=st.integers(0, 10**9),
    month=st.integers(-240, 240),
)
def test_any_split_of_a_block_gives_the_same_bytes(seed: int, cut: int, start: int, month: int) -> None:
    stream = Stream(seed, "threat")
    whole = stream.uniforms(["a", "b"], Block(start, 64), month)
    parts = [stream.uniforms(["a", "b"], Block(start + i, n), month) for i, n in ((0, cut), (cut, 64 - cut))]
    assert np.concatenate(parts).tobytes() == whole.tobytes()


@given(st.permutations(["a", "b", "c", "d"]))
def test_other_entities_change_no_stream(names: list[str]) -> None:
    stream = Stream(1, "threat")
    alone = {name: stream.uniform(name, Block(0, 20), 3) for name in names}
    together = stream.uniforms(list(names), Block(0, 20), 3)
    for i, name in enumerate(names):
        assert together[:, i].tobytes() == alone[name].tobytes()


def test_numbers_are_inside_the_open_interval_and_distinct() -> None:
    drawn = uniform("a")
    assert drawn.min() > 0
    assert drawn.max() < 1
    assert len(np.unique(drawn)) == N  # 53 bits: a repeat among 40,000 has chance 1e-7


@pytest.mark.parametrize("month", [-12, 0, 1, 24])
def test_uniform_moments_and_shape(month: int) -> None:
    drawn = uniform("anbar", month)
    assert abs(drawn.mean() - 0.5) < SPREAD * math.sqrt(1 / 12 / N)
    # the variance of (u − ½)² is 1/80 − 1/144
    assert abs(drawn.var() - 1 / 12) < SPREAD * math.sqrt((1 / 80 - 1 / 144) / N)
    assert stats.kstest(drawn, "uniform").pvalue > 1e-6


@pytest.mark.parametrize("lag", [1, 2, 7, 64])
def test_draws_do_not_follow_one_another(lag: int) -> None:
    drawn = uniform("anbar", 1)
    assert abs(np.corrcoef(drawn[:-lag], drawn[lag:])[0, 1]) < SPREAD / math.sqrt(N - lag)


@pytest.mark.parametrize(
    "other",
    [
        uniform("anbar", 2),
        uniform("anbar", -1),
        uniform("ninewa", 1),
        uniform("anbar", 1, stage="capability"),
        uniform("anbar", 1, seed=2025),
    ],
    ids=["month", "negative month", "entity", "stage", "seed"],
)
def test_streams_are_independent(other: np.ndarray) -> None:
    first = uniform("anbar", 1)
    assert abs(np.corrcoef(first, other)[0, 1]) < SPREAD / math.sqrt(N)
    assert abs(np.corrcoef(first**2, np.abs(other - 0.5))[0, 1]) < SPREAD / math.sqrt(N)
    table, _, _ = np.histogram2d(first, other, bins=8, range=[[0, 1], [0, 1]])
    assert stats.chisquare(table.ravel()).pvalue > 1e-6


def test_successive_months_of_one_draw_are_independent() -> None:
    stream = Stream(7, "threat")
    months = np.stack([stream.uniform("a", Block(0, 400), month) for month in range(1, 101)], axis=1)
    for lag in (1, 3, 12):
        assert abs(np.corrcoef(months[:, :-lag].ravel(), months[:, lag:].ravel())[0, 1]) < SPREAD / math.sqrt(
            400 * (100 - lag)
        )


def test_normal_moments_and_shape() -> None:
    drawn = normal(uniform("level"))
    assert abs(drawn.mean()) < SPREAD / math.sqrt(N)
    assert abs(drawn.var() - 1) < SPREAD * math.sqrt(2 / N)
    assert stats.kstest(drawn, "norm").pvalue > 1e-6


@pytest.mark.parametrize("mean", [0.02, 0.7, 12.0, 39.9, 40.1, 400.0])
def test_poisson_moments(mean: float) -> None:
    drawn = poisson(uniform("count"), mean)
    assert abs(drawn.mean() - mean) < SPREAD * math.sqrt(mean / N)
    # the fourth central moment of a Poisson is mean + 3 mean²
    assert abs(drawn.var() - mean) < SPREAD * math.sqrt((mean + 2 * mean**2) / N)


@pytest.mark.parametrize(("trials", "share"), [(1, 0.3), (12, 0.5), (12, 0.93), (500, 0.02), (500, 0.4), (500, 0.99)])
def test_binomial_moments(trials: int, share: float) -> None:
    drawn = binomial(uniform("count"), np.array(float(trials)), share)
    variance = trials * share * (1 - share)
    kurtosis = 3 + (1 - 6 * share * (1 - share)) / variance
    assert abs(drawn.mean() - trials * share) < SPREAD * math.sqrt(variance / N)
    assert abs(drawn.var() - variance) < SPREAD * variance * math.sqrt((kurtosis - 1) / N)


@pytest.mark.parametrize("shape", [0.5, 3.0, 80.0])
def test_gamma_shape(shape: float) -> None:
    assert stats.kstest(gamma(uniform("share"), shape), "gamma", (shape,)).pvalue > 1e-6


@given(
    st.floats(2.0**-54, 1 - 2.0**-53),
    st.one_of(st.floats(0, 60), st.floats(60, 1e5)),
)
def test_poisson_is_the_inverse_distribution_function(u: float, mean: float) -> None:
    found = float(poisson(np.array([u]), mean)[0])
    slack = 1e-12
    assert found == math.floor(found)
    assert stats.poisson.cdf(found, mean) >= u - slack
    assert found == 0 or stats.poisson.cdf(found - 1, mean) <= u + slack


@given(st.floats(2.0**-54, 1 - 2.0**-53), st.integers(0, 3000), st.floats(0, 1))
def test_binomial_is_the_inverse_distribution_function(u: float, trials: int, share: float) -> None:
    found = float(binomial(np.array([u]), np.array([float(trials)]), share)[0])
    slack = 1e-11
    assert found == math.floor(found)
    assert 0 <= found <= trials
    assert stats.binom.cdf(found, trials, share) >= u - slack
    assert found == 0 or stats.binom.cdf(found - 1, trials, share) <= u + slack


@given(st.floats(0.0, 1e4), st.floats(1.0, 3.0))
def test_counts_rise_with_their_rate(mean: float, more: float) -> None:
    drawn = Stream(3, "threat").uniform("a", Block(0, 50))
    assert (poisson(drawn, mean * more) >= poisson(drawn, mean)).all()


@given(st.integers(0, 500), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_binomial_counts_rise_with_their_share(trials: int, one: float, other: float) -> None:
    drawn = Stream(3, "threat").uniform("a", Block(0, 50))
    n = np.array(float(trials))
    assert (binomial(drawn, n, max(one, other)) >= binomial(drawn, n, min(one, other))).all()


def test_limits_are_exact() -> None:
    drawn = uniform("a")[:100]
    assert (poisson(drawn, 0.0) == 0).all()
    assert (binomial(drawn, np.array(9.0), 1.0) == 9).all()
    assert (binomial(drawn, np.array(9.0), 0.0) == 0).all()
    assert (binomial(drawn, np.array(0.0), 0.4) == 0).all()


@pytest.mark.skipif(not enabled(), reason="numba is not installed, or JISR_FAST=0: there is one path only")
@pytest.mark.parametrize("mean", [0.0, 0.09, 3.0, 39.0, 300.0])
def test_compiled_numbers_are_those_of_numpy(mean: float) -> None:
    stream, block, names = Stream(7, "threat"), Block(11, 4_000), ["a", "b"]
    trials, share = np.rint(np.linspace(0, 2 * mean + 3, 8_000)).reshape(4_000, 2), np.linspace(0, 1, 2)

    def numbers() -> tuple[np.ndarray, ...]:
        drawn = stream.uniforms(names, block, -3)
        wide = stream.uniforms(["c", "d"], block, 5) * share
        return drawn, normal(drawn), poisson(drawn, mean), binomial(drawn, trials, wide)

    compiled = numbers()
    with numpy_only():
        reference = numbers()
    assert (compiled[0] == reference[0]).all()
    assert np.abs(compiled[1] - reference[1]).max() < 1e-13
    assert (compiled[2] == reference[2]).all()
    assert (compiled[3] == reference[3]).all()


def test_the_far_tail_is_exact_too() -> None:
    tail = np.array([1e-300, 1e-20, 1e-9, 1 - 1e-9, 1 - 2.0**-53])
    found = normal(tail)
    with numpy_only():
        assert np.allclose(found, normal(tail), rtol=1e-13)
