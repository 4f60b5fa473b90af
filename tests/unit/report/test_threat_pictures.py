"""What the section of the threat says of past forecasts, and of series that contradict one another."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from sample_assessment import bare, calibration, sample, short_calibration

import jisr
from jisr.charts import calibration_bins, past_forecasts, severe_by_month
from jisr.plan import Observed, Plan, Series
from jisr.report import Paragraph
from jisr.report.sections.threat import threat_section
from jisr.report.series_side_by_side import series_side_by_side
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
WORDS = Words()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def test_forecasts_that_overlap_are_drawn_once() -> None:
    chart = past_forecasts(calibration(), WORDS)
    assert chart is not None
    points = chart.specification["layer"][0]["data"]["values"]
    assert [one["month"] for one in points] == sorted({one["month"] for one in points})
    assert len(points) == 24
    assert [one["month"] for one in points if one["missed"]] == ["2024-02-01"]
    assert "1 of 24 months lay outside" in chart.alternative


def test_a_short_history_is_words_and_no_picture(plan: Plan) -> None:
    assert past_forecasts(short_calibration(), WORDS) is None
    assert calibration_bins(short_calibration(), WORDS) is None
    section = threat_section(plan, sample(), WORDS)
    assert section is not None
    said = [one.text for one in section.blocks if isinstance(one, Paragraph)]
    assert any(text.startswith("Claims: 24 months in a row are known") for text in said)
    assert any("The ranges were too wide" in text for text in said)


@pytest.mark.parametrize(("share", "verdict"), [(0.6, "too narrow"), (0.9, "about as often")])
def test_coverage_is_called_what_it_is(plan: Plan, share: float, verdict: str) -> None:
    told = dataclasses.replace(sample(), calibration=(dataclasses.replace(calibration(), within_90=share),))
    section = threat_section(plan, told, WORDS)
    assert section is not None
    assert any(verdict in one.text for one in section.blocks if isinstance(one, Paragraph))


def test_no_severe_month_is_no_picture() -> None:
    assert severe_by_month(bare(), WORDS) is None
    chart = severe_by_month(sample(), WORDS)
    assert chart is not None
    assert "10 % of the futures have such a month" in chart.alternative


def two_series(plan: Plan) -> Plan:
    """A second series of the same months, whose windows overlap."""
    first, declared = plan.rows(Observed)[0], plan.rows(Series)[0]
    other = declared.model_copy(update={"series": "other", "publisher": None})
    windows = [("2023-01-01", "2023-12-31", 120.0), ("2023-06-01", "2023-06-30", 40.0)]
    rows = [
        first.model_copy(
            update={
                "series": "other",
                "from_date": dt.date.fromisoformat(start),
                "to_date": dt.date.fromisoformat(end),
                "value": value,
                "kind": "total",
                "area": None,
            }
        )
        for start, end, value in windows
    ]
    plan = plan.with_rows("series", [*plan.rows(Series), other])
    return plan.with_rows("observed", [*plan.rows(Observed), *rows])


def test_series_stand_over_one_another_and_windows_that_overlap_below(plan: Plan) -> None:
    chart = series_side_by_side(two_series(plan), WORDS)
    assert chart is not None
    boxes = chart.specification["layer"][0]["data"]["values"]
    lanes = {one["lane"] for one in boxes}
    assert {"other,0", "other,1"} <= lanes
    assert {one["label"] for one in boxes if one["lane"].startswith("other")} == {"10", "40"}
    only = [row for row in plan.rows(Series) if row.counts != "persons"][:1]
    assert series_side_by_side(plan.with_rows("series", only), WORDS) is None
