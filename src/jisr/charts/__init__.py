"""Results → chart specifications with alternative text, and tables as values; no renderer, no number computed.

Not for: drawing. In: an `Assessment`, words. Out: `Chart` and `Table` values. May enter: `report` and the server; this
one imports `assessment` and `words`.
"""

from jisr.charts.chart import Chart
from jisr.charts.gates_by_month import gates_by_month
from jisr.charts.sustainment_by_month import sustainment_by_month
from jisr.charts.table import Cell, Column, Row, Table, plain_table

__all__ = ["Cell", "Chart", "Column", "Row", "Table", "gates_by_month", "plain_table", "sustainment_by_month"]
