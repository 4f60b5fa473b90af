"""From sources to panels, from panels to forecasts, and how good they were: one verb a file."""

import typer

from jisr.cli.verbs.threat.backtest import backtest
from jisr.cli.verbs.threat.fetch import fetch
from jisr.cli.verbs.threat.forecast import forecast
from jisr.cli.verbs.threat.panel import panel

__all__ = ["threat"]

threat = typer.Typer(no_args_is_help=True, help="Event sources, panels, forecasts and their backtests.")
for verb in (fetch, panel, forecast, backtest):
    threat.command()(verb)
