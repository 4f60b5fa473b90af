"""Renderers: an assessment as a page, and as lines for a terminal.

Not for: computing anything. In: `Assessment`, charts, words. Out: bytes and text. May enter: the command line and the
server; this one imports the rooms above.
"""

from collections.abc import Callable, Mapping

from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report.html import render_html
from jisr.report.text import assess_text, board_text, demo_lines, explain_text
from jisr.words import Words

__all__ = ["RENDERERS", "assess_text", "board_text", "demo_lines", "explain_text", "render_html"]

RENDERERS: Mapping[str, Callable[[Plan, Assessment, Words], bytes]] = {"html": render_html}
"""Format → renderer."""
