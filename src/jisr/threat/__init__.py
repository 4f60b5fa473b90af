"""From observed counts to joint draws of what drives demand, by area and month.

Not for: deciding what a count asks of the forces (`requirements`). In: a plan's observed series, inputs, a seed. Out:
`ThreatPaths`. May enter: the rooms below; this one imports `plan`, `record`, `inputs`.
"""

from jisr.threat.checks import checks
from jisr.threat.compiled import ThreatData, compile_threat, monthly_totals
from jisr.threat.count_draws import CountDraws
from jisr.threat.models import MODELS, Forecaster, ThreatModel
from jisr.threat.panel import Panel
from jisr.threat.paths import ThreatPaths, threat_paths
from jisr.threat.response import response_factor

__all__ = [
    "MODELS",
    "CountDraws",
    "Forecaster",
    "Panel",
    "ThreatData",
    "ThreatModel",
    "ThreatPaths",
    "checks",
    "compile_threat",
    "monthly_totals",
    "response_factor",
    "threat_paths",
]
