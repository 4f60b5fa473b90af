from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import jisr
from jisr.api import what_if
from jisr.findings import PlanError
from jisr.plan import Observed, Plan
from jisr.words import Words, finding_text

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
LONG_AGO = dt.date(2020, 1, 1)


def refused(plan: Plan, date: dt.date) -> dict[str, str]:
    """Code → what is said, of the errors."""
    with pytest.raises(PlanError) as caught:
        what_if(plan, known_on=date)
    return {one.code: finding_text(one, Words("en")) for one in caught.value.findings if one.severity == "error"}


def test_what_the_date_took_away_is_told_with_the_date() -> None:
    said = refused(jisr.load(EXAMPLE), LONG_AGO)
    assert "those known on 2020-01-01 cover 0 months in a row" in said["T501"]
    assert "Take a later `--known-on`" in said["T501"]
    assert "Add figures" not in said["T501"]
    assert "names a cell that was not known on 2020-01-01. Take a later `--known-on`" in said["R303"]


def test_what_lacks_on_any_date_is_told_without_it() -> None:
    plan = jisr.load(EXAMPLE)
    some = [row for row in plan.rows(Observed) if row.from_date.year == 2024]
    said = refused(plan.with_rows("observed", some[1:]), dt.date(2026, 1, 1))
    assert "has 11 months in a row up to the cutoff that figures cover" in said["T501"]
    assert "--known-on" not in said["T501"]
