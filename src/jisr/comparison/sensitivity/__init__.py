"""Where the spread of results comes from: indices of groups of inputs by kind and by basis, with their errors."""

from jisr.comparison.sensitivity.find_sensitivity import SENSITIVITY_DRAWS, find_sensitivity
from jisr.comparison.sensitivity.findings import sensitivity_findings
from jisr.comparison.sensitivity.result import (
    SENSITIVITY_SCHEMA,
    GroupShare,
    Sensitivity,
    SensitivityGroup,
    SeriesSensitivity,
)
from jisr.comparison.sensitivity.sobol_indices import SobolIndices, resamples, sobol_indices

__all__ = [
    "SENSITIVITY_DRAWS",
    "SENSITIVITY_SCHEMA",
    "GroupShare",
    "Sensitivity",
    "SensitivityGroup",
    "SeriesSensitivity",
    "SobolIndices",
    "find_sensitivity",
    "resamples",
    "sensitivity_findings",
    "sobol_indices",
]
