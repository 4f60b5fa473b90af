"""Draws of the months ahead."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.terminal import check_out, say_notes, usage, write, wrong

__all__ = ["forecast"]


def forecast(
    panel: Annotated[Path, typer.Option(metavar="FILE", help="CSV or Parquet with the columns unit, month, value.")],
    cutoff: Annotated[str, typer.Option(metavar="YYYY-MM", help="The last observed month; step 1 is the month after.")],
    out: Annotated[Path, typer.Option(metavar="FILE", help="Parquet: unit, month, draw, value. - is standard output.")],
    steps: Annotated[str, typer.Option(metavar="FIRST:LAST", help="Months ahead.")] = "3:14",
    draws: Annotated[int, typer.Option(min=1, max=1_000_000, help="Number of draws.")] = 1000,
    seed: Annotated[int, typer.Option(min=0, help="Seed.")] = 0,
    model: Annotated[str | None, typer.Option(metavar="NAME", help="The model; without it the default one.")] = None,
) -> None:
    """Joint draws of the months after a cutoff, for every unit of a panel."""
    from jisr.api import threat_forecast

    if out.suffix.lower() not in {".parquet", ".pq"} and str(out) != "-":
        wrong(f"--out ends in .parquet, not {out.name}")
    check_out(out, [panel])
    with usage():
        made = threat_forecast(panel, cutoff, steps=steps, draws=draws, seed=seed, model=model)
    say_notes(made.notes)
    write(out, made.parquet)
