"""How good forecasts would have been."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, check_format
from jisr.cli.terminal import as_json, say, say_notes, usage
from jisr.cli.work import processes, progress

__all__ = ["backtest"]


def backtest(
    panel: Annotated[Path, typer.Option(metavar="FILE", help="CSV or Parquet with the columns unit, month, value.")],
    cutoffs: Annotated[str, typer.Option(metavar="A,B,…", help="Last observed months, YYYY-MM.")],
    steps: Annotated[str, typer.Option(metavar="FIRST:LAST", help="Months ahead that are scored.")] = "3:14",
    models: Annotated[str | None, typer.Option(metavar="A,B,…", help="Models; without it every one.")] = None,
    draws: Annotated[int, typer.Option(min=2, max=1_000_000, help="Number of draws.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Seed.")] = 0,
    as_: FormatOption = "text",
) -> None:
    """Scores per window, group of units and model. Interrupted, the same call goes on where it was."""
    from jisr.api import threat_backtest
    from jisr.report import backtest_document, backtest_text
    from jisr.words import Words

    check_format(as_)
    months = [one.strip() for one in cutoffs.split(",") if one.strip()]
    names = [one.strip() for one in models.split(",") if one.strip()] if models else None
    with progress() as show, usage(), processes() as executor:
        result, notes = threat_backtest(
            panel,
            months,
            steps=steps,
            models=names,
            draws=draws,
            seed=seed,
            executor=executor,
            progress=show,
        )
    say_notes(notes)
    if as_ == "json":
        say(as_json(backtest_document(result)))
    else:
        say(backtest_text(result, Words("en")))
