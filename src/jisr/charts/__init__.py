"""Results → chart specifications with alternative text, and tables as values; no renderer, no number computed.

Not for: drawing. In: an `Assessment`, words. Out: `Chart` and `Table` values. May enter: `report` and the server; this
one imports `assessment` and `words`.
"""

from jisr.charts.ages import Age, Ages, ages
from jisr.charts.area_balance import area_balance
from jisr.charts.area_fans import area_fans
from jisr.charts.area_map import area_map
from jisr.charts.calibration_bins import calibration_bins
from jisr.charts.chart import Chart, Choice, draws_source, shared_data
from jisr.charts.condition_margins import condition_margins
from jisr.charts.cover_by_month import cover_by_month, cover_settings
from jisr.charts.fan_by_month import Quantity, fan_by_month
from jisr.charts.gates_by_month import gates_by_month
from jisr.charts.load_by_month import Load, Loads, load_by_month
from jisr.charts.money_by_year import money_by_year
from jisr.charts.named_ranges import NamedRange, NamedRanges, RangeMark, named_ranges
from jisr.charts.nested_bars import NestedBar, NestedBars, nested_bars
from jisr.charts.past_forecasts import past_forecasts
from jisr.charts.points_in_time import PointsInTime, TimePoint, TimeRow, points_in_time
from jisr.charts.programme_by_month import programme_by_month
from jisr.charts.removal_gains import removal_gains
from jisr.charts.severe_by_month import severe_by_month
from jisr.charts.stacked_counts import Counts, stacked_counts
from jisr.charts.state_matrix import MatrixCell, StateMatrix, state_matrix
from jisr.charts.sustainment_by_month import sustainment_by_month
from jisr.charts.table import Cell, Column, Row, Table, plain_table
from jisr.charts.task_balance import task_balance
from jisr.charts.threat_by_month import threat_by_month
from jisr.charts.windows_in_time import WindowLane, WindowMark, WindowsInTime, windows_in_time

__all__ = [
    "Age",
    "Ages",
    "Cell",
    "Chart",
    "Choice",
    "Column",
    "Counts",
    "Load",
    "Loads",
    "MatrixCell",
    "NamedRange",
    "NamedRanges",
    "NestedBar",
    "NestedBars",
    "PointsInTime",
    "Quantity",
    "RangeMark",
    "Row",
    "StateMatrix",
    "Table",
    "TimePoint",
    "TimeRow",
    "WindowLane",
    "WindowMark",
    "WindowsInTime",
    "ages",
    "area_balance",
    "area_fans",
    "area_map",
    "calibration_bins",
    "condition_margins",
    "cover_by_month",
    "cover_settings",
    "draws_source",
    "fan_by_month",
    "gates_by_month",
    "load_by_month",
    "money_by_year",
    "named_ranges",
    "nested_bars",
    "past_forecasts",
    "plain_table",
    "points_in_time",
    "programme_by_month",
    "removal_gains",
    "severe_by_month",
    "shared_data",
    "stacked_counts",
    "state_matrix",
    "sustainment_by_month",
    "task_balance",
    "threat_by_month",
    "windows_in_time",
]
