"""Takes the pictures of the README and the guides from a report page, in a real browser.

Run from the root: python tools/picture.py PAGE.html docs/images
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

DESK, TELEPHONE = {"width": 1280, "height": 800}, {"width": 390, "height": 844}


def main(page_file: str, folder: str) -> None:
    """Every picture into the folder; an old one of the same name is replaced."""
    browser_path = next((found for name in ("chromium", "google-chrome") if (found := shutil.which(name))), None)
    out = Path(folder)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        for name, size in (("first-page", DESK), ("first-page-telephone", TELEPHONE)):
            page = opened(browser, page_file, size)
            page.screenshot(path=out / f"{name}.png")
        page = opened(browser, page_file, DESK)
        for name in ("areas", "cover-alone", "margins"):
            figure = page.locator(f"figure[id^='figure-{name}']").first
            drawn(figure)
            figure.screenshot(path=out / f"report-{name}.png")
        page.locator("[data-address^='condition/']").first.click()
        page.locator("dialog").screenshot(path=out / "report-explanation.png")
        browser.close()


def opened(browser: Any, page_file: str, size: dict[str, int]) -> Page:
    """The page at one size."""
    page: Page = browser.new_page(viewport=size)
    page.goto(Path(page_file).resolve().as_uri())
    page.wait_for_function("document.documentElement.classList.contains('scripted')")
    return page


def drawn(figure: Any) -> None:
    """Wait until a picture that came into view stands as a script draws it."""
    figure.scroll_into_view_if_needed()
    figure.locator("svg").first.wait_for()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
