"""How long the page of the Iraq case takes to make, how large it is, and how soon a browser shows it.

Run from the root: python benchmarks/report_page.py BUNDLE.jisr. Prints a table; nothing here is asserted. The peer of the
first paint is an empty page in the same browser.
"""

from __future__ import annotations

import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

ROUNDS = 5
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null"


def made(bundle: str, folder: Path) -> Path:
    """The page, by the command in a process of its own; prints how long that took."""
    started = time.monotonic()
    command = [sys.executable, "-m", "jisr.cli", "report", bundle, "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    page = next(folder.glob("*.html"))
    print(f"{'report from a bundle':32} {time.monotonic() - started:7.2f} s   {page.stat().st_size / 1e6:.2f} MB")
    return page


def first_paint(browser: Any, page_file: Path) -> float:
    """Median milliseconds from opening to the first content on the screen."""
    found = []
    for _ in range(ROUNDS):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(page_file.as_uri())
        page.wait_for_function(f"({PAINT}) !== null")
        found.append(page.evaluate(PAINT))
        page.close()
    return statistics.median(found)


def main(bundle: str) -> None:
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        page = made(bundle, Path(scratch))
        empty = Path(scratch) / "empty.html"
        empty.write_text("<!doctype html><title>empty</title><p>Nothing here.</p>", encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        nothing, whole = first_paint(browser, empty), first_paint(browser, page)
        browser.close()
    print(f"{'first paint, empty page':32} {nothing:7.0f} ms")
    print(f"{'first paint, report':32} {whole:7.0f} ms   {whole / nothing:.1f} ×")


if __name__ == "__main__":
    main(sys.argv[1])
