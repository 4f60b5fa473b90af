"""The report as a value, and its renderers: a page, and lines for a terminal.

Not for: computing anything. In: `Assessment`, charts, words. Out: bytes and text. May enter: the command line and the
server; this one imports the rooms above.
"""

from collections.abc import Callable, Mapping

from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report.backtest_text import backtest_document, backtest_text
from jisr.report.block import Block, Line, Mark, Meter, Part
from jisr.report.build_report import build_report
from jisr.report.html import render_html
from jisr.report.report import Head, Paragraph, Report, Section, SectionBlock
from jisr.report.text import assess_text, board_text, demo_lines, explain_text
from jisr.words import Words

__all__ = [
    "RENDERERS",
    "Block",
    "Head",
    "Line",
    "Mark",
    "Meter",
    "Paragraph",
    "Part",
    "Report",
    "Section",
    "SectionBlock",
    "assess_text",
    "backtest_document",
    "backtest_text",
    "board_text",
    "build_report",
    "demo_lines",
    "explain_text",
    "render_html",
]

RENDERERS: Mapping[str, Callable[[Plan, Assessment, Words], bytes]] = {"html": render_html}
"""Format → renderer."""
