"""From personnel, skills, equipment, money and ratings to capacity, cover and risk by task.

Not for: what is required (`requirements`) or whether a gate opens (`transition`). In: a plan, effects, inputs, the months
gates opened. Out: stocks by month, line readiness, capacity, cover. May enter: the rooms below; this one imports `plan`,
`record`, `inputs`, `requirements`.
"""

from jisr.capability.anchor import Anchor, anchor
from jisr.capability.available import NOBODY, Available, phase_enablers
from jisr.capability.capacity import capacity
from jisr.capability.checks import checks
from jisr.capability.compiled import CapabilityData, compile_capability
from jisr.capability.cover import Cover, covers
from jisr.capability.funding import Funding, funding
from jisr.capability.readiness import LineLimits, line_limits, line_readiness
from jisr.capability.risk import Risk, risk
from jisr.capability.stocks import Stocks, advance, start
from jisr.capability.stocks_met import StocksMet, stocks_met

__all__ = [
    "NOBODY",
    "Anchor",
    "Available",
    "CapabilityData",
    "Cover",
    "Funding",
    "LineLimits",
    "Risk",
    "Stocks",
    "StocksMet",
    "advance",
    "anchor",
    "capacity",
    "checks",
    "compile_capability",
    "covers",
    "funding",
    "line_limits",
    "line_readiness",
    "phase_enablers",
    "risk",
    "start",
    "stocks_met",
]
