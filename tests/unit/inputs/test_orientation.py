from __future__ import annotations

import pytest
from unit.threat.small_plan import ASSUMED, small_plan

from jisr.ids import Address
from jisr.inputs import ORIENTATION, direction, orientation
from jisr.plan import TABLES, ActivityEffect, columns_of


def test_every_uncertain_column_has_a_direction_and_nothing_else_has() -> None:
    uncertain = {
        (model.table, column.name)
        for model in TABLES.values()
        for column in columns_of(model).values()
        if column.is_uncertain
    }
    assert set(ORIENTATION) == uncertain
    assert set(ORIENTATION.values()) <= {-1, 0, 1}


def test_a_field_without_uncertain_cells_has_no_direction() -> None:
    with pytest.raises(KeyError):
        orientation("areas", "km2")


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("strength/army,2024-01-01/attrition", -1),
        ("skills/army,pilot/qualified", 1),
        ("support/jet,contractor/ends", 1),
        ("holdings/jet,army/held", 1),
    ],
)
def test_an_effect_points_the_way_of_what_it_changes(target: str, expected: int) -> None:
    row = ActivityEffect.model_validate(
        {"activity": "course", "target": target, "effect": "multiply", "amount": "0.5"} | ASSUMED
    )
    plan = small_plan(activity_effects=[row])
    assert direction(plan, Address("activity_effects", row.key_text, "amount")) == expected


def test_the_direction_of_a_plain_cell_is_its_columns() -> None:
    assert direction(small_plan(), Address("demand", "patrol,,attacks", "rate")) == -1
