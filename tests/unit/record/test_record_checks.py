from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from unit.record.rows import level, rating
from unit.threat.small_plan import CUTOFF, evidence, monthly, small_plan

from jisr.record import checks

LATER = dt.date(2024, 12, 1)
LEVELS = [level(1), level(2), level(3)]


def test_a_record_in_order_has_no_finding() -> None:
    assert checks(small_plan(ratings=[rating("2024-03-01")], scale_levels=LEVELS)) == []


def test_evidence_of_a_later_date_is_a_note() -> None:
    found = checks(small_plan(evidence=[evidence("count", CUTOFF), evidence("later", LATER)]))
    assert [(one.code, one.severity, one.values["evidence"]) for one in found] == [("E402", "note", "later")]


def test_history_as_revised_later_is_one_note_a_series() -> None:
    rows = monthly("incidents", [1.0, 2.0, 3.0], known_on=LATER) + monthly("deaths", [4.0])
    found = checks(small_plan(observed=rows))
    assert [(one.code, one.severity, one.values["rows"]) for one in found] == [("E403", "note", "3")]


@pytest.mark.parametrize(
    ("day", "changes", "code", "severity"),
    [
        ("2024-12-01", {}, "E404", "note"),
        ("2024-03-01", {"evidence": ["count"]}, "E405", "warning"),
        ("2024-03-01", {"level": "4"}, "E406", "error"),
        ("2024-03-01", {"level": "1 | 2 | 5"}, "E406", "error"),
    ],
)
def test_ratings(day: str, changes: dict[str, Any], code: str, severity: str) -> None:
    found = checks(small_plan(ratings=[rating(day, **changes)], scale_levels=LEVELS))
    assert [(one.code, one.severity) for one in found] == [(code, severity)]
