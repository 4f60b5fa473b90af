"""The words of the report, extracted: a change of text is seen as a change of text.

Write the files anew with `JISR_WRITE_GOLDEN=1`, and read the difference before keeping it.
"""

from __future__ import annotations

import os
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_assessment import sample
from sample_sides import sides_apart

import jisr
from jisr.assessment import board
from jisr.report import assess_text, board_text, demo_lines, render_html
from jisr.words import Words

HERE = Path(__file__).parent
EXAMPLE = HERE.parents[1] / "examples" / "three-areas"
ENDS = {
    "p",
    "h1",
    "h2",
    "h3",
    "tr",
    "li",
    "caption",
    "summary",
    "figcaption",
    "title",
    "div",
    "dd",
    "article",
    "section",
}


class Text(HTMLParser):
    """The text of a page: a line a paragraph or row, cells apart."""

    def __init__(self) -> None:
        super().__init__()
        self.skipped = 0
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.skipped += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self.skipped -= tag in {"script", "style"}
        self.parts.append("\n" if tag in ENDS else " | " if tag in {"td", "th", "dt"} else "")

    def handle_data(self, data: str) -> None:
        self.parts.append("" if self.skipped else re.sub(r"\s+", " ", data))


def page_text() -> str:
    """What a reader of the sample's page reads."""
    parser = Text()
    parser.feed(render_html(jisr.load(EXAMPLE), sample(), Words(), apart=sides_apart()).decode())
    lines = (re.sub(r" +", " ", line).strip(" |") for line in "".join(parser.parts).split("\n"))
    return "\n".join(line for line in lines if line) + "\n"


def terminal_text() -> str:
    """What a terminal shows of the sample."""
    first, words = sample(), Words()
    shown = (assess_text(first, words), board_text(first, board(first), words), "\n".join(demo_lines(first, words)))
    return "\n\n----\n\n".join(shown) + "\n"


@pytest.mark.parametrize(("name", "text"), [("report_page.txt", page_text), ("report_terminal.txt", terminal_text)])
def test_the_report_reads_as_before(name: str, text: object) -> None:
    assert callable(text)
    found, path = text(), HERE / name
    if os.environ.get("JISR_WRITE_GOLDEN"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
