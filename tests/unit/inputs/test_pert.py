from __future__ import annotations

import numpy as np
import pytest

from jisr.inputs import pert_quantile
from jisr.plan import Uncertain

GRID = (np.arange(20_000) + 0.5) / 20_000


@pytest.mark.parametrize(
    "ends",
    [(8, 12, 20), (0, 0, 1), (0, 1, 1), (-5, 0, 1), (24_000, 24_001, 24_100)],
    ids=["inside", "mode at the low end", "mode at the high end", "negative", "months"],
)
def test_the_mean_is_the_pert_mean(ends: tuple[float, float, float]) -> None:
    low, mode, high = ends
    drawn = pert_quantile(Uncertain(low, mode, high), GRID)
    # the mid-point rule over 20,000 quantiles is right to one step of the grid
    assert drawn.mean() == pytest.approx((low + 4 * mode + high) / 6, abs=(high - low) / 20_000)
    assert low <= drawn.min() <= drawn.max() <= high
    assert (np.diff(drawn) > 0).all()


def test_an_exact_cell_is_its_value_in_every_draw() -> None:
    assert (pert_quantile(Uncertain.exact(7.5), GRID) == 7.5).all()


def test_the_ends_of_the_uniform_give_the_ends_of_the_cell() -> None:
    assert pert_quantile(Uncertain(1, 2, 5), np.array([0.0, 1.0])).tolist() == [1.0, 5.0]
