from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from unit.threat.small_plan import factor, small_plan

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.plan import ThreatResponse
from jisr.threat import ThreatPaths, compile_threat, response_factor, threat_paths

N = 4_000
SPREAD = 5.0


def factors(rows: list[ThreatResponse], phase: list[int], months: list[int]) -> np.ndarray | None:
    plan = small_plan(threat_response=rows)
    inputs = draw_inputs(plan, Block(0, len(phase)), seed=1)
    return response_factor(compile_threat(plan), inputs, np.array(phase), np.array(months))


def paths(size: int = N) -> ThreatPaths:
    plan = small_plan()
    return threat_paths(compile_threat(plan), draw_inputs(plan, Block(0, size), seed=1), 1)


@pytest.mark.parametrize("rows", [[], [factor("1")], [factor("1", first=0, last=5), factor("1", first=6)]])
def test_no_factor_means_no_response(rows: list[ThreatResponse]) -> None:
    assert factors(rows, [0, 1], [0, 0]) is None


def test_a_factor_holds_in_its_phase_area_and_months() -> None:
    rows = [factor("2", first=1, last=3), factor("3", area="west", first=2)]
    found = factors(rows, [0, 1, 1, 1, 1, 1], [3, 0, 1, 2, 3, 4])
    assert found is not None
    assert found[:, 0].tolist() == [1, 1, 2, 2, 2, 1]
    assert found[:, 1].tolist() == [1, 1, 2, 6, 6, 3]


def test_the_first_phase_has_no_response() -> None:
    found = factors([factor("2", phase="now")], [0, 1], [5, 5])
    assert found is not None
    assert (found == 1).all()


def test_an_uncertain_factor_is_that_of_the_draw() -> None:
    rows = [factor("0.8 | 1 | 2")]
    found = factors(rows, [1] * 50, [0] * 50)
    assert found is not None
    assert len(np.unique(found[:, 0])) == 50


@pytest.mark.parametrize("by", [0.3, 0.99, 1.5, 3.0])
def test_the_response_scales_the_mean_count(by: float) -> None:
    one = paths()
    before, after = (one.month(2, given)[:, 0].sum(axis=1) for given in (None, np.full((N, 3), by)))
    # given the counts, the variance is n f (1 − f) below 1 and n (f − 1) above
    spread = math.sqrt(before.mean() * abs(1 - by) * (min(1, by)) / N)
    assert abs((after - by * before).mean()) < SPREAD * spread


def test_a_factor_of_one_changes_nothing_and_more_never_lessens() -> None:
    one = paths(300)
    plain = one.month(2)
    assert (one.month(2, np.ones((300, 3))) == plain).all()
    by_factor = [one.month(2, np.full((300, 3), by))[:, 0] for by in (0.0, 0.4, 0.9, 1.0, 1.2, 2.0)]
    assert (by_factor[0] == 0).all()
    assert all((low <= high).all() for low, high in pairwise(by_factor))


def test_attributes_do_not_respond() -> None:
    one = paths(20)
    assert (one.month(2, np.full((20, 3), 5.0))[:, 1] == one.month(2)[:, 1]).all()
