"""Stored forecasts against what happened."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import as_json, say, say_version

__all__ = ["score"]


def score(
    path: PathArgument,
    counts: Annotated[
        Path | None,
        typer.Option(
            metavar="PATH", help="A workspace, bundle or panel that knows what happened; without it PATH itself."
        ),
    ] = None,
    as_: FormatOption = "text",
) -> None:
    """Stored forecasts against what happened: those of a bundle, of a file of draws, or of a workspace's `forecasts`."""
    import jisr
    from jisr.assessment import to_plain
    from jisr.report import score_text
    from jisr.threat import SCORE_SCHEMA
    from jisr.words import Words

    check_format(as_)
    say_version(path, counts)
    found = jisr.score(path, counts)
    if as_ == "json":
        say(as_json({"schema": SCORE_SCHEMA, "forecasts": to_plain(found)}))
    else:
        say(score_text(found, Words("en")))
