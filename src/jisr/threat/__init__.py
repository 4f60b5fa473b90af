"""From observed counts to joint draws of what drives demand, by area and month, and how good such draws were.

Not for: deciding what a count asks of the forces (`requirements`). In: a plan's observed series, inputs, a seed; or a
panel in a file. Out: `ThreatPaths`; draws and scores. May enter: the rooms below; this one imports `plan`, `record`,
`inputs`.
"""

from jisr.threat.backtest import (
    BACKTEST_SCHEMA,
    BacktestResult,
    BacktestSpec,
    Mapper,
    ScoreRow,
    Steps,
    backtest,
    window_draws,
)
from jisr.threat.backtest_checks import cutoff_findings
from jisr.threat.checks import checks
from jisr.threat.compiled import ThreatData, compile_threat, monthly_areas, monthly_totals
from jisr.threat.count_draws import CountDraws
from jisr.threat.event_counts import EVENT_FOLDER, with_event_counts
from jisr.threat.forecast_score import SCORE_SCHEMA, ForecastScore, ScoredMonth, UnitScore, forecast_score
from jisr.threat.models import DEFAULT_MODEL, MODELS, Forecaster, ThreatModel
from jisr.threat.panel import Panel
from jisr.threat.paths import ThreatPaths, threat_paths
from jisr.threat.response import reacts, response_factor
from jisr.threat.scores import covered, randomised_pit
from jisr.threat.sources import (
    SOURCES,
    CountRequest,
    FetchedRelease,
    FetchRequest,
    MonthCounts,
    Patience,
    fetch_release,
    partition_named,
    read_names,
    release_file,
    tidy_file,
)
from jisr.threat.stored_forecast import (
    FORECASTS_SCHEMA,
    StoredForecast,
    forecasts_text,
    read_draws,
    read_forecasts,
    stored_forecasts,
)
from jisr.threat.tidy_draws import draws_parquet
from jisr.threat.tidy_panel import TidyPanel, read_tidy_panel

__all__ = [
    "BACKTEST_SCHEMA",
    "DEFAULT_MODEL",
    "EVENT_FOLDER",
    "FORECASTS_SCHEMA",
    "MODELS",
    "SCORE_SCHEMA",
    "SOURCES",
    "BacktestResult",
    "BacktestSpec",
    "CountDraws",
    "CountRequest",
    "FetchRequest",
    "FetchedRelease",
    "ForecastScore",
    "Forecaster",
    "Mapper",
    "MonthCounts",
    "Panel",
    "Patience",
    "ScoreRow",
    "ScoredMonth",
    "Steps",
    "StoredForecast",
    "ThreatData",
    "ThreatModel",
    "ThreatPaths",
    "TidyPanel",
    "UnitScore",
    "backtest",
    "checks",
    "compile_threat",
    "covered",
    "cutoff_findings",
    "draws_parquet",
    "fetch_release",
    "forecast_score",
    "forecasts_text",
    "monthly_areas",
    "monthly_totals",
    "partition_named",
    "randomised_pit",
    "reacts",
    "read_draws",
    "read_forecasts",
    "read_names",
    "read_tidy_panel",
    "release_file",
    "response_factor",
    "stored_forecasts",
    "threat_paths",
    "tidy_file",
    "window_draws",
    "with_event_counts",
]
