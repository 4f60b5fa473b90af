"""What is expected of each area in the year ahead, and the choice of an area."""

from __future__ import annotations

from jisr.assessment import AreaOutlook, DriverOutlook
from jisr.charts.chart import Choice
from jisr.charts.table import Cell, Column, Table, plain_table
from jisr.words import Words

__all__ = ["YEAR", "area_choice", "area_table", "count_text", "year_ahead"]

YEAR = 4
"""Quarters of a year."""


def year_ahead(area: AreaOutlook) -> float:
    """Expected sum of the first year ahead: means add up, quantiles do not."""
    return sum(area.quarters.mean[:YEAR])


def count_text(value: float, words: Words) -> str:
    """A count by area as shown: whole from ten upwards."""
    return words.number(value, 0 if value >= 10 or value == 0 else 1)


def area_choice(driver: DriverOutlook, words: Words, first: str = "") -> Choice:
    """The areas to pick from."""
    options = tuple((area.id, words.name(area.name)) for area in driver.areas)
    return Choice("area", words.text("choice-area"), options, first)


def area_table(table: str, caption: str, driver: DriverOutlook, words: Words) -> Table:
    """Each area: expected in the year ahead, and the spread of its first and last quarter."""
    quarters = len(driver.quarters)
    at = sorted({0, min(YEAR, quarters) - 1, quarters - 1}) if quarters else []
    columns = [
        Column(words.text("table-area")),
        Column(words.text("table-year-ahead"), "number"),
        *(Column(words.text("table-quarter", month=words.month(driver.quarters[i])), "number") for i in at),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            words.name(area.name),
            Cell(count_text(year_ahead(area), words), value=year_ahead(area)),
            *(_quarter(area, i, words) for i in at),
        )
        for area in driver.areas
    ]
    return plain_table(table, caption, columns, rows, f"driver/{driver.id}")


def _quarter(area: AreaOutlook, i: int, words: Words) -> Cell:
    low, high = count_text(area.quarters.q05[i], words), count_text(area.quarters.q95[i], words)
    return Cell(
        count_text(area.quarters.q50[i], words), value=area.quarters.q50[i], note=words.isolated(f"{low}–{high}")
    )
