"""A document to print and keep: tagged, with bookmarks, contents, page numbers, and sources as end notes."""

from __future__ import annotations

import dataclasses
import json
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal

from jisr.assessment import Assessment
from jisr.charts import Cell, Chart, Column, Row, Table
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.build_report import build_report
from jisr.report.column_widths import column_widths, print_text
from jisr.report.kept_together import kept_together
from jisr.report.picture_still import picture_dots, picture_lines
from jisr.report.report import Paragraph, Report, Section, SectionBlock
from jisr.words import Words

__all__ = ["FONTS", "render_pdf"]

FONTS = ("Noto Sans", "Noto Sans Arabic", "Liberation Sans", "DejaVu Sans")
"""Fonts in the order they are taken. The compiler's own serif (Libertinus) stands in for Latin letters without them."""
_BUILT_IN = "Libertinus Serif"
_STANDARD: Literal["ua-1"] = "ua-1"
"""PDF/UA-1 (ISO 14289-1): every picture has a text, every table its headers; the compiler refuses what is not so."""
_MOST_ROWS = 100
"""Longer tables are cut in print and say so; the workbook has every row."""

_LONG = 1_200
"""Texts beyond it may break over pages; all other rows stay whole."""


def render_pdf(
    plan: Plan,
    assessment: Assessment,
    words: Words,
    added: Sequence[Section] = (),
    apart: SidesApart | None = None,
) -> bytes:
    """The document. Same values and fonts, same bytes.

    Raises:
        typst.TypstError: the document cannot be set; a defect of the template.
    """
    import typst

    report = build_report(plan, assessment, words, added, apart)
    # Arabic letters lose their order in a drawing that another program sets: there a chart is dots
    kind, draw = ("png", picture_dots) if words.direction == "rtl" else ("svg", picture_lines)
    names = {chart.id: f"{chart.id}.{kind}" for chart in report.charts()}
    material = {names[chart.id]: draw(chart) for chart in report.charts()}
    content = json.dumps(_content(report, names, words), ensure_ascii=False, sort_keys=True)
    with tempfile.TemporaryDirectory(prefix="jisr-print-") as scratch:
        for name, part in {"main.typ": _template(), "report.json": content.encode(), **material}.items():
            (Path(scratch) / name).write_bytes(part)
        return bytes(typst.compile(str(Path(scratch) / "main.typ"), format="pdf", pdf_standards=_STANDARD))


@cache
def _template() -> bytes:
    return (files("jisr.report") / "templates" / "document.typ").read_bytes()


def _content(report: Report, pictures: Mapping[str, str], words: Words) -> dict[str, Any]:
    keys = ("print-contents", "print-glance", "head-demonstration", "print-sources-title", "print-sources-note")
    head = report.head
    return {
        "language": "en" if words.language == "qps" else words.language,
        "direction": words.direction,
        "fonts": [one for one in FONTS if one in _families()] + [_BUILT_IN],
        "title": head.title,
        "plan": head.plan,
        "head": [head.cutoff, head.run],
        "assumed": head.assumed,
        "labels": {key: words.text(key) for key in keys},
        "first": [
            {
                "id": block.id,
                "title": block.title,
                "note": block.note,
                "figure": kept_together(block.figure),
                "answer": kept_together(block.answer),
                "lines": [
                    {
                        "label": line.label,
                        "parts": [
                            [part.term, kept_together(part.text)]
                            for part in line.parts
                            if not (line.meters and line.pictured)
                        ],
                        "meters": [dataclasses.asdict(meter) for meter in line.meters],
                    }
                    for line in block.lines
                ],
            }
            for block in report.first
        ],
        "sections": [_section(one, report, pictures, words) for one in (*report.sections, report.method)],
        "sources": [{"number": one.number, "text": one.text, "url": one.url} for one in report.sources.listed],
    }


@cache
def _families() -> frozenset[str]:
    import typst

    return frozenset(typst.Fonts().families())


def _section(section: Section, report: Report, pictures: Mapping[str, str], words: Words) -> dict[str, Any]:
    return {
        "id": section.id,
        "title": section.title,
        "lead": kept_together(section.lead),
        "blocks": [_block(block, report, pictures, words) for block in section.blocks],
    }


def _block(block: SectionBlock, report: Report, pictures: Mapping[str, str], words: Words) -> dict[str, Any]:
    if isinstance(block, Paragraph):
        return {"kind": "paragraph", "text": kept_together(block.text), "command": block.command}
    if isinstance(block, Chart):
        return {
            "kind": "chart",
            "title": block.title,
            "file": pictures[block.id],
            "wide": block.wide,
            "alternative": block.alternative,
            "caption": f"{block.alternative} {block.source}",
        }
    return _table(block, report, words)


def _table(table: Table, report: Report, words: Words) -> dict[str, Any]:
    cut = len(table.rows) - _MOST_ROWS
    more = words.text("rows-more", n=words.number(cut), sheet=table.id) if cut > 0 else ""
    return {
        "kind": "table",
        "caption": table.caption,
        "widths": column_widths(table),
        "columns": [{"heading": one.heading, "kind": one.kind, "group": one.group} for one in table.columns],
        "rows": [_row(table, row, report, words) for row in table.rows[:_MOST_ROWS]],
        "note": kept_together(" ".join(filter(None, (table.note, more)))),
    }


def _row(table: Table, row: Row, report: Report, words: Words) -> dict[str, Any]:
    pairs = zip(row.cells, table.columns, strict=True)
    return {"quiet": row.quiet, "part": row.part, "cells": [_cell(one, column, report, words) for one, column in pairs]}


def _cell(cell: Cell, column: Column, report: Report, words: Words) -> dict[str, Any]:
    return {
        "text": print_text(cell, column),
        "state": cell.state,
        "note": cell.note,
        "basis": cell.basis,
        "basis_text": words.text(f"basis-{cell.basis}") if cell.basis else "",
        "sources": list(report.sources.of(cell, code=column.kind == "code")),
        "long": len(cell.text) > _LONG,
    }
