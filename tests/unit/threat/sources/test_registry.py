from __future__ import annotations

import tomllib
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import Any

import pytest

from jisr.threat.sources import SOURCES
from jisr.threat.sources.registry import BUILT_IN, ENTRY_POINT

ROOT = Path(__file__).resolve().parents[4]


def test_the_metadata_registers_the_built_in_sources() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["entry-points"][ENTRY_POINT] == BUILT_IN


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_each_is_loaded_and_has_the_one_method(name: str) -> None:
    assert callable(SOURCES[name].counts)


def test_another_package_adds_one_and_takes_no_built_in_name(monkeypatch: pytest.MonkeyPatch) -> None:
    added = [
        EntryPoint("mine", "jisr.threat.sources.views_panel:ViewsPanel", ENTRY_POINT),
        EntryPoint("ucdp", "nowhere:Nothing", ENTRY_POINT),
    ]

    def entry_points(**wanted: Any) -> list[EntryPoint]:
        return added if wanted == {"group": ENTRY_POINT} else []

    monkeypatch.setattr("jisr.threat.sources.registry.entry_points", entry_points)
    assert set(SOURCES) == {"mine", *BUILT_IN}
    assert type(SOURCES["mine"]).__name__ == "ViewsPanel"
    assert type(SOURCES["ucdp"]).__name__ == "UcdpGed"
