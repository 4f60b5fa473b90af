from __future__ import annotations

from importlib.metadata import EntryPoint

import pytest

from jisr.threat.models import registry
from jisr.threat.models.zero import Zero


def test_another_package_adds_a_model_but_takes_no_built_in_name(monkeypatch: pytest.MonkeyPatch) -> None:
    added = [
        EntryPoint("theirs", "jisr.threat.models.zero:Zero", registry.ENTRY_POINT),
        EntryPoint("skeleton", "jisr.threat.models.zero:Zero", registry.ENTRY_POINT),
    ]
    monkeypatch.setattr(registry, "entry_points", lambda group: added if group == registry.ENTRY_POINT else [])
    registry._places.cache_clear()
    try:
        models = registry.ModelRegistry()
        assert isinstance(models["theirs"], Zero)
        assert not isinstance(models["skeleton"], Zero)
        assert "theirs" in list(models)
        assert len(models) == len(registry.BUILT_IN) + 1
    finally:
        registry._places.cache_clear()
