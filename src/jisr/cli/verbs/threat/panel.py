"""Counts by unit and month from somebody's events."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jisr.cli.arguments import FormatOption, check_format
from jisr.cli.terminal import as_json, check_out, say, usage, write, wrong

if TYPE_CHECKING:
    from jisr.threat import MonthCounts

__all__ = ["panel"]


def panel(  # noqa: PLR0913, PLR0917 - the options of the contract
    source: Annotated[
        str, typer.Option(metavar="NAME", help="ucdp, ucdp-candidate, acled, views, plan, or an added one.")
    ],
    out: Annotated[
        Path, typer.Option(metavar="FILE", help="CSV or Parquet: unit, month, value. - is standard output, CSV.")
    ],
    file: Annotated[
        list[Path] | None, typer.Option(metavar="FILE", help="A file of the source; may be given again.")
    ] = None,
    partition: Annotated[
        str, typer.Option(metavar="WHAT", help="country, admin1, prio-grid, or a GeoJSON file.")
    ] = "country",
    names: Annotated[Path | None, typer.Option(metavar="FILE", help="CSV from reported name to unit.")] = None,
    country: Annotated[str | None, typer.Option(help="Only events of this country (with country or admin1).")] = None,
    precision: Annotated[
        int | None, typer.Option(min=1, max=7, help="Coarsest place still counted (UCDP where_prec).")
    ] = None,
    name_property: Annotated[
        str | None, typer.Option(metavar="NAME", help="GeoJSON property that names an area.")
    ] = None,
    measure: Annotated[str, typer.Option(help="deaths, low, high or events.")] = "deaths",
    kind: Annotated[
        list[str] | None, typer.Option(help="state-based, non-state, one-sided, or an ACLED event type.")
    ] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="YYYY-MM", help="First month.")] = None,
    to: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="Last month.")] = None,
    spanning: Annotated[str, typer.Option(help="An event of several months: end, spread or leave-out.")] = "end",
    zeros: Annotated[
        str, typer.Option(help="A month without events: covered (zero), from-first, or given (none).")
    ] = "covered",
    series: Annotated[str | None, typer.Option(help="A series of the plan, or the value column of a panel.")] = None,
    as_: FormatOption = "text",
) -> None:
    """Counts by unit and month from somebody's events."""
    import jisr
    from jisr.report import panel_text
    from jisr.threat import tidy_file
    from jisr.words import Words

    check_format(as_)
    if out.suffix not in {".csv", ".parquet"} and str(out) != "-":
        wrong(f"--out ends in .csv or .parquet, not {out.name}")
    check_out(out, file or [])
    with usage():
        counts = jisr.threat_panel(
            source,
            file or (),
            partition=partition,
            names=names,
            country=country,
            precision=precision,
            property_=name_property,
            measure=measure,
            kinds=kind or (),
            first=from_,
            last=to,
            spanning=spanning,
            zeros=zeros,
            series=series,
        )
    write(out, tidy_file(counts, out.suffix.removeprefix(".") or "csv"))
    told = as_json(_facts(counts)) if as_ == "json" else panel_text(counts, Words("en"))
    if str(out) == "-":
        print(told, file=sys.stderr)  # noqa: T201 - standard output holds the panel
    else:
        say(told)


def _facts(counts: MonthCounts) -> dict[str, object]:
    """The document `jisr/panel/1`."""
    import numpy as np

    return {
        "schema": "jisr/panel/1",
        "units": list(counts.units),
        "first": str(counts.first),
        "last": str(counts.last),
        "unit": counts.unit,
        "vintage": counts.vintage,
        "observed": int(np.isfinite(counts.values).sum()),
        "left_out": [{"reason": one.reason, "events": one.events, "value": one.value} for one in counts.left_out],
    }
