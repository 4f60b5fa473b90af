"""The page in a real browser: nothing asked of a network, nothing wider than the screen, pictures drawn."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import jisr
from jisr.assessment import Assessment, Serial
from jisr.plan import Plan
from jisr.report import render_html
from jisr.words import Words

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def computed() -> tuple[Plan, Assessment]:
    return jisr.assess(EXAMPLES / "three-areas", draws=100, executor=Serial())


def opened(browser: Any, path: Path, width: int, height: int) -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": height})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("request", lambda one: None if one.url.startswith(("file:", "data:")) else wrong.append(one.url))
    page.goto(path.as_uri())
    page.wait_for_selector("#chart-gates svg")
    return page, wrong


@pytest.mark.parametrize("language", ["en", "qps"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_page_stands(
    chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path, language: str, width: int, height: int
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words(language)))
    page, wrong = opened(chromium, path, width, height)
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "qps" else "ltr")
    assert "nan" not in page.inner_text("main").lower().split()
    assert page.locator(".chart svg").count() == 2
    if language == "en" and width == 1280:
        assert page.evaluate("document.querySelector('.first').getBoundingClientRect().bottom") <= height
    page.close()


def test_the_same_values_give_the_same_bytes(computed: tuple[Plan, Assessment]) -> None:
    assert render_html(*computed, Words("en")) == render_html(*computed, Words("en"))


def test_names_cannot_end_their_place(chromium: Any, tmp_path: Path) -> None:
    from jisr.plan import Gate

    plan = jisr.load(EXAMPLES / "three-areas")
    name = {"en": "</script><script>document.title='broken'</script> " + "long " * 16, "ar": "اسم"}
    plan = plan.with_rows("gates", [row.model_copy(update={"name": name}) for row in plan.rows(Gate)])
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*jisr.assess(plan, draws=100, executor=Serial()), Words("en")))
    page, wrong = opened(chromium, path, 1280, 800)
    assert wrong == []
    assert page.title() != "broken"
    page.close()
