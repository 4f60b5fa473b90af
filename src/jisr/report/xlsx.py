"""A workbook: one sheet for every table of the report and every table behind a chart, with typed figures."""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, Table, plain_table
from jisr.comparison import SidesApart
from jisr.months import Month
from jisr.plan import Plan
from jisr.report.build_report import build_report
from jisr.report.number_format import number_format
from jisr.report.report import Paragraph, Report, Section
from jisr.report.sheet_fields import SheetField, field_text, sheet_fields
from jisr.words import Words

if TYPE_CHECKING:
    import xlsxwriter
    from xlsxwriter.worksheet import Worksheet

__all__ = ["render_xlsx"]

_MADE = dt.datetime(1980, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""The date every workbook says it was made on: the same values, the same bytes."""
_LONGEST_NAME, _LONGEST_CELL = 31, 32_000
_WIDEST, _NARROWEST = 48, 9
_MONTH = "mmm yyyy"
_FIRST_YEAR, _LAST_YEAR = 1990, 2100


@dataclass(frozen=True)
class _Sheet:
    """One sheet to be: its name, its table, and the line under the caption."""

    name: str
    table: Table
    about: str


class _Writer:
    """Formats, months and words while one workbook is written."""

    def __init__(self, book: xlsxwriter.Workbook, report: Report, words: Words) -> None:
        self.book, self.report, self.words = book, report, words
        self.formats: dict[tuple[tuple[str, Any], ...], Any] = {}
        months = (f"{year}-{month:02d}" for year in range(_FIRST_YEAR, _LAST_YEAR) for month in range(1, 13))
        self.months = {words.month(month): Month.parse(month).first_day() for month in months}

    def style(self, **properties: Any) -> Any:
        """A format; equal ones are made once."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            self.formats[key] = self.book.add_format({"valign": "top", "text_wrap": True, **properties})
        return self.formats[key]


def render_xlsx(
    plan: Plan,
    assessment: Assessment,
    words: Words,
    added: Sequence[Section] = (),
    apart: SidesApart | None = None,
) -> bytes:
    """The workbook. Same values, same bytes; no formula, no link to the outside."""
    import xlsxwriter

    report = build_report(plan, assessment, words, added, apart)
    out = io.BytesIO()
    safe = {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, {"in_memory": True, **safe}) as book:
        book.set_properties({"title": report.head.title, "created": _MADE, "author": "Jisr"})
        writer = _Writer(book, report, words)
        taken: set[str] = set()
        contents = _new_sheet(writer, _free_name(words.text("sheet-contents"), taken))
        sheets = _sheets(report, taken, words)
        _contents(writer, contents, report, sheets)
        for sheet in sheets:
            _table(writer, sheet)
    return out.getvalue()


def _sheets(report: Report, taken: set[str], words: Words) -> list[_Sheet]:
    found: list[_Sheet] = []
    for section in (*report.sections, report.method):
        for block in section.blocks:
            if isinstance(block, Paragraph):
                continue
            table = block.data if isinstance(block, Chart) else block
            about = " · ".join(filter(None, (block.unit, block.source))) if isinstance(block, Chart) else block.note
            found.append(_Sheet(_free_name(table.id, taken), table, about))
    if report.sources.listed:
        table = _source_table(report, words)
        found.append(_Sheet(_free_name(table.id, taken), table, ""))
    return found


def _source_table(report: Report, words: Words) -> Table:
    heads = [Column(words.text("sheet-number"), "number"), Column(words.text("sheet-source")), Column("", "code")]
    rows = [(Cell(str(one.number), one.number), one.text, one.url) for one in report.sources.listed]
    return plain_table("sources", words.text("print-sources-title"), heads, rows)


def _free_name(wanted: str, taken: set[str]) -> str:
    """A sheet name no other sheet has, without the characters a name may not hold."""
    base = re.sub(r"[\[\]:*?/\\']", "-", wanted)[:_LONGEST_NAME] or "-"
    name, number = base, 1
    while name.lower() in taken:
        number += 1
        name = f"{base[: _LONGEST_NAME - 4]}-{number}"
    taken.add(name.lower())
    return name


def _contents(writer: _Writer, sheet: Worksheet, report: Report, sheets: list[_Sheet]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    head = report.head
    sheet.write_string(0, 0, head.title, writer.style(bold=True, font_size=14, text_wrap=False))
    assumed = f"{writer.words.text('head-demonstration')} {head.assumed}" if head.assumed else ""
    lines = [head.run, *([assumed] if assumed else [])]
    for row, line in enumerate(lines, 1):
        sheet.write_string(row, 0, line, writer.style(text_wrap=False))
    row = len(lines) + 2
    for one in sheets:
        link = writer.style(font_color="#0b3c5d", underline=1)
        sheet.write_url(row, 0, f"internal:'{one.name}'!A1", link, one.name)
        sheet.write_string(row, 1, _short(one.table.caption), writer.style())
        row += 1
    for block in report.method.blocks:
        if isinstance(block, Paragraph):
            row += 1
            sheet.write_string(row, 1, _short(f"{block.text} {block.command}".strip()), writer.style())


def _table(writer: _Writer, one: _Sheet) -> None:
    sheet, table = _new_sheet(writer, one.name), one.table
    fields = sheet_fields(table, writer.report.sources, writer.words)
    sheet.write_string(0, 0, _short(table.caption), writer.style(bold=True, font_size=12, text_wrap=False))
    if one.about:
        sheet.write_string(1, 0, _short(one.about), writer.style(italic=True, text_wrap=False))
    top = 3
    heads = writer.style(bold=True, bottom=1, bg_color="#e8edf2")
    for place, field in enumerate(fields):
        if field.group:
            sheet.write_string(top - 1, place, field.group, writer.style(bold=True, text_wrap=False))
        sheet.write_string(top, place, _short(field.heading), heads)
        sheet.set_column(place, place, _width(writer, table, field))
    for number, row in enumerate(table.rows, top + 1):
        for place, field in enumerate(fields):
            look = {"font_color": "#5a5a5a"} if row.quiet else {"indent": 1} if row.part and not place else {}
            _cell(writer, sheet, (number, place), row.cells[field.column], field, look)
    sheet.freeze_panes(top + 1, 1)
    if table.rows:
        sheet.autofilter(top, 0, top + len(table.rows), max(len(fields) - 1, 0))
    sheet.repeat_rows(top)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


def _cell(
    writer: _Writer, sheet: Worksheet, at: tuple[int, int], cell: Cell, field: SheetField, look: dict[str, Any]
) -> None:
    row, place = at
    if field.part != "value":
        text = field_text(cell, field, writer.report.sources, writer.words)
        sheet.write_string(row, place, _short(text), writer.style(**look))
    elif cell.value is not None:
        style = writer.style(num_format=number_format(cell.text, cell.value) or "General", align="right", **look)
        sheet.write_number(row, place, cell.value, style)
    elif cell.text in writer.months:
        style = writer.style(num_format=_MONTH, align="left", **look)
        sheet.write_datetime(row, place, writer.months[cell.text], style)
    else:
        sheet.write_string(row, place, _short(cell.text), writer.style(**look))


def _width(writer: _Writer, table: Table, field: SheetField) -> int:
    cells = (row.cells[field.column] for row in table.rows)
    texts = [field_text(cell, field, writer.report.sources, writer.words) for cell in cells]
    longest = max([len(field.heading) // 2, *map(len, texts)])
    return min(max(longest + 2, _NARROWEST), _WIDEST)


def _new_sheet(writer: _Writer, name: str) -> Worksheet:
    sheet = writer.book.add_worksheet(name)
    if writer.words.direction == "rtl":
        sheet.right_to_left()
    sheet.hide_gridlines(2)
    sheet.set_footer("&L&A&R&P / &N")
    return sheet


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST_CELL else text[: _LONGEST_CELL - 1] + "…"
