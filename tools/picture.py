"""Takes the README's picture: the first screen of a report page. Run: python tools/picture.py PAGE.html OUT.png."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright


def main(page_file: str, out: str) -> None:
    """Open the page in a real browser at 1280 × 800 and keep what is seen."""
    browser_path = shutil.which("chromium") or shutil.which("google-chrome")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(Path(page_file).resolve().as_uri())
        page.wait_for_selector("#chart-gates svg")
        page.screenshot(path=out)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
