from __future__ import annotations

import pytest
from unit.record.rows import strength
from unit.threat.small_plan import small_plan

from jisr.plan.checks.strengths import check_strengths
from jisr.plan.tables import Strength


def counted(on: str, assigned: str, element: str = "army") -> Strength:
    row = strength(on, element)
    return Strength.model_validate(row.model_dump() | {"assigned": assigned, "authorised": 1000})


@pytest.mark.parametrize(
    ("assigned", "found"),
    [
        ("1000", []),
        ("1001", ["1001"]),
        ("900 | 1000 | 1200", []),
        ("900 | 1100 | 1200", ["900 | 1100 | 1200"]),
        ("?", []),
    ],
)
def test_more_on_the_rolls_than_posts(assigned: str, found: list[str]) -> None:
    plan = small_plan(strength=[counted("2024-01-01", assigned)])
    assert [one.found for one in check_strengths(plan)] == found


def test_a_history_is_told_once_of_its_newest_count() -> None:
    rows = [
        counted("2024-03-01", "1300"),
        counted("2024-01-01", "1200"),
        counted("2024-06-01", "900"),
        counted("2024-02-01", "1100", "police"),
    ]
    found = check_strengths(small_plan(strength=rows))
    assert [(one.found, one.values["element"], one.values["date"], one.values["rows"]) for one in found] == [
        ("1300", "army", "2024-03-01", "2"),
        ("1100", "police", "2024-02-01", "1"),
    ]
