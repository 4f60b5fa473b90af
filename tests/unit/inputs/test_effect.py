from __future__ import annotations

import pytest

from jisr.ids import Address
from jisr.inputs import Effect

CELL = Address("skills", "army,pilot", "qualified")


@pytest.mark.parametrize(("stop", "months"), [(None, [3, 4, 5, 6]), (4, [3, 4]), (3, [3]), (2, [])])
def test_an_effect_holds_from_its_start_to_its_stop(stop: int | None, months: list[int]) -> None:
    effect = Effect(CELL, "add-stock", 3, stop, Address("activity_effects", "course,x", "amount"), begins=1)
    assert [month for month in range(7) if effect.in_force(month)] == months
