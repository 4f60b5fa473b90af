"""Every series of counts over its windows, a month each, so that what contradicts stands over one another."""

from __future__ import annotations

from collections.abc import Sequence

from jisr.charts import Cell, Chart, Column, Row, Table, WindowLane, WindowMark, WindowsInTime, windows_in_time
from jisr.plan import Driver, Evidence, Plan, Series
from jisr.record import ObservedRate, observed_rates
from jisr.report.spread_cell import count_text
from jisr.words import Words

__all__ = ["series_side_by_side"]

_ID = "series"
_EVENTS = frozenset({"claims", "incidents", "deaths"})
"""Kinds of series that count what the threat does."""


def series_side_by_side(plan: Plan, words: Words) -> Chart | None:
    """A lane a series, more where its windows overlap; None where fewer than two series count events."""
    followed = {row.series for row in plan.rows(Driver) if row.kind == "forecast"}
    rates = [one for one in observed_rates(plan) if _counts_events(plan, one.series)]
    by_series: dict[str, list[ObservedRate]] = {}
    for one in rates:
        by_series.setdefault(one.series, []).append(one)
    if len(by_series) < 2:
        return None
    # what the forecast follows stands on top
    order = sorted(by_series, key=lambda series: series not in followed)
    lanes = [lane for series in order for lane in _lanes(plan, series, by_series[series], words)]
    title = words.text("chart-series-title")
    names = words.text("comma").join(_name(plan, series, words) for series in order if series in followed)
    alternative = words.text("chart-series-alternative", n=words.number(len(order)), names=names)
    return windows_in_time(
        WindowsInTime(
            id=_ID,
            title=title,
            alternative=alternative,
            source=words.text("source-plan"),
            unit=words.text("table-a-month"),
            lanes=tuple(lanes),
            data=_table(plan, rates, title, words),
        ),
        words,
    )


def _counts_events(plan: Plan, series: str) -> bool:
    declared = plan.get(Series, series)
    return declared is not None and declared.counts in _EVENTS


def _name(plan: Plan, series: str, words: Words) -> str:
    declared = plan.get(Series, series)
    return series if declared is None else words.name(declared.definition) or series


def _lanes(plan: Plan, series: str, rates: Sequence[ObservedRate], words: Words) -> list[WindowLane]:
    """Windows in the first lane that is free on their first day."""
    lanes: list[list[ObservedRate]] = []
    for one in sorted(rates, key=lambda rate: (rate.from_date, -rate.to_date.toordinal())):
        free = next((lane for lane in lanes if lane[-1].to_date < one.from_date), None)
        if free is None:
            lanes.append([one])
        else:
            free.append(one)
    declared = plan.get(Series, series)
    publisher = declared.publisher if declared else ""
    short = words.text("series-by", series=series, publisher=publisher or "–")
    return [
        WindowLane(
            id=f"{series},{i}",
            name=short if i == 0 else "",
            whole_name=_name(plan, series, words),
            marks=tuple(_mark(plan, one, words) for one in lane),
        )
        for i, lane in enumerate(lanes)
    ]


def _mark(plan: Plan, one: ObservedRate, words: Words) -> WindowMark:
    source = plan.get(Evidence, one.evidence)
    amount = count_text(one.a_month, words)
    return WindowMark(
        start=one.from_date.isoformat(),
        end=one.to_date.isoformat(),
        days=(one.to_date - one.from_date).days + 1,
        value=one.a_month,
        label=amount,
        shown=words.text("source-says", source=source.publisher if source else one.evidence, value=amount),
    )


def _table(plan: Plan, rates: Sequence[ObservedRate], title: str, words: Words) -> Table:
    columns = (
        Column(words.text("table-series")),
        Column(words.text("table-window"), "month"),
        Column(words.text("table-a-month"), "number"),
        Column(words.text("table-published-as"), "number"),
        Column(words.text("table-covers")),
        Column(words.text("table-source")),
    )
    rows = tuple(
        Row(
            (
                Cell(_name(plan, one.series, words), address=f"series/{one.series}"),
                Cell(
                    words.isolated(f"{words.date(one.from_date.isoformat())} – {words.date(one.to_date.isoformat())}")
                ),
                Cell(count_text(one.a_month, words), value=one.a_month, address=one.address),
                Cell(count_text(one.value, words), value=one.value, note=words.text(f"observed-{one.kind}")),
                Cell(words.text(f"scope-{one.scope}")),
                Cell(one.evidence),
            )
        )
        for one in rates
    )
    return Table(_ID, title, columns, rows, words.text("series-note"))
