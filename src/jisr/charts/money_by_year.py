"""What the programme costs each payer in each fiscal year, against the money there is."""

from __future__ import annotations

from typing import Any

from jisr.assessment import Assessment
from jisr.charts.chart import FILLS, INK, Chart, draws_source, frame, phrase, rows_axis, rows_height, tooltip
from jisr.charts.table import Cell, Column, plain_table
from jisr.words import Words

__all__ = ["money_by_year"]

_MILLION = 1e6


def money_by_year(assessment: Assessment, words: Words) -> Chart | None:
    """A bar a payer and fiscal year, with a tick where the money ends; None when nothing costs."""
    programme, plan = assessment.programme, assessment.plan
    pairs = [
        (payer, year)
        for payer in sorted({*programme.cost_by_payer_year, *programme.money_by_payer_year})
        for year in sorted(
            {*programme.cost_by_payer_year.get(payer, {}), *programme.money_by_payer_year.get(payer, {})}
        )
        if _amount(programme.cost_by_payer_year, payer, year) > 0
    ]
    if not pairs:
        return None
    title = words.text("chart-money-title", currency=words.isolated(plan.currency))
    bars = [_bar(assessment, payer, year, words) for payer, year in pairs]
    total = sum(bar["cost"] for bar in bars) * _MILLION
    largest = max(bars, key=lambda bar: bar["cost"])
    alternative = words.text(
        "chart-money-alternative",
        total=words.money(total, plan.currency),
        largest=largest["name"],
        cost=largest["shown"],
        money=largest["there"],
    )
    columns = [
        Column(words.text("table-payer")),
        Column(words.text("table-fiscal-year"), "month"),
        Column(words.text("table-cost"), "number", address="programme"),
        Column(words.text("table-money-there"), "number", address="budgets"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            bar["payer"],
            words.isolated(bar["year"]),
            Cell(bar["shown"], value=bar["cost"] * _MILLION),
            Cell(bar["there"], value=bar["money"] * _MILLION),
        )
        for bar in bars
    ]
    return Chart(
        id="money-by-year",
        title=title,
        unit=words.text("axis-money", currency=words.isolated(plan.currency)),
        source=draws_source(assessment, words),
        alternative=alternative,
        specification=frame(title, alternative, words, rows_height(len(bars), 26))
        | {"layer": _layers(assessment, bars, words)},
        data=plain_table("money-by-year", title, columns, rows),
    )


def _amount(amounts: Any, payer: str, year: str) -> float:
    return float(amounts.get(payer, {}).get(year, 0.0))


def _bar(assessment: Assessment, payer: str, year: str, words: Words) -> dict[str, Any]:
    programme, plan = assessment.programme, assessment.plan
    name = words.name(plan.parties.get(payer, {})) or payer
    cost = _amount(programme.cost_by_payer_year, payer, year)
    money = _amount(programme.money_by_payer_year, payer, year)
    return {
        "row": f"{payer} {year}",
        "payer": name,
        "year": year,
        "name": f"{name} {words.isolated(year)}",
        "cost": cost / _MILLION,
        "money": money / _MILLION,
        "shown": words.money(cost, plan.currency),
        "there": words.money(money, plan.currency),
    }


def _layers(assessment: Assessment, bars: list[dict[str, Any]], words: Words) -> list[dict[str, Any]]:
    unit = phrase(words.text("axis-money", currency=words.isolated(assessment.plan.currency)), words)
    x = {"field": "cost", "type": "quantitative", "title": unit, "axis": {"tickCount": 5}, "scale": {"domainMin": 0}}
    y = rows_axis("row", {bar["row"]: bar["name"] for bar in bars}, words)
    shown = tooltip(words, name="table-payer", shown="table-cost", there="table-money-there")
    data = {"values": [{**bar, "name": phrase(bar["name"], words)} for bar in bars]}
    bar = {"type": "bar", "color": FILLS[0], "stroke": INK, "strokeWidth": 0.6, "height": {"band": 0.6}}
    tick = {"type": "tick", "color": INK, "thickness": 2.5, "height": {"band": 0.8}}
    label = {"type": "text", "align": "left", "dx": 5, "color": INK, "fontSize": 11}
    return [
        {"data": data, "mark": bar, "encoding": {"x": x, "y": y, "tooltip": shown}},
        {"data": data, "mark": tick, "encoding": {"x": {**x, "field": "money"}, "y": y, "tooltip": shown}},
        {"data": data, "mark": label, "encoding": {"x": x, "y": y, "text": {"field": "shown"}}},
    ]
