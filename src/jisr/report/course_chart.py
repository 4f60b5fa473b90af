"""From seats to posts: how much of a skill's shortage courses close, and how much of it lasts."""

from __future__ import annotations

from jisr.assessment import Assessment, CourseOutlook, Spread
from jisr.charts import Cell, Chart, Column, NestedBar, NestedBars, Row, Table, draws_source, nested_bars
from jisr.report.plan_names import PlanNames
from jisr.report.spread_cell import count_cell, count_text
from jisr.words import Words

__all__ = ["course_chart"]

_ID = "courses"
_STEPS = ("seats", "graduates", "posts_filled", "filled_later")


def course_chart(assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """A row a course, as shares of the posts the skill needs; None without a course for a skill that is needed."""
    courses = [one for one in assessment.courses if one.need > 0]
    if not courses:
        return None
    title = words.text("chart-courses-title")
    steps = {key: words.text(f"course-{key.replace('_', '-')}") for key in _STEPS}
    most = max(courses, key=lambda one: (one.short_today.q50 / one.need, one.activity))
    alternative = words.text(
        "chart-courses-alternative",
        n=words.number(len(courses)),
        skill=names.need("skill", most.element, most.skill),
        element=names.element(most.element),
        short=count_text(most.short_today.q50, words),
        need=words.number(most.need),
        filled=count_text(most.posts_filled.q50, words),
        later=count_text(most.filled_later.q50, words),
    )
    return nested_bars(
        NestedBars(
            id=_ID,
            title=title,
            alternative=alternative,
            source=draws_source(assessment, words),
            unit=words.text("axis-of-need"),
            steps=steps,
            tick=words.text("course-short"),
            rows=tuple(_bar(one, names, words) for one in courses),
            data=_table(courses, title, steps, names, words),
        ),
        words,
    )


def _bar(one: CourseOutlook, names: PlanNames, words: Words) -> NestedBar:
    skill, element = names.need("skill", one.element, one.skill), names.element(one.element)
    filled = count_text(one.posts_filled.q50, words)
    short = count_text(one.short_today.q50, words)
    return NestedBar(
        id=f"{one.activity},{one.skill}",
        name=f"{names.activity(one.activity)}\n{words.text('skill-of', skill=skill, element=element)}",
        steps={key: _step(getattr(one, key), one.need, words) for key in _STEPS},
        tick=one.short_today.q50 / one.need,
        note=words.text("course-fills" if one.chosen else "course-would-fill", filled=filled, short=short)
        + _last(one, words),
    )


def _last(one: CourseOutlook, words: Words) -> str:
    """When the last of a course come through, where few seats make them wait."""
    if one.through is None or one.seats_a_month is None or one.seats.q50 <= one.seats_a_month:
        return ""
    return words.text("course-last", month=words.month(one.through), seats=words.number(one.seats_a_month))


def _step(spread: Spread, need: int, words: Words) -> tuple[float, str]:
    return spread.q50 / need, count_text(spread.q50, words)


def _table(courses: list[CourseOutlook], title: str, steps: dict[str, str], names: PlanNames, words: Words) -> Table:
    columns = (
        Column(words.text("table-activity")),
        Column(words.text("table-skill")),
        Column(words.text("table-element")),
        Column(words.text("table-course-ends"), "month"),
        Column(words.text("table-course-through"), "month"),
        *(Column(name, "number") for name in steps.values()),
        Column(words.text("course-short"), "number"),
        Column(words.text("table-need"), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(names.activity(one.activity), address=f"activity/{one.activity}"),
                Cell(names.need("skill", one.element, one.skill), address=f"skills/{one.element},{one.skill}"),
                Cell(names.element(one.element)),
                Cell(words.month(one.ends) if one.ends else words.text("not-chosen")),
                Cell(words.month(one.through) if one.through else "–"),
                *(count_cell(getattr(one, key), words) for key in _STEPS),
                count_cell(one.short_today, words),
                Cell(words.number(one.need), value=one.need),
            ),
            quiet=not one.chosen,
        )
        for one in courses
    )
    return Table(_ID, title, columns, rows, words.text("courses-note"))
