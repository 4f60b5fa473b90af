"""The page in a real browser: nothing asked of a network, nothing wider than the screen, pictures drawn."""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from sample_assessment import bare, sample
from sample_sides import sides_apart

import jisr
from jisr.api import beside_of
from jisr.assessment import Assessment
from jisr.plan import Plan
from jisr.report import render_html
from jisr.words import Words

pytestmark = pytest.mark.browser
EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@pytest.fixture(scope="module")
def computed() -> tuple[Plan, Assessment]:
    return jisr.assess(EXAMPLES / "three-areas", draws=100)


def opened(browser: Any, path: Path, width: int, height: int) -> tuple[Any, list[str]]:
    page = browser.new_page(viewport={"width": width, "height": height})
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda line: wrong.append(line.text) if line.type in {"error", "warning"} else None)
    page.on("request", lambda one: None if one.url.startswith(("file:", "data:")) else wrong.append(one.url))
    page.goto(path.as_uri())
    return page, wrong


def drawn(page: Any) -> int:
    """How many pictures there are, after each has come into view and was drawn by a script."""
    figures = page.locator("figure")
    for i in range(figures.count()):
        figures.nth(i).scroll_into_view_if_needed()
        figures.nth(i).locator("svg").first.wait_for()
    page.evaluate("scrollTo(0, 0)")
    return int(figures.count())


@pytest.mark.parametrize("language", ["en", "qps"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_page_stands(
    chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path, language: str, width: int, height: int
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words(language)))
    page, wrong = opened(chromium, path, width, height)
    assert drawn(page) > 15
    assert wrong == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.dir") == ("rtl" if language == "qps" else "ltr")
    assert "nan" not in page.inner_text("main").lower().split()
    assert "nan" not in " ".join(page.locator(".chart svg text").all_text_contents()).lower().split()
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
    path.write_bytes(render_html(*jisr.assess(plan, draws=100), Words("en")))
    page, wrong = opened(chromium, path, 1280, 800)
    assert wrong == []
    assert page.title() != "broken"
    page.close()


PLAN_NAMES = {"ar": "العراق: المرحلة الأولى", "en": ""}


def written(tmp_path: Path, assessment: Assessment, language: str = "en") -> Path:
    """The page of an assessment made by hand."""
    path = tmp_path / "page.html"
    path.write_bytes(render_html(jisr.load(EXAMPLES / "three-areas"), assessment, Words(language), apart=sides_apart()))
    return path


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_the_first_screen_answers(chromium: Any, tmp_path: Path, width: int, height: int) -> None:
    """Every block's figure is on the first screen, on a desk as on a telephone."""
    page, wrong = opened(chromium, written(tmp_path, sample()), width, height)
    figures = page.locator(".glance b" if width < 800 else ".block .figure")
    assert figures.count() == 7
    for i in range(7):
        box = figures.nth(i).bounding_box()
        assert box["y"] + box["height"] <= height
    assert page.locator(".demo").bounding_box()["y"] < 120
    assert wrong == []
    page.close()


@pytest.mark.parametrize("language", ["en", "qps"])
def test_names_of_any_length_and_script_fit(chromium: Any, tmp_path: Path, language: str) -> None:
    long = {"en": "Eighty letters without a single space " + "abcdefgh" * 10}
    first = sample()
    gates = tuple(
        dataclasses.replace(one, name=name) for one, name in zip(first.gates, (long, PLAN_NAMES), strict=True)
    )
    today = tuple(dataclasses.replace(one, name=long, record="r" * 90) for one in first.today)
    tasks = tuple(dataclasses.replace(one, name=long, unit="u" * 30) for one in first.tasks)
    hostile = dataclasses.replace(first, gates=gates, today=today, tasks=tasks)
    for width in (390, 1280):
        page, wrong = opened(chromium, written(tmp_path, hostile, language), width, 844)
        assert wrong == []
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        page.close()


def test_pictures_say_in_text_what_they_show(chromium: Any, tmp_path: Path) -> None:
    page, _ = opened(chromium, written(tmp_path, sample()), 1280, 800)
    for i in range(drawn(page)):
        figure = page.locator("figure").nth(i)
        assert len(figure.locator(".chart").get_attribute("aria-label")) > 40
        assert figure.locator("details table tbody tr").count() > 0
        assert figure.locator("svg text").count() > 3
        assert "NaN" not in figure.locator("svg").first.inner_html()
    page.close()


def test_a_month_is_the_same_in_every_time_zone(chromium: Any, tmp_path: Path) -> None:
    path, seen = written(tmp_path, sample()), []
    for zone in ("America/Los_Angeles", "Asia/Baghdad", "UTC"):
        context = chromium.new_context(timezone_id=zone)
        page = context.new_page()
        page.goto(path.as_uri())
        drawn(page)
        seen.append([page.locator(f"#chart-{one} svg").inner_html() for one in ("gates", "sustainment")])
        context.close()
    assert seen[0] == seen[1] == seen[2]


def test_without_scripts_the_answer_and_the_data_stand(chromium: Any, tmp_path: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(written(tmp_path, sample()).as_uri())
    assert page.locator(".block").count() == 7
    assert page.locator("noscript").count() == 1
    stills = page.locator("figure .chart img")
    assert stills.count() == page.locator("figure details").count() > 15
    assert page.evaluate("[...document.querySelectorAll('figure img')].every(e => e.naturalWidth > 300)")
    assert page.evaluate("getComputedStyle(document.querySelector('.why')).cursor") == "auto"
    context.close()


def test_a_bare_assessment_has_no_empty_heading_or_picture(chromium: Any, tmp_path: Path) -> None:
    page, wrong = opened(chromium, written(tmp_path, bare()), 1280, 800)
    assert wrong == []
    assert page.locator("#figure-gates").count() == 1
    assert page.evaluate("[...document.querySelectorAll('section')].every(e => e.querySelector('table, figure'))")
    assert page.evaluate("[...document.querySelectorAll('tbody')].every(e => e.rows.length > 0)")
    page.close()


def test_the_first_page_prints_on_one_sheet(chromium: Any, tmp_path: Path) -> None:
    page, _ = opened(chromium, written(tmp_path, sample()), 1280, 800)
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1035})  # A4 less its margins, at 96 dots an inch
    assert page.evaluate("document.querySelector('.first').getBoundingClientRect().bottom") <= 1035
    page.close()


