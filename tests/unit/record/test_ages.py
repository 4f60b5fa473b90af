from __future__ import annotations

import datetime as dt

import pytest
from unit.threat.small_plan import CUTOFF, evidence, small_plan

from jisr.record import age_months, evidence_ages


@pytest.mark.parametrize(
    ("day", "months"), [(CUTOFF, 0), (dt.date(2024, 8, 31), 1), (dt.date(2018, 9, 1), 72), (dt.date(2025, 1, 1), 0)]
)
def test_age_at_the_cutoff(day: dt.date, months: int) -> None:
    assert age_months(day, CUTOFF) == months
    assert evidence_ages(small_plan(evidence=[evidence("one", day)])) == {"one": months}
