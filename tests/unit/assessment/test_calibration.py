"""The threat model held against the plan's own series."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import numpy as np
import pytest

import jisr
from jisr.assessment.calibration import calibrations
from jisr.months import Month
from jisr.plan import Observed, Plan

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def with_history(plan: Plan, values: list[float]) -> Plan:
    """The plan with those months up to its cutoff as the only figures of its series."""
    last = plan.partnership.cutoff_month
    first = plan.rows(Observed)[0]
    rows = [
        first.model_copy(
            update={
                "from_date": (last + (i + 1 - len(values))).first_day(),
                "to_date": (last + (i + 1 - len(values))).last_day(),
                "value": value,
                "area": None,
            }
        )
        for i, value in enumerate(values)
    ]
    return plan.with_rows("observed", rows)


def test_a_short_history_is_said_and_not_scored(plan: Plan) -> None:
    (found,) = calibrations(plan)
    assert (found.known, found.least) == (24, 45)
    assert found.windows == found.bins == ()
    assert found.within_90 is found.within_50 is found.sums_within_90 is None


def test_windows_end_with_the_history_and_count_every_month(plan: Plan) -> None:
    values = [float(value) for value in np.random.default_rng(3).poisson(9, size=48)]
    (found,) = calibrations(with_history(plan, values))
    last = plan.partnership.cutoff_month
    assert [one.cutoff for one in found.windows] == [str(last + -(12 + 3 * i)) for i in reversed(range(5))]
    assert found.windows[-1].observed == tuple(values[-12:])
    assert sum(found.bins) == 12 * len(found.windows)
    assert all(
        low <= middle <= high
        for one in found.windows
        for low, middle, high in zip(one.q05, one.q50, one.q95, strict=True)
    )
    assert found.within_90 is not None
    assert 0.8 <= found.within_90 <= 1.0


def test_a_past_forecast_knows_nothing_after_its_cutoff(plan: Plan) -> None:
    values = [5.0] * 48
    (before,) = calibrations(with_history(plan, values))
    (after,) = calibrations(with_history(plan, [*values[:-12], *([500.0] * 12)]))
    assert before.windows[-1].q95 == after.windows[-1].q95
    assert after.windows[-1].observed == (500.0,) * 12
    assert after.within_90 is not None
    assert before.within_90 is not None
    assert after.within_90 < before.within_90


def test_a_series_of_zeros_is_scored_without_a_figure_that_is_none(plan: Plan) -> None:
    (found,) = calibrations(with_history(plan, [0.0] * 48))
    assert found.within_90 is not None
    assert np.isfinite([found.within_50, found.within_90, found.sums_within_90]).all()


def test_the_same_plan_gives_the_same_calibration(plan: Plan) -> None:
    long = with_history(plan, [float(i % 7) for i in range(60)])
    assert calibrations(long) == calibrations(long)
    assert dataclasses.asdict(calibrations(long)[0])["windows"]
    assert Month.of(dt.date(2024, 12, 31)) == plan.partnership.cutoff_month
