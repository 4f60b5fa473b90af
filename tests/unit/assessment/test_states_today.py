"""How long a condition has been satisfied at the cutoff, as far as a series tells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jisr
from jisr.assessment import compile_problem
from jisr.assessment.states_today import _months_satisfied
from jisr.ids import Address
from jisr.plan import Condition, Driver, Observed, Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def small() -> Plan:
    return jisr.load(EXAMPLE)


def months(plan: Plan, condition: str, **changes: Any) -> int | None:
    rows = [row.model_copy(update=changes if row.condition == condition else {}) for row in plan.rows(Condition)]
    plan = plan.with_rows("conditions", rows)
    (found,) = [one for one in compile_problem(plan).transition.conditions if one.id == condition]
    return _months_satisfied(plan, found)


def ending(plan: Plan, *values: float) -> Plan:
    """The plan whose series ends with these months."""
    rows = list(plan.rows(Observed))
    national = [i for i, row in enumerate(rows) if row.series == "incidents"]
    for i, value in zip(national[-len(values) :], values, strict=True):
        rows[i] = rows[i].model_copy(update={"value": value})
    return plan.with_rows("observed", rows)


def test_what_has_no_series_is_not_counted(small: Plan) -> None:
    assert months(small, "patrol-after") is None


def test_months_in_a_row_and_the_mean_of_the_window(small: Plan) -> None:
    plan = ending(small, 40, 26, 20, 20, 24, 20)
    assert months(plan, "incidents-low", smoothing="each-month", persistence=6) == 4
    assert months(plan, "incidents-low", smoothing="mean", persistence=6) == 6
    assert months(ending(small, 60, 26, 20, 20, 24, 20), "incidents-low", smoothing="mean", persistence=6) == 1


def test_a_level_at_its_threshold_is_its_own_mean(small: Plan) -> None:
    plan = ending(small, 0.6, 0.6, 0.6).replace({Address("conditions", "incidents-low", "threshold"): "0.6"})
    assert months(plan, "incidents-low", smoothing="mean", persistence=3, comparison=">=") == 3


def test_behind_a_bridge_only_the_month_of_the_cutoff_is_known(small: Plan) -> None:
    """A count of another series, however old, does not stand for the months after it."""
    rows = [
        row.model_copy(update={"bridge_to": "incidents-by-area", "bridge": small.rows(Condition)[0].threshold})
        if row.driver == "incidents"
        else row
        for row in small.rows(Driver)
    ]
    assert months(small.with_rows("drivers", rows), "incidents-low") == 1
