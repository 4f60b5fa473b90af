"""Ratings of functions over time, joined only where they may be compared; and those that contradict each other."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, PointsInTime, Row, Table, TimePoint, TimeRow, points_in_time
from jisr.record import RatingPoint, RatingSeries
from jisr.report.figures import owner_name
from jisr.report.plan_names import PlanNames
from jisr.report.series_breaks import break_text
from jisr.words import Words

__all__ = ["rating_chart", "ratings_apart"]

_ID = "ratings"


def rating_chart(assessment: Assessment, names: PlanNames, words: Words) -> Chart | None:
    """A row a function and assessor; None without ratings."""
    series = assessment.ratings
    if not series:
        return None
    points = [point for one in series for point in one.points]
    expired = sum(one.points[-1].expired for one in series)
    title = words.text("chart-ratings-title")
    alternative = words.text(
        "chart-ratings-alternative",
        n=words.number(len(points)),
        series=words.number(len(series)),
        expired=words.number(expired),
        oldest=words.text("months-old", n=max(one.age_months for one in series)),
    )
    several = len({one.assessor for one in series}) > 1
    return points_in_time(
        PointsInTime(
            id=_ID,
            title=title,
            alternative=alternative,
            source=words.text("source-plan"),
            unit=words.text("unit-level"),
            until=assessment.plan.cutoff,
            until_name=words.text("cutoff-name"),
            rows=tuple(_time_row(assessment, one, names, words, several=several) for one in series),
            data=_table(assessment, title, names, words),
        ),
        words,
    )


def ratings_apart(assessment: Assessment, names: PlanNames, words: Words) -> Table | None:
    """Functions that several assessors rate, each with the newest level of every one; None where no two differ."""
    groups: dict[tuple[str, str], list[RatingSeries]] = {}
    for one in assessment.ratings:
        groups.setdefault((one.element, one.function), []).append(one)
    apart = {key: rows for key, rows in groups.items() if len({_said(one.points[-1]) for one in rows}) > 1}
    if not apart:
        return None
    parties = list(dict.fromkeys(one.assessor for rows in apart.values() for one in rows))
    columns = (
        Column(words.text("table-element")),
        Column(words.text("table-function")),
        *(Column(owner_name(assessment, party, words)) for party in parties),
        Column(words.text("table-decides")),
    )
    rows = tuple(_apart(assessment, key, rows, parties, names, words) for key, rows in apart.items())
    return Table("ratings-apart", words.text("ratings-apart-caption"), columns, rows)


def _said(point: RatingPoint) -> tuple[object, ...]:
    return (point.scale, point.version, point.low, point.level, point.high)


def _apart(
    assessment: Assessment,
    key: tuple[str, str],
    rows: list[RatingSeries],
    parties: list[str],
    names: PlanNames,
    words: Words,
) -> Row:
    by_party = {one.assessor: one.points[-1] for one in rows}
    decides = next((owner_name(assessment, one.assessor, words) for one in rows if one.decides), "–")
    cells = (
        Cell(_level(by_party[party], words), note=words.date(by_party[party].rated_on), address=by_party[party].address)
        if party in by_party
        else Cell("–")
        for party in parties
    )
    return Row((Cell(names.element(key[0])), Cell(names.need("function", *key)), *cells, Cell(decides)))


def _time_row(assessment: Assessment, one: RatingSeries, names: PlanNames, words: Words, *, several: bool) -> TimeRow:
    second = names.need("function", one.element, one.function)
    if several:
        assessor = owner_name(assessment, one.assessor, words)
        second = words.text("function-by", function=second, assessor=assessor)
    points = tuple(
        TimePoint(
            on=point.rated_on,
            label="?"
            if point.level is None
            else words.number(point.level, 0 if point.level == round(point.level) else 1),
            share=None if point.level is None or point.top <= 0 else point.level / point.top,
            shown=_level(point, words),
            segment=point.segment,
            faded=point.expired,
        )
        for point in one.points
    )
    return TimeRow(f"{one.element},{one.function},{one.assessor}", f"{names.element(one.element)}\n{second}", points)


def _level(point: RatingPoint, words: Words) -> str:
    """A level with its range, and of how many."""
    if point.level is None or point.low is None or point.high is None:
        return "?"
    level, low, high = (
        words.number(value, 0 if value == round(value) else 1) for value in (point.level, point.low, point.high)
    )
    shown = level if low == high else words.isolated(f"{level} ({low}–{high})")
    return words.text("level-of", level=shown, top=words.number(point.top))


def _table(assessment: Assessment, title: str, names: PlanNames, words: Words) -> Table:
    columns = (
        Column(words.text("table-element")),
        Column(words.text("table-function")),
        Column(words.text("table-assessor")),
        Column(words.text("table-rated"), "month"),
        Column(words.text("table-level"), "number"),
        Column(words.text("table-scale"), "code"),
        Column(words.text("table-counted-how")),
        Column(words.text("table-expires"), "month"),
        Column(words.text("table-compared")),
    )
    rows = tuple(_row(assessment, one, i, names, words) for one in assessment.ratings for i in range(len(one.points)))
    return Table(_ID, title, columns, rows, words.text("ratings-note"))


def _row(assessment: Assessment, one: RatingSeries, i: int, names: PlanNames, words: Words) -> Row:
    point = one.points[i]
    return Row(
        (
            Cell(names.element(one.element)),
            Cell(names.need("function", one.element, one.function)),
            Cell(owner_name(assessment, one.assessor, words)),
            Cell(words.date(point.rated_on)),
            Cell(_level(point, words), value=point.level, address=point.address),
            Cell(words.isolated(f"{point.scale}, {point.version}")),
            Cell(words.text(f"rated-{point.method}")),
            Cell(words.date(point.expires), note=words.text("expired") if point.expired else ""),
            Cell(_compared(one, i, words)),
        ),
        quiet=i < len(one.points) - 1,
    )


def _compared(one: RatingSeries, i: int, words: Words) -> str:
    """What may be said of the way from the rating before, on the newest of a series what may be said of it all."""
    breaks = [found for found in one.breaks if found.on == one.points[i].rated_on]
    parts = [words.text("comma").join(break_text(found, words) for found in breaks)] if breaks else []
    if i == len(one.points) - 1 and len(one.points) > 1:
        parts.append(words.text(f"trend-{one.trend}"))
    return "; ".join(parts) or "–"
