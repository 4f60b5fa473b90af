"""Results → chart specifications with alternative text; no renderer, no number computed.

Not for: drawing. In: an `Assessment`, words. Out: `Chart` values. May enter: `report` and the server; this one imports
`assessment` and `words`.
"""

from jisr.charts.chart import Chart
from jisr.charts.gates_by_month import gates_by_month
from jisr.charts.sustainment_by_month import sustainment_by_month

__all__ = ["Chart", "gates_by_month", "sustainment_by_month"]
