"""Sketches merge exactly and read quantiles to their resolution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jisr.acceleration import enabled, numpy_only
from jisr.assessment.sketch import AMOUNTS, SHARES, Grid, Sketch


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60), st.sampled_from([0.05, 0.25, 0.5, 0.75, 0.95]))
def test_quantiles_of_shares(values: list[float], share: float) -> None:
    sketch = Sketch(SHARES, ["x"], 1)
    sketch.observe(0, np.array(values).reshape(-1, 1))
    exact = np.sort(values)[max(0, int(np.ceil(share * len(values) - 1e-9)) - 1)]
    assert abs(sketch.quantile("x", share)[0] - exact) <= 0.0005 + 1e-12


@given(st.lists(st.floats(0.01, 1e9), min_size=1, max_size=60))
def test_quantiles_of_amounts(values: list[float]) -> None:
    sketch = Sketch(AMOUNTS, ["x"], 1)
    sketch.observe(0, np.array(values).reshape(-1, 1))
    exact = np.sort(values)[int(np.ceil(0.5 * len(values))) - 1]
    assert sketch.quantile("x", 0.5)[0] == pytest.approx(exact, rel=0.0051)


def test_merging_is_adding() -> None:
    values = np.linspace(0, 1, 40).reshape(-1, 1)
    whole, first, second = (Sketch(SHARES, ["x"], 1) for _ in range(3))
    whole.observe(0, values)
    first.observe(0, values[:7])
    second.observe(0, values[7:])
    second.merge(first)
    assert (whole.counts("x") == second.counts("x")).all()
    assert (whole.sums == second.sums).all()


@given(st.integers(1, 40), st.integers(0, 2**32 - 1))
def test_any_number_of_parts_adds_up(size: int, seed: int) -> None:
    values = np.random.default_rng(seed).random((40, 2))
    whole, parts = (Sketch(SHARES, ["x", "y"], 1) for _ in range(2))
    whole.observe(0, values)
    for start in range(0, 40, size):
        part = Sketch(SHARES, ["x", "y"], 1)
        part.observe(0, values[start : start + size])
        parts.merge(part)
    for i, name in enumerate(("x", "y")):
        assert (parts.counts(name) == whole.counts(name)).all()
        assert (whole.counts(name)[0] == np.bincount(np.rint(values[:, i] * 1000).astype(int), minlength=1001)).all()
    assert parts.total() == 40


def test_what_is_not_finite_is_refused() -> None:
    with pytest.raises(FloatingPointError, match="x in month 0"):
        Sketch(SHARES, ["x"], 1).observe(0, np.array([[np.nan]]))


@pytest.mark.skipif(not enabled(), reason="kernels are turned off or not installed: there is one path only")
@pytest.mark.parametrize("grid", [SHARES, AMOUNTS])
def test_kernels_and_numpy_count_and_merge_alike(grid: Grid) -> None:
    """Eleven series fill a line and a part of one; the ranges of the parts differ, and some values are zero."""
    random = np.random.default_rng(3)
    parts = [random.lognormal(0, 3, (size, 11)) * (random.random((size, 11)) < 0.7) for size in (70, 500, 1, 333)]
    with numpy_only():
        reference = _merged(grid, parts)
    compiled = _merged(grid, parts)
    for name in compiled.series:
        assert (compiled.counts(name) == reference.counts(name)).all()
        assert (compiled.quantile(name, 0.25) == reference.quantile(name, 0.25)).all()
        assert compiled.counts(name).sum() == 904
    assert (compiled.sums == reference.sums).all()


def _merged(grid: Grid, parts: list[np.ndarray]) -> Sketch:
    whole = Sketch(grid, [str(i) for i in range(11)], 1)
    for part in parts:
        own = Sketch(grid, whole.series, 1)
        own.observe(0, part[:, :4], part[:, 4:])
        whole.merge(own)
    return whole


def test_merging_leaves_the_other_as_it_was() -> None:
    whole, other = (Sketch(SHARES, ["x"], 1) for _ in range(2))
    other.observe(0, np.array([[0.25], [0.75]]))
    whole.merge(other)
    whole.merge(other)
    assert other.counts("x").sum() == 2
    assert whole.counts("x").sum() == 4
