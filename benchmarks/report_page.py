"""The documents of the Iraq case held to what was promised of them: time, size, first paint, silence, accessibility, pages.

Run from the root: python benchmarks/report_page.py [BUNDLE.jisr]; without a bundle the case is assessed first, which is not
counted. Prints a table; nothing here is asserted. The peer of the first paint is an empty page in the same browser.
"""

from __future__ import annotations

import hashlib
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from axe_core_python.sync_playwright import Axe
from playwright.sync_api import sync_playwright
from pypdf import PdfReader

ROUNDS = 5
CASE = Path(__file__).resolve().parents[1] / "examples" / "iraq-2024"
DESK, TELEPHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"
LEVELS = "[...document.querySelectorAll('h1, h2, h3')].filter(e => e.checkVisibility()).map(e => +e.tagName[1])"
REACHED = "a[href], summary, select, button, .scroll, .why"
UNREACHED = f"[...document.querySelectorAll('{REACHED}')].filter(e => e.checkVisibility() && e.tabIndex !== 0).length"
ONLY_VIOLATIONS = {"resultTypes": ["violations"]}
"""Without it the source of each of some twenty thousand elements is copied, which takes many minutes."""

Row = tuple[str, str, str, bool | None]


def command(*words: str) -> tuple[float, float]:
    """Seconds of one command in a process of its own: by the clock, and of the processors."""
    started, before = time.monotonic(), resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-m", "jisr.cli", *words], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return time.monotonic() - started, worked


def digests(folder: Path) -> dict[str, str]:
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.iterdir())}


def timed(what: str, runs: list[tuple[float, float]], wanted: float | None) -> Row:
    """The quicker run; the clock decides, the processors' seconds tell how much of it was waiting for other work."""
    clock, worked = min(runs)
    measured = f"{clock:.1f} s, {worked:.1f} s of the processors"
    return what, measured, "–" if wanted is None else f"{wanted:.0f} s", None if wanted is None else clock <= wanted


def made(bundle: str, first: Path, again: Path) -> Iterator[Row]:
    """The three documents, twice."""
    whole = [command("report", bundle, "--to", "html,pdf,xlsx", "--out", str(one)) for one in (first, again)]
    yield timed("report --to html,pdf,xlsx from a bundle", whole, 20)
    yield timed("the page alone", [command("report", bundle, "--out", str(first)) for _ in range(2)], None)
    same = digests(first) == digests(again)
    yield "the same bytes when made again", "html, pdf, xlsx" if same else "no", "all", same


def page_size(page: Path) -> Row:
    size = page.stat().st_size / 1e6
    return "size of the page", f"{size:.1f} MB", "6 MB", size <= 6


def document(file: Path) -> Iterator[Row]:
    """What an independent reader finds in the PDF."""
    reader = PdfReader(file)
    pages, root = reader.pages, reader.trailer["/Root"]
    yield "pages of the PDF", str(len(pages)), "25", len(pages) <= 25
    tagged = bool(root["/MarkInfo"]["/Marked"]) and "/StructTreeRoot" in root
    yield "tagged", "yes" if tagged else "no", "yes", tagged
    bookmarks = len(list(flat(reader.outline)))
    yield "bookmarks", str(bookmarks), "some", bookmarks > 0
    texts = [" ".join(page.extract_text().split()) for page in pages]
    numbered = sum(f"{i} / {len(pages)}" in text for i, text in enumerate(texts, 1))
    yield "pages that carry their number", f"{numbered} of {len(pages)}", "all", numbered == len(pages)
    notes = len(re.findall(r"grade \d\.", " ".join(texts)))
    yield "end notes", str(notes), "some", notes > 0


def flat(outline: list[Any]) -> Iterator[Any]:
    for one in outline:
        yield from flat(one) if isinstance(one, list) else [one]


def first_paint(browser: Any, page_file: Path) -> float:
    """Median milliseconds from opening to the first content on the screen."""
    found = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport=DESK)
        page.goto(page_file.as_uri())
        page.wait_for_function(f"({PAINT}) !== null")
        found.append(page.evaluate(PAINT))
        page.close()
    return statistics.median(found)


def painted(browser: Any, page_file: Path, scratch: Path) -> Iterator[Row]:
    empty = scratch / "empty.html"
    empty.write_text("<!doctype html><title>empty</title><p>Nothing here.</p>", encoding="utf-8")
    nothing, whole = first_paint(browser, empty), first_paint(browser, page_file)
    yield "first paint", f"{whole:.0f} ms", "1,000 ms", whole <= 1000
    yield "first paint against an empty page", f"{whole / nothing:.1f} ×", "–", None


def read(browser: Any, page_file: Path, size: dict[str, int]) -> Iterator[Row]:
    """The whole page as a reader uses it: every picture drawn, a chain open; the network recorded."""
    at = f"at {size['width']} × {size['height']}"
    page = browser.new_page(viewport=size)
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(page_file.as_uri())
    figures = page.locator("figure")
    for i in range(figures.count()):
        figures.nth(i).scroll_into_view_if_needed()
        figures.nth(i).locator("svg").first.wait_for()
    violations = len(Axe().run(page, options=ONLY_VIOLATIONS)["violations"])
    levels, unreached = page.evaluate(LEVELS), page.evaluate(UNREACHED)
    wide = page.evaluate("document.documentElement.scrollWidth")
    page.locator(".why").first.click()
    violations += len(Axe().run(page, context="dialog", options=ONLY_VIOLATIONS)["violations"])
    left = [url for url in asked if not url.startswith(("file:", "data:", "blob:"))]
    yield f"requests that left the page, {at}", str(len(left)), "0", not left
    yield f"pictures drawn, {at}", str(figures.count()), "–", None
    yield f"violations axe-core finds, {at}", str(violations), "0", violations == 0
    skipped = sum(b - a > 1 for a, b in pairwise(levels))
    yield f"headings that skip a level, {at}", f"{skipped} of {len(levels)}", "0", skipped == 0
    yield f"controls out of reach of the keyboard, {at}", str(unreached), "0", unreached == 0
    yield f"width of what is shown, {at}", f"{wide} px", f"{size['width']} px", wide <= size["width"]
    page.close()


def main(bundle: str | None) -> None:
    browser_path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        scratch = Path(folder)
        if bundle is None:
            bundle = str(scratch / "iraq.jisr")
            command("assess", str(CASE), "--out", bundle)
        rows = list(made(bundle, scratch / "first", scratch / "again"))
        page, pdf = (next((scratch / "first").glob(f"*.{kind}")) for kind in ("html", "pdf"))
        rows += [page_size(page), *document(pdf)]
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        rows += painted(browser, page, scratch)
        for size in (DESK, TELEPHONE):
            rows += read(browser, page, size)
        browser.close()
    print("| what | measured | wanted | reached |\n|---|---|---|---|")
    for what, measured, wanted, reached in rows:
        print(f"| {what} | {measured} | {wanted} | {'–' if reached is None else 'yes' if reached else '**no**'} |")


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else None)
