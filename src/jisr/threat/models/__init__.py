"""Threat models: each is one file with a class of one method, `fit(panel, cutoff) → Forecaster`."""

from collections.abc import Mapping

from jisr.threat.models.model import Forecaster, ThreatModel
from jisr.threat.models.skeleton import Skeleton

__all__ = ["MODELS", "Forecaster", "Skeleton", "ThreatModel"]

MODELS: Mapping[str, ThreatModel] = {"skeleton": Skeleton()}
"""The models by name."""
