"""Compiled kernels and NumPy alone give the same counts."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import jisr
from jisr.acceleration import enabled, numpy_only
from jisr.assessment import Problem, Serial, compile_problem, run
from jisr.assessment.programme_choice import activity_values
from jisr.assessment.tally import Tally
from jisr.plan import Plan

ROOT = Path(__file__).resolve().parents[3]
pytestmark = pytest.mark.skipif(not enabled(), reason="numba is not installed, or JISR_FAST=0: there is one path only")


def generated(folder: Path) -> Plan:
    sys.path.insert(0, str(ROOT / "benchmarks"))
    try:
        from generated_plan import Size, write_generated
    finally:
        sys.path.pop(0)
    return jisr.load(write_generated(folder, Size(elements=6, tasks=5, horizon=24)))


@pytest.fixture(scope="module", params=["three-areas", "iraq-2024", "generated"])
def plan(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    if request.param == "generated":
        return generated(tmp_path_factory.mktemp("generated"))
    return jisr.load(ROOT / "examples" / request.param)


def both(work: Callable[[], object]) -> tuple[object, object]:
    fast = work()
    with numpy_only():
        return fast, work()


def counted(problem: Problem) -> Tally:
    return run([(problem, 60)], Serial())[0]


def test_every_count_is_the_same(plan: Plan) -> None:
    fast, slow = both(lambda: counted(compile_problem(plan)))
    assert isinstance(fast, Tally)
    assert isinstance(slow, Tally)
    for one, other in ((fast.shares, slow.shares), (fast.amounts, slow.amounts), (fast.areas, slow.areas)):
        assert (one.sums == other.sums).all()
        for name in one.series:
            assert (one.counts(name) == other.counts(name)).all(), name
    for name in ("on", "by", "held", "lost", "opened", "met", "ready"):
        assert (getattr(fast.gates, name) == getattr(slow.gates, name)).all(), name
    assert (fast.binds == slow.binds).all()
    assert (fast.second == slow.second).all()
    assert fast.gates.margins == slow.gates.margins


def test_activities_are_worth_the_same(plan: Plan) -> None:
    fast, slow = both(lambda: activity_values(plan, 40, Serial()).by_start)
    assert isinstance(fast, dict)
    assert isinstance(slow, dict)
    assert fast.keys() == slow.keys()
    for name, values in fast.items():
        assert values == pytest.approx(slow[name], rel=1e-12), name
