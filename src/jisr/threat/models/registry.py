"""The models by name: the built-in ones and those other packages add."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points

from jisr.threat.models.model import ThreatModel

__all__ = ["BUILT_IN", "DEFAULT_MODEL", "ENTRY_POINT", "MODELS", "ModelRegistry"]

ENTRY_POINT = "jisr.threat_models"
"""The group of entry points a package adds a model under: `name = "module:Class"`."""

BUILT_IN: Mapping[str, str] = {
    "pool": "jisr.threat.models.pool:Pool",
    "skeleton": "jisr.threat.models.skeleton:Skeleton",
    "zero": "jisr.threat.models.zero:Zero",
    "last_historical_poisson": "jisr.threat.models.last_historical_poisson:LastHistoricalPoisson",
    "conflictology": "jisr.threat.models.conflictology:Conflictology",
    "boot_240": "jisr.threat.models.boot_240:Boot240",
}
"""What this package registers, the same lines as in its metadata; here too, so that a bare source tree has them."""


DEFAULT_MODEL = "pool"
"""What forecasts a panel when no model is named."""


class ModelRegistry(Mapping[str, ThreatModel]):
    """Models by name, each imported when it is first asked for; a built-in name cannot be taken by another package."""

    def __getitem__(self, name: str) -> ThreatModel:
        return _loaded(_places()[name])

    def __iter__(self) -> Iterator[str]:
        return iter(_places())

    def __len__(self) -> int:
        return len(_places())


@cache
def _places() -> dict[str, str]:
    added = {one.name: one.value for one in entry_points(group=ENTRY_POINT)}
    return {**added, **BUILT_IN}


@cache
def _loaded(place: str) -> ThreatModel:
    module, _, name = place.partition(":")
    model: ThreatModel = getattr(import_module(module), name)()
    return model


MODELS: Mapping[str, ThreatModel] = ModelRegistry()
"""The models by name."""
