"""A release of events, fetched from its publisher."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, check_format
from jisr.cli.exits import UNFINISHED
from jisr.cli.terminal import as_json, say, say_findings, usage, wrong
from jisr.cli.work import progress

__all__ = ["fetch"]


def fetch(
    source: Annotated[str, typer.Argument(metavar="SOURCE", help="ucdp.")],
    release: Annotated[str, typer.Option(metavar="VERSION", help="25.1, or 26.0.8 for the candidates of a month.")],
    country: Annotated[
        list[str] | None, typer.Option(metavar="NUMBER", help="Gleditsch-Ward number; may be given again.")
    ] = None,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where the file goes; it is named as UCDP names it.")
    ] = Path(),
    fresh: Annotated[bool, typer.Option("--fresh", help="Forget the pages that are kept.")] = False,
    as_: FormatOption = "text",
) -> None:
    """A release of events. Interrupted, the same call goes on where it was. The token stands in JISR_UCDP_TOKEN."""
    import jisr
    from jisr.findings import PlanError
    from jisr.report import fetch_text
    from jisr.words import Words

    check_format(as_)
    if source == "acled":
        wrong("ACLED gives its events to each user under that user's own terms: download the export, then threat panel")
    if source != "ucdp":
        wrong(f"SOURCE is ucdp, not {source}")
    try:
        with progress() as show, usage():
            name, fetched = jisr.threat_fetch(release, out, countries=country or (), fresh=fresh, progress=show)
    except PlanError as error:
        say_findings(error.findings, as_)
        raise typer.Exit(UNFINISHED) from None
    if as_ == "text":
        say(fetch_text(name, fetched, Words("en")))
        return
    facts = {"release": release, "file": name, "pages": fetched.pages, "events": fetched.events}
    say(as_json({"schema": "jisr/fetch/1", **facts, "announced": fetched.announced}))
