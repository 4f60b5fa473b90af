"""What separates the sides, alone, is what the reach says of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from jisr.assessment import Assessment, Serial
from jisr.comparison import find_sides_apart
from jisr.plan import Plan

EXAMPLE = Path(__file__).resolve().parents[4] / "examples" / "three-areas"


def test_each_judgement_is_switched_alone(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    found = find_sides_apart(plan, assessment, Serial())
    assert found is not None
    assert found.draws == 100
    (one,) = found.separations
    assert {one.first, one.second} == {"coalition", "northland"}
    for gate, change in one.change.items():
        assert change.chance == pytest.approx(one.second_chance[gate] - one.first_chance[gate], abs=1e-8)


def test_without_positions_nothing_separates(assessed: tuple[Plan, Assessment]) -> None:
    plan, assessment = assessed
    assert find_sides_apart(plan.with_rows("positions", []), assessment, Serial()) is None
