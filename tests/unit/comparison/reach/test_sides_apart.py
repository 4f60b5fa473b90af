"""What separates the sides, alone, is what the reach says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.assessment import Assessment, Serial
from jisr.comparison import find_sides_apart
from jisr.plan import Plan

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def computed() -> tuple[Plan, Assessment]:
    return jisr.assess(EXAMPLE, draws=100)


def test_each_judgement_is_switched_alone(computed: tuple[Plan, Assessment]) -> None:
    plan, assessment = computed
    found = find_sides_apart(plan, assessment, Serial())
    assert found is not None
    assert found.draws == 100
    (one,) = found.separations
    assert {one.first, one.second} == {"coalition", "northland"}
    for gate, change in one.change.items():
        assert change.chance == pytest.approx(one.second_chance[gate] - one.first_chance[gate], abs=1e-8)


def test_without_positions_nothing_separates(computed: tuple[Plan, Assessment]) -> None:
    plan, assessment = computed
    assert find_sides_apart(plan.with_rows("positions", []), assessment, Serial()) is None
