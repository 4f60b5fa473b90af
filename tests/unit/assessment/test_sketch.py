"""Sketches merge exactly and read quantiles to their resolution."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from jisr.assessment.sketch import AMOUNTS, SHARES, Sketch


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
