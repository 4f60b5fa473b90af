"""What tests share: required parts, real data where it is there, a real browser, a small workspace to spoil."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


# time is measured in benchmarks/, never asserted in a test: a busy machine is no finding
settings.register_profile("jisr", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("jisr")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Any:
    """Where JISR_REQUIRE names a part (browser, office), a skip of a test that needs it is a failure."""
    report = yield
    required = os.environ.get("JISR_REQUIRE", "").split(",")
    if report.skipped and any(item.get_closest_marker(part) for part in required if part):
        report.outcome = "failed"
        report.longrepr = f"required here, but skipped: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Assessments kept by earlier runs must not answer for the code under test."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout."""
    folder = Path(os.environ.get("JISR_SHARED_DATA", ROOT.parent / "shared" / "data"))
    if not folder.is_dir():
        pytest.skip("the folder of real data is not beside the checkout")
    return folder


@pytest.fixture(scope="session")
def assessed() -> Any:
    """The small plan and its assessment, of a few draws: what many tests only read. `(Plan, Assessment)`."""
    import jisr

    return jisr.assess(ROOT / "examples" / "three-areas", draws=100)


@pytest.fixture(scope="session")
def whole_reach(assessed: Any) -> Any:
    """Its reach, a `Reach`."""
    from jisr.assessment import Serial
    from jisr.comparison import find_reach

    return find_reach(*assessed, Serial())


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    """A copy of the three-area example."""
    folder = tmp_path / "workspace"
    shutil.copytree(ROOT / "examples" / "three-areas", folder)
    return folder


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A real browser without a window."""
    found = next((path for path in map(shutil.which, BROWSERS) if path), None)
    if found is None:
        pytest.skip("no Chromium found on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_FLAGS)
        yield browser
        browser.close()
