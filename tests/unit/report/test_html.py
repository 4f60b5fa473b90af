from __future__ import annotations

import dataclasses
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sample_assessment import bare, names, sample

import jisr
from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report import RENDERERS, build_report, render_html
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
VOID = {"meta", "link", "br", "wbr", "img", "input", "hr"}


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


class Outline(HTMLParser):
    """Elements that are not closed in order, headings, and cells that head a row or column."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.wrong: list[str] = []
        self.headings: list[str] = []
        self.heads_without_scope = 0
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.ids += [given["id"] or ""] if "id" in given else []
        self.heads_without_scope += tag == "th" and "scope" not in given
        self.headings += [tag] if re.fullmatch(r"h[1-6]", tag) else []
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)


def outline(page: bytes) -> Outline:
    """What the page is made of."""
    found = Outline()
    found.feed(page.decode())
    return found


@pytest.mark.parametrize("assessment", [sample(), bare()], ids=["sample", "bare"])
@pytest.mark.parametrize("language", ["en", "qps"])
def test_the_page_is_well_formed(plan: Plan, assessment: Assessment, language: str) -> None:
    found = outline(render_html(plan, assessment, Words(language)))
    assert (found.wrong, found.open) == ([], [])
    assert found.heads_without_scope == 0
    assert found.headings.count("h1") == 1
    assert len(found.ids) == len(set(found.ids))


def test_the_same_values_give_the_same_bytes(plan: Plan) -> None:
    assert render_html(plan, sample(), Words()) == render_html(plan, sample(), Words())


def test_the_page_says_nothing_of_where_and_when_it_was_made(plan: Plan) -> None:
    page = without_library(render_html(plan, sample(), Words()))
    assert str(Path.home()) not in page
    assert str(EXAMPLE) not in page
    assert "//" not in page.replace("https://vega.github.io/schema/vega-lite/v6.json", "")


def without_library(page: bytes) -> str:
    """The page without the code of the chart library."""
    return re.sub(r'<script type="module">.*?</script>', "", page.decode(), flags=re.DOTALL)


def test_a_bare_assessment_has_no_empty_block_table_or_picture(plan: Plan) -> None:
    page = without_library(render_html(plan, bare(), Words()))
    for absent in (
        "What to do next",
        "Sustainment",
        "How much is assumed",
        "Deciding record",
        "Every activity",
        "<tbody>\n</tbody>",
        "<dl>",
    ):
        assert absent not in page
    assert '<figure id="figure-gates"' in page
    assert "nan" not in re.sub(r"<[^>]+>", " ", page).lower().split()


def test_an_assessment_without_gates_still_has_a_page(plan: Plan) -> None:
    page = without_library(render_html(plan, dataclasses.replace(bare(), gates=()), Words()))
    assert "figure-gates" not in page
    assert "How to check this" in page


def test_hostile_names_stay_text(plan: Plan) -> None:
    evil = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    first = sample()
    hostile = dataclasses.replace(
        first,
        plan=dataclasses.replace(first.plan, title=names(evil), parties={"host": names(evil)}),
        gates=tuple(dataclasses.replace(one, name=names(evil)) for one in first.gates),
        today=tuple(dataclasses.replace(one, name=names(evil), record=evil) for one in first.today),
        tasks=tuple(dataclasses.replace(one, name=names(evil), unit=evil) for one in first.tasks),
    )
    page = render_html(plan, hostile, Words())
    plain, tame = (len(re.findall(rb"<script|<img", one)) for one in (page, render_html(plan, first, Words())))
    assert plain == tame
    assert outline(page).wrong == []


def test_specifications_are_the_charts_without_their_titles(plan: Plan) -> None:
    page = render_html(plan, sample(), Words()).decode()
    text = re.search(r'id="specifications">(.*?)</script>', page, flags=re.DOTALL)
    assert text is not None
    specifications = json.loads(text[1])
    assert list(specifications) == sorted(one.id for one in build_report(plan, sample(), Words()).charts())
    assert all("title" not in one for one in specifications.values())


def test_what_is_assumed_says_so_beside_it(plan: Plan) -> None:
    page = without_library(render_html(plan, sample(), Words()))
    assert '<span class="badge assumed">ASSUMED</span>' in page
    assert '<span class="badge sourced">sourced</span>' in page
    assert '<span class="badge assessed">assessed</span>' in page


def test_the_page_is_the_renderer_of_html() -> None:
    assert RENDERERS["html"] is render_html
