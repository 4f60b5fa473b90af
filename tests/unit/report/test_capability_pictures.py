"""What the section of capability says: needs that bind, gaps, courses, counts and ratings with their breaks."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from sample_assessment import sample, task
from sample_capability import need, spread, strengths

import jisr
from jisr.assessment import Assessment
from jisr.charts import Chart, Table
from jisr.plan import Plan
from jisr.report.absorption_chart import absorption_chart
from jisr.report.coherence_table import coherence_table
from jisr.report.course_chart import course_chart
from jisr.report.gap_chart import gap_chart
from jisr.report.headcount_chart import headcount_chart
from jisr.report.line_needs_chart import line_needs_chart, two_lowest
from jisr.report.plan_names import PlanNames
from jisr.report.rating_chart import rating_chart, ratings_apart
from jisr.report.requirement_by_side import requirement_by_side
from jisr.report.sections.capability import capability_section
from jisr.report.support_posts import support_posts
from jisr.report.unmet_requirements import unmet_requirements
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
WORDS = Words()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


@pytest.fixture(scope="module")
def names(plan: Plan) -> PlanNames:
    return PlanNames(plan, WORDS)


def texts(shown: Chart | Table | None) -> list[list[str]]:
    """The cells of a table, or of the table behind a chart."""
    assert shown is not None
    table = shown.data if isinstance(shown, Chart) else shown
    return [[cell.text for cell in row.cells] for row in table.rows]


def values(shown: Chart | None, layer: int) -> list[dict[str, object]]:
    """The data of a layer."""
    assert shown is not None
    found: list[dict[str, object]] = shown.specification["layer"][layer]["data"]["values"]
    return found


def test_the_two_lowest_needs_of_a_line_are_named(names: PlanNames) -> None:
    first, second = sample().lines
    assert [one.name for one in two_lowest(first)] == ["mechanic", "logistics"]
    assert [one.name for one in two_lowest(second)] == ["personnel"]
    never = dataclasses.replace(first, needs=(need("item", "truck", 0.4, 0.0, 0.0, mandatory=False),))
    assert two_lowest(never) == []
    chart = line_needs_chart(sample(), names, WORDS)
    notes = {str(one["row"]): one["note"] for one in values(chart, 0)}
    assert notes == {"l1": "Aircraft mechanics,\nthen logistics", "l2": "persons present"}
    kinds = [one["kind"] for one in values(chart, 2) if one["row"] == "l1"]
    assert kinds == ["other", "next", "lowest"]
    assert ["Aircraft mechanics", "", "50 %", "75 %", "90 %", "10 %"] in texts(chart)
    assert texts(chart)[-1][-2:] == ["–", "–"]


def test_a_gap_says_which_activities_provide_what(names: PlanNames) -> None:
    rows = texts(gap_chart(sample(), names, WORDS))
    assert rows[0][7] == "the programme provides it: course"
    assert rows[0][10] == "nothing in the plan does"
    assert rows[1][2:4] == ["–", "–"]
    assert rows[1][8] == "only an activity left out would: support"
    readings = values(gap_chart(sample(), names, WORDS), 2)
    assert [one["row"] for one in readings] == ["mechanics"]


def test_courses_are_held_against_the_posts_needed(names: PlanNames) -> None:
    chart = course_chart(sample(), names, WORDS)
    assert chart is not None
    assert [one["value"] for one in values(chart, 0)] == [0.25, 1.0]
    assert "10 a month: the last in Feb 2026" in str(chart.specification)
    rows = texts(chart)
    assert rows[0][4:] == ["Feb 2026", "40", "32", "26", "14", "77", "160"]
    assert rows[1][3:5] == ["not chosen", "–"]
    nobody = tuple(dataclasses.replace(one, need=0) for one in sample().courses)
    assert course_chart(dataclasses.replace(sample(), courses=nobody), names, WORDS) is None


def test_presence_carries_its_method_and_is_never_filled_in(plan: Plan, names: PlanNames) -> None:
    chart = headcount_chart(plan, sample(), names, WORDS)
    assert [one["row"] for one in values(chart, 0)] == ["army", "air-wing"]
    assert [one["row"] for one in values(chart, 1)] == ["army"]
    assert [one["note"] for one in values(chart, 2)] == ["75 % · biometric count", "unmeasured · payroll"]
    rows = texts(chart)
    assert [row[7] for row in rows] == ["–", "+0.8 % a month", "break, no trend: payroll → biometric count", "–"]
    assert rows[3][4] == "unmeasured"


def test_counts_without_posts_or_rolls_are_no_picture_of_nought(plan: Plan, names: PlanNames) -> None:
    army, wing = strengths()
    idle = dataclasses.replace(wing, points=tuple(dataclasses.replace(one, authorised=0) for one in wing.points))
    unknown = dataclasses.replace(army, points=tuple(dataclasses.replace(one, assigned=None) for one in army.points))
    only_idle = dataclasses.replace(sample(), strengths=(idle,))
    assert headcount_chart(plan, only_idle, names, WORDS) is None
    chart = headcount_chart(plan, dataclasses.replace(sample(), strengths=(unknown,)), names, WORDS)
    assert values(chart, 0) == []
    assert texts(chart)[0][3] == "?"


def test_no_line_is_drawn_across_a_break(names: PlanNames) -> None:
    chart = rating_chart(sample(), names, WORDS)
    points = values(chart, 2)
    army = [one for one in points if one["row"] == "army,logistics,joint"]
    assert [one["segment"] for one in army] == [0, 1]
    assert [one["apart"] for one in army] == [False, True]
    assert chart is not None
    detail = chart.specification["layer"][2]["encoding"]["detail"]
    assert {one["field"] for one in detail} == {"row", "segment"}
    assert texts(chart)[1][-1] == "version 1 → 2; no trend: a break lies between"


def test_ratings_that_differ_stand_side_by_side(names: PlanNames) -> None:
    assert texts(ratings_apart(sample(), names, WORDS)) == [
        ["Army", "logistics", "2 (2–3) of 4", "3 (3–4) of 4", "both sides"]
    ]
    alone = dataclasses.replace(sample(), ratings=sample().ratings[:1])
    assert ratings_apart(alone, names, WORDS) is None


def test_elements_without_a_limit_are_named_not_drawn(names: PlanNames) -> None:
    chart = absorption_chart(sample(), names, WORDS)
    assert {one["row"] for one in values(chart, 0)} == {"army"}
    assert chart is not None
    assert "No limit is given for Air wing" in chart.alternative
    assert texts(chart)[0] == ["Army", "1", "1", "6", "school"]
    unlimited = dataclasses.replace(sample(), absorption=sample().absorption[1:])
    assert absorption_chart(unlimited, names, WORDS) is None


def test_without_a_limit_the_table_still_stands(plan: Plan) -> None:
    unlimited = dataclasses.replace(sample(), absorption=sample().absorption[1:])
    section = capability_section(plan, unlimited, WORDS)
    assert section is not None
    assert any(isinstance(one, Table) and one.id == "absorption" for one in section.blocks)


def test_contributions_that_contradict_the_judged_share_are_called_so() -> None:
    assert texts(coherence_table(sample(), WORDS)) == [["Fires", "2.6", "no: outside 0.5 to 2", "4 %"]]
    agreed = task("x", "X", coherence=spread(1.1))
    assert texts(coherence_table(dataclasses.replace(sample(), tasks=(agreed,)), WORDS))[0][2] == "yes"
    assert coherence_table(dataclasses.replace(sample(), tasks=(task("x", "X"),)), WORDS) is None


def test_posts_that_leave_say_with_which_gate(names: PlanNames) -> None:
    assert texts(support_posts(sample(), names, WORDS)) == [
        ["Step one", "Dec 2025", "20", "plane"],
        ["no gate is named for them", "–", "45", "Truck, Scout plane"],
    ]


def same_by_all() -> Assessment:
    """Sides that ask for what the plan asks for."""
    first = task("x", "X", requirement_by_side={"host": spread(95.0)})
    return dataclasses.replace(sample(), tasks=(first,))


def test_sides_are_drawn_where_they_ask_for_something_else() -> None:
    chart = requirement_by_side(sample(), WORDS)
    marks = [one["value"] for one in values(chart, 3) if one["row"] == "mobility"]
    assert marks == [80 / 95, 120 / 95]
    assert requirement_by_side(same_by_all(), WORDS) is None


def test_requirements_no_activity_reaches_come_first(names: PlanNames) -> None:
    rows = texts(unmet_requirements(sample(), names, WORDS))
    assert rows[0] == ["Fires", "60 %", "60 %", "none reaches it", "–"]
    assert rows[1][4] == "Aircraft mechanics (Air wing)"
