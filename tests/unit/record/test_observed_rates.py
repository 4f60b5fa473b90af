"""Figures of windows of any length, brought to a month."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import jisr
from jisr.plan import Observed, Plan
from jisr.record import ObservedRate, observed_rates

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def rates(plan: Plan, start: str, end: str, **changes: object) -> tuple[ObservedRate, ...]:
    """The rates of a plan whose only figure is that one."""
    first = plan.rows(Observed)[0]
    update = {"from_date": dt.date.fromisoformat(start), "to_date": dt.date.fromisoformat(end), "area": None}
    row = first.model_copy(update={**update, "value": 28.0, "kind": "total", **changes})
    return observed_rates(plan.with_rows("observed", [row]))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-02-01", "2024-02-29", 28.0),
        ("2024-12-01", "2024-12-31", 28.0),
        ("2024-03-01", "2024-03-07", 28.0 * 365.25 / 12 / 7),
        ("2024-01-15", "2024-02-14", 28.0 * 365.25 / 12 / 31),
    ],
)
def test_a_window_is_brought_to_a_month(plan: Plan, start: str, end: str, expected: float) -> None:
    (found,) = rates(plan, start, end)
    assert found.a_month == pytest.approx(expected)
    assert found.value == 28.0


def test_a_mean_a_month_stays_what_it_is(plan: Plan) -> None:
    (found,) = rates(plan, "2023-01-01", "2023-12-31", kind="mean-per-month")
    assert found.a_month == 28.0


def test_running_totals_single_areas_and_what_ends_after_the_cutoff_are_left_out(plan: Plan) -> None:
    assert rates(plan, "2024-01-01", "2024-06-30", kind="to-date") == ()
    assert rates(plan, "2024-01-01", "2024-01-31", area="north") == ()
    assert rates(plan, "2024-12-01", "2025-01-31") == ()
