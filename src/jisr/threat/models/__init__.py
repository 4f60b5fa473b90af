"""Threat models: each is one file with a class of one method, `fit(panel, cutoff) → Forecaster`, found by entry point."""

from jisr.threat.models.model import FitsHistories, Forecaster, ThreatModel, WholeSample
from jisr.threat.models.registry import BUILT_IN, DEFAULT_MODEL, ENTRY_POINT, MODELS

__all__ = [
    "BUILT_IN",
    "DEFAULT_MODEL",
    "ENTRY_POINT",
    "MODELS",
    "FitsHistories",
    "Forecaster",
    "ThreatModel",
    "WholeSample",
]
