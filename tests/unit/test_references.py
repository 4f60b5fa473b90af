"""Generated pages of the docs are what the code says now."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("name", ["tables.md", "findings.md", "measures.md", "json.md"])
def test_references_are_up_to_date(name: str) -> None:
    spec = importlib.util.spec_from_file_location("references", ROOT / "tools" / "references.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    assert (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8") == module.pages()[name]