def test_the_iraq_case_fits_its_first_screen_and_one_sheet(chromium: Any, tmp_path: Path) -> None:
    plan, assessment = jisr.assess(EXAMPLES / "iraq-2024", draws=100)
    path = tmp_path / "page.html"
    path.write_bytes(render_html(plan, assessment, Words(), apart=beside_of(plan, assessment).apart))
    page, _ = opened(chromium, path, 1280, 800)
    bottom = "document.querySelector('.first').getBoundingClientRect().bottom"
    assert page.locator("#sides").is_visible()
    assert page.evaluate(bottom) <= 800
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 703, "height": 1035})
    assert page.evaluate(bottom) <= 1035
    page.close()


def test_every_control_can_be_reached_by_keyboard(chromium: Any, tmp_path: Path) -> None:
    page, _ = opened(chromium, written(tmp_path, sample()), 1280, 800)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    drawn(page)
    reached = page.evaluate(
        "[...document.querySelectorAll('a, summary, select, .scroll, .why')].filter(e => e.checkVisibility() && e.tabIndex < 0).length"
    )
    assert reached == 0
    assert page.evaluate("[...document.querySelectorAll('.scroll')].every(e => e.tabIndex === 0 && e.ariaLabel)")
    page.close()


def spoken(page: Any) -> list[tuple[str, str]]:
    """Role and name of everything in the accessibility tree, in its order."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {one["nodeId"]: one for one in nodes}
    found, waiting = [], [nodes[0]]
    while waiting:
        one = waiting.pop()
        waiting += [by_id[child] for child in reversed(one.get("childIds", [])) if child in by_id]
        if not one["ignored"] and one.get("name"):
            found.append((one["role"]["value"], one["name"]["value"]))
    return found


def test_a_screen_reader_meets_the_answer_before_the_pictures(chromium: Any, tmp_path: Path) -> None:
    """In the accessibility tree, in its order: the plan, each block of the first page, then the sections."""
    page, _ = opened(chromium, written(tmp_path, sample()), 1280, 800)
    drawn(page)
    told = spoken(page)
    heard = [name for role, name in told if role == "heading"]
    shown = "[...document.querySelectorAll('h1, h2, h3')].filter(e => e.checkVisibility()).map(e => e.textContent)"
    assert [name.split() for name in heard] == [text.split() for text in page.evaluate(shown)]
    first = [name for name in heard if name.startswith(("Step one", "What to do next", "Sustainment cliff"))]
    assert heard.index(first[0]) == 1
    pictures = [name for role, name in told if role in {"image", "img"}]
    assert len(pictures) == page.locator("figure").count()
    assert all(len(name) > 40 for name in pictures)
    page.close()


def test_a_number_opens_its_chain_by_keyboard(chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words("en")))
    page, wrong = opened(chromium, path, 1280, 800)
    figure = page.locator(".gate .figure .why").first
    figure.focus()
    page.keyboard.press("Enter")
    dialog = page.locator("dialog")
    assert dialog.is_visible()
    assert dialog.locator(".step").count() > 3
    while dialog.locator("details:not([open]) > summary").count():
        dialog.locator("details:not([open]) > summary").first.click()
    assert dialog.locator(".badge").count() > 5
    assert dialog.locator(".chain").inner_text().count("months") > 0
    page.keyboard.press("Escape")
    assert not dialog.is_visible()
    assert page.evaluate("document.activeElement.dataset.address").startswith("gate/")
    assert wrong == []
    page.close()


def test_a_bar_opens_its_chain(chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words("en")))
    page, wrong = opened(chromium, path, 1280, 800)
    figure = page.locator("#figure-programme")
    figure.scroll_into_view_if_needed()
    figure.locator("svg .mark-rect path").first.click()
    assert page.locator("dialog .chain > div > code").inner_text().startswith("activity/")
    assert wrong == []
    page.close()


def test_every_figure_of_the_first_page_opens_its_chain(
    chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words("en"), apart=sides_apart()))
    page, _ = opened(chromium, path, 1280, 800)
    without = "[...document.querySelectorAll('.block .figure, .reading b')].filter(e => !e.querySelector('.why'))"
    assert page.evaluate(f"{without}.map(e => e.innerText)") == []
    page.close()


def test_a_figure_without_a_chain_of_its_own_opens_that_of_its_row_column_or_table(
    chromium: Any, computed: tuple[Plan, Assessment], tmp_path: Path
) -> None:
    path = tmp_path / "page.html"
    path.write_bytes(render_html(*computed, Words("en")))
    page, wrong = opened(chromium, path, 1280, 800)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    asked = page.locator("dialog .chain > div > code")
    for table, column, starts in (
        ("figure-gates", 1, "gate/"),  # of its column
        ("figure-gains-step-one", 2, "condition/"),  # of its row
        ("figure-threat-incidents", 1, "driver/incidents"),  # of its table
    ):
        page.locator(f"#{table} tbody tr").first.locator("td, th").nth(column).click()
        assert asked.inner_text().startswith(starts)
        page.keyboard.press("Escape")
    from_keyboard = page.locator("#figure-threat-incidents figcaption .why")
    from_keyboard.focus()
    page.keyboard.press("Enter")
    assert asked.inner_text().startswith("driver/incidents")
    assert wrong == []
    page.close()


def test_picking_a_task_marks_it_in_every_picture_of_it(chromium: Any, tmp_path: Path) -> None:
    page, wrong = opened(chromium, written(tmp_path, sample()), 1280, 800)
    drawn(page)
    page.locator("#figure-cover-now select").select_option("fires")
    assert page.locator("#figure-balance select").input_value() == "fires"
    faint = "[...document.querySelectorAll('#chart-cover-alone .mark-rect path')].filter(e => e.getAttribute('opacity') === '0.25').length"
    page.wait_for_function(f"{faint} === 24")
    page.locator("#chart-cover-now .mark-rect path").nth(3).click()
    assert page.locator("#figure-balance select").input_value() == "mobility"
    assert wrong == []
    page.close()


def test_print_shows_still_pictures_and_no_controls(chromium: Any, tmp_path: Path) -> None:
    page, _ = opened(chromium, written(tmp_path, sample()), 1280, 800)
    drawn(page)
    page.emulate_media(media="print")
    shown = "[...document.querySelectorAll('{0}')].filter(e => e.checkVisibility()).length"
    assert page.evaluate(shown.format("figure img")) == page.locator("figure").count()
    assert page.evaluate(shown.format(".live, select, summary, .contents")) == 0
    page.close()


@pytest.mark.parametrize(("language", "width"), [("en", 1280), ("qps", 390)])
def test_axe_finds_nothing(chromium: Any, tmp_path: Path, language: str, width: int) -> None:
    from axe_core_python.sync_playwright import Axe

    page, _ = opened(chromium, written(tmp_path, sample(), language), width, 844)
    drawn(page)
    page.locator("details").evaluate_all("all => all.forEach((one) => { one.open = true; })")
    found = Axe().run(page)["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    page.locator(".why").first.click()
    found = Axe().run(page, context="dialog")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    page.close()
