"""The table of PERT quantiles against the inverse of the incomplete beta function."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from scipy.special import ndtr

from jisr.inputs import pert_quantile
from jisr.inputs.pert_at_score import pert_at_score
from jisr.plan import Uncertain

SCORES = np.linspace(-8.0, 0.0, 401)


@given(st.floats(0, 1))
def test_both_ends_are_those_of_the_incomplete_beta_function(mode: float) -> None:
    cell, turned = Uncertain(0, mode, 1), Uncertain(0, 1 - mode, 1)
    assert np.abs(pert_at_score(cell, SCORES) - pert_quantile(cell, ndtr(SCORES))).max() < 1e-10
    assert np.abs(1 - pert_at_score(cell, -SCORES) - pert_quantile(turned, ndtr(SCORES))).max() < 1e-10


def test_nothing_lies_outside_the_cell() -> None:
    drawn = pert_at_score(Uncertain(2, 2, 5), np.array([-40.0, -8.5, 8.5, 40.0]))
    assert drawn.min() >= 2
    assert drawn.max() <= 5


def test_an_exact_cell_is_its_value() -> None:
    assert (pert_at_score(Uncertain.exact(7.5), SCORES) == 7.5).all()
