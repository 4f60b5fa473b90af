"""Bounds of a cell that depend on another cell of its row."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from jisr.plan.row import Row
from jisr.plan.tables import ActivityEffect, External, Resource, Session

PROVENANCE = {"basis": "assumed", "reason": "invented", "as_of": "2024-12-31", "known_on": "2024-12-31"}
EXTERNAL = PROVENANCE | {"external": "storm", "name": {"en": "Storm"}, "owner": "joint"}
EFFECT = PROVENANCE | {"activity": "course", "target": "skills/pilot/course_months"}
RESOURCE = PROVENANCE | {"resource": "r", "name": {"en": "R"}, "kind": "seat", "party": "host", "capacity": "3"}
SESSION = {"session": "s", "name": {"en": "S"}, "held_from": "2024-09-10", "evidence": "minutes"}
RESOURCE = {name: text for name, text in RESOURCE.items() if name not in {"as_of", "known_on"}}

CASES: list[tuple[type[Row], dict[str, object], str, str, str]] = [
    (External, EXTERNAL | {"kind": "event-hazard"}, "value", "0.2 | 0.5 | 1", "0.2 | 0.5 | 1.5"),
    (External, EXTERNAL | {"kind": "time-to-completion"}, "value", "18", "-1"),
    (ActivityEffect, EFFECT | {"effect": "add-stock"}, "amount", "0", "-30"),
    (ActivityEffect, EFFECT | {"effect": "multiply"}, "amount", "0.5", "-0.5"),
    (ActivityEffect, EFFECT | {"effect": "extend-end"}, "amount", "-6", "few"),
    (Resource, RESOURCE, "blackout", "7 8", "7 13"),
    (Resource, RESOURCE, "blackout", "7.0", "7 8 0"),
    (Session, SESSION, "held_to", "2024-09-10", "2024-09-09"),
]


@pytest.mark.parametrize(("model", "row", "field", "admitted", "refused"), CASES)
def test_what_another_cell_bounds(
    model: type[Row], row: dict[str, object], field: str, admitted: str, refused: str
) -> None:
    model.model_validate(row | {field: admitted})
    with pytest.raises(ValidationError) as caught:
        model.model_validate(row | {field: refused})
    (error,) = caught.value.errors()
    assert error["loc"][0] == field
    assert error["type"] == ("not_a_number" if refused == "few" else "out_of_range")


@pytest.mark.parametrize("number", ["1e16", "-1e16", "1e308"])
def test_a_number_beyond_any_count_is_refused(number: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Resource.model_validate(RESOURCE | {"capacity": number})
    assert caught.value.errors()[0]["type"] == "out_of_range"
