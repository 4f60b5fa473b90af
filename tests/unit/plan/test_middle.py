from __future__ import annotations

import math
from pathlib import Path

import pytest

import jisr
from jisr.plan import ActivityMoney, Budget, Uncertain, middle

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.mark.parametrize(
    ("cell", "expected"),
    [(Uncertain(0.2, 0.3, 0.9), 0.3), (Uncertain.exact(0.8), 0.8), (Uncertain.unknown(), 0.5), (None, 1.0)],
)
def test_a_share_has_a_middle_also_when_nobody_knows_it(cell: Uncertain | None, expected: float) -> None:
    row = jisr.load(EXAMPLE).rows(Budget)[0].model_copy(update={"execution": cell})
    assert middle(row, "execution", 1.0) == expected


def test_without_a_finite_range_there_is_none() -> None:
    row = jisr.load(EXAMPLE).rows(ActivityMoney)[0].model_copy(update={"amount": Uncertain.unknown()})
    assert math.isnan(middle(row, "amount"))


def test_a_certain_cell_is_its_own_middle() -> None:
    assert middle(jisr.load(EXAMPLE).rows(Budget)[0], "amount") == 16_000_000
