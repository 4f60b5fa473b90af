"""Proper scores of draws of counts, one a file, by the definitions of the VIEWS Prediction Challenge where it has one."""

from jisr.threat.scores.crps import crps
from jisr.threat.scores.energy import energy_score
from jisr.threat.scores.ignorance import BIN_EDGES, ignorance
from jisr.threat.scores.interval import interval_score
from jisr.threat.scores.pit import covered, randomised_pit
from jisr.threat.scores.quiet_run import QUIET_MONTHS, quiet_brier, quiet_probability

__all__ = [
    "BIN_EDGES",
    "QUIET_MONTHS",
    "covered",
    "crps",
    "energy_score",
    "ignorance",
    "interval_score",
    "quiet_brier",
    "quiet_probability",
    "randomised_pit",
]
