"""The report as a value, and its renderers: a page, a document to print, a workbook, and lines for a terminal.

Not for: computing anything. In: `Assessment`, charts, words. Out: bytes and text. May enter: the command line and the
server; this one imports the rooms above.
"""

from collections.abc import Mapping, Sequence
from typing import Protocol

from jisr.assessment import Assessment
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.backtest_text import backtest_document, backtest_text
from jisr.report.block import Block, Line, Mark, Meter, Part
from jisr.report.build_report import build_report
from jisr.report.difference_text import difference_text, options_text
from jisr.report.fetch_text import fetch_text
from jisr.report.html import render_html
from jisr.report.panel_text import panel_text
from jisr.report.pdf import FONTS, render_pdf
from jisr.report.reach_text import reach_text
from jisr.report.report import Head, Paragraph, Report, Section, SectionBlock
from jisr.report.score_text import score_text
from jisr.report.sections import difference_section, reach_section, sensitivity_section
from jisr.report.sensitivity_text import sensitivity_text
from jisr.report.text import assess_text, board_text, demo_lines, explain_text
from jisr.report.xlsx import render_xlsx
from jisr.words import Words

__all__ = [
    "FONTS",
    "RENDERERS",
    "Block",
    "Head",
    "Line",
    "Mark",
    "Meter",
    "Paragraph",
    "Part",
    "Renderer",
    "Report",
    "Section",
    "SectionBlock",
    "assess_text",
    "backtest_document",
    "backtest_text",
    "board_text",
    "build_report",
    "demo_lines",
    "difference_section",
    "difference_text",
    "explain_text",
    "fetch_text",
    "options_text",
    "panel_text",
    "reach_section",
    "reach_text",
    "render_html",
    "render_pdf",
    "render_xlsx",
    "score_text",
    "sensitivity_section",
    "sensitivity_text",
]


class Renderer(Protocol):
    """Makes a document of an assessment."""

    def __call__(
        self,
        plan: Plan,
        assessment: Assessment,
        words: Words,
        added: Sequence[Section] = (),
        apart: SidesApart | None = None,
    ) -> bytes:
        """The bytes of the document; `added` sections stand beside its own, `apart` is what separates the sides."""
        ...


RENDERERS: Mapping[str, Renderer] = {"html": render_html, "pdf": render_pdf, "xlsx": render_xlsx}
"""Format → renderer."""
