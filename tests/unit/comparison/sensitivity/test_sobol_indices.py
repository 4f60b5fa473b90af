"""The estimators, against functions whose indices are known, and against the formulas one output at a time."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from jisr.comparison.sensitivity import SobolIndices, resamples, sobol_indices

Array = NDArray[np.float64]
DRAWS, RESAMPLES = 4_000, 100
ISHIGAMI = ([0.3139, 0.4424, 0.0], [0.5576, 0.4424, 0.2437])
"""Ishigami & Homma 1990 with a = 7, b = 0.1; analytic."""
_A = np.array([0.0, 1.0, 4.5, 9.0])


def _indices(model: Callable[[Array], Array], inputs: int, groups: list[list[int]], draws: int = DRAWS) -> SobolIndices:
    """Of a function of independent uniform inputs, a group of columns drawn anew at a time."""
    generator = np.random.default_rng(12)
    a, b = generator.random((2, draws, inputs))
    mixed = np.repeat(a[None], len(groups), axis=0)
    for i, group in enumerate(groups):
        mixed[i][:, group] = b[:, group]
    return sobol_indices(model(a)[:, None], model(b)[:, None], model(mixed)[..., None], resamples(3, draws, RESAMPLES))


def ishigami(x: Array) -> Array:
    angle = np.pi * (2 * x - 1)
    return np.asarray(
        np.sin(angle[..., 0]) + 7 * np.sin(angle[..., 1]) ** 2 + 0.1 * angle[..., 2] ** 4 * np.sin(angle[..., 0])
    )


def sobol_g(x: Array) -> Array:
    return np.asarray(np.prod((np.abs(4 * x - 2) + _A) / (1 + _A), axis=-1))


def test_ishigami() -> None:
    found = _indices(ishigami, 3, [[0], [1], [2]])
    assert found.first[:, 0] == pytest.approx(ISHIGAMI[0], abs=0.07)
    assert found.total[:, 0] == pytest.approx(ISHIGAMI[1], abs=0.07)
    assert (np.abs(found.first[:, 0] - ISHIGAMI[0]) < 3.5 * found.first_error[:, 0]).all()
    assert (np.abs(found.total[:, 0] - ISHIGAMI[1]) < 3.5 * found.total_error[:, 0]).all()


def test_sobols_g_alone_and_in_groups() -> None:
    """Sobol' 1998: V_i = 1/3 (1 + a_i)⁻², V = Π (1 + V_i) − 1; a group has the product over its members."""
    own = 1 / 3 / (1 + _A) ** 2
    whole = np.prod(1 + own) - 1
    for groups in ([[0], [1], [2], [3]], [[0, 1], [2, 3]]):
        alone = np.array([np.prod(1 + own[group]) - 1 for group in groups])
        rest = np.array([np.prod(np.delete(1 + own, group)) for group in groups])
        found = _indices(sobol_g, 4, groups)
        assert (np.abs(found.first[:, 0] - alone / whole) < 3.5 * found.first_error[:, 0] + 1e-3).all()
        assert (np.abs(found.total[:, 0] - alone * rest / whole) < 3.5 * found.total_error[:, 0] + 1e-3).all()


def test_everything_in_one_group_is_all_and_nothing_is_nothing() -> None:
    found = _indices(sobol_g, 4, [[0, 1, 2, 3], []])
    assert found.first[0, 0] == pytest.approx(1, abs=3 * found.first_error[0, 0])
    assert found.total[0, 0] == pytest.approx(1, abs=0.05)
    assert (found.first[1, 0], found.total[1, 0], found.total_error[1, 0]) == (0, 0, 0)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.floats(0, 5), min_size=3, max_size=3).filter(lambda one: max(one) > 0.1), st.floats(0, 3))
def test_alone_is_at_most_in_all(slopes: list[float], interplay: float) -> None:
    def model(x: Array) -> Array:
        return np.asarray(x @ np.array(slopes) + interplay * x[..., 0] * x[..., 1])

    found = _indices(model, 3, [[0], [1], [2]], draws=800)
    slack = 4 * (found.first_error + found.total_error) + 1e-9
    assert (found.first <= found.total + slack).all()
    assert (found.total <= 1 + slack).all()


@settings(max_examples=25, deadline=None)
@given(st.floats(0.01, 1e6), st.floats(-1e4, 1e4))
def test_unit_and_origin_of_an_output_do_not_matter(scale: float, origin: float) -> None:
    usual = _indices(ishigami, 3, [[0], [1], [2]], draws=400)
    other = _indices(lambda x: origin * scale + scale * ishigami(x), 3, [[0], [1], [2]], draws=400)
    assert other.first == pytest.approx(usual.first, rel=1e-6, abs=1e-6)
    assert other.total_error == pytest.approx(usual.total_error, rel=1e-3, abs=1e-5)


def test_many_outputs_are_each_what_the_formulas_say_one_at_a_time() -> None:
    generator = np.random.default_rng(5)
    a, b = generator.random((2, 60, 700))
    ab = generator.random((3, 60, 700))
    weights = resamples(1, 60, 20)
    found = sobol_indices(a, b, ab, weights)
    for column in (0, 511, 512, 699):
        for group in range(3):
            first, total = _slowly(a[:, column], b[:, column], ab[:, :, column], group, weights)
            assert found.first[group, column] == pytest.approx(first[0], rel=1e-12)
            assert found.total[group, column] == pytest.approx(total[0], rel=1e-12)
            assert found.first_error[group, column] == pytest.approx(np.std(first[1:], ddof=1), rel=1e-4)
            assert found.total_error[group, column] == pytest.approx(np.std(total[1:], ddof=1), rel=1e-4)


def _slowly(a: Array, b: Array, ab: Array, group: int, weights: Array) -> tuple[list[float], list[float]]:
    every = np.concatenate([a, b, ab.ravel()])
    a, b, mixed = (one - every.mean() for one in (a, b, ab[group]))
    first, total = [], []
    for weight in [np.ones(len(a)), *weights]:
        at = np.repeat(np.arange(len(a)), weight.astype(int))
        spread = np.var(np.concatenate([a[at], b[at]]))
        first.append(float(np.mean(b[at] * (mixed[at] - a[at])) / spread))
        total.append(float(np.mean((a[at] - mixed[at]) ** 2) / 2 / spread))
    return first, total


def test_an_output_that_does_not_vary_has_no_indices_and_weighs_nothing() -> None:
    generator = np.random.default_rng(5)
    a, b = generator.random((2, 200, 2))
    ab = generator.random((1, 200, 2))
    a[:, 1] = b[:, 1] = ab[:, :, 1] = 0.7
    found = sobol_indices(a, b, ab, resamples(1, 200, 20), np.array([0, 0]))
    assert np.isnan([found.first[0, 1], found.total[0, 1]]).all()
    assert found.variance[1] == pytest.approx(0, abs=1e-12)
    assert found.overall[:, 0, 0] == pytest.approx(
        [found.first[0, 0], found.first_error[0, 0], found.total[0, 0], found.total_error[0, 0]]
    )


def test_resamples_hold_as_many_draws_as_there_are() -> None:
    found = resamples(1, 50, 7)
    assert found.shape == (7, 50)
    assert (found.sum(axis=1) == 50).all()
    assert (resamples(1, 50, 9)[:7] == found).all()
