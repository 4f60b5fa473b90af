"""Where every gate stands."""

from __future__ import annotations

from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import say, say_version, usage
from jisr.cli.work import processes, progress

__all__ = ["board"]


def board(
    path: PathArgument,
    at: Annotated[str | None, typer.Option(metavar="YYYY-MM", help="The month to look at.")] = None,
    as_: FormatOption = "text",
) -> None:
    """Every gate and condition: state, deciding record, age, owner, blocker; probability by date."""
    from jisr.api import assessment_of
    from jisr.assessment import BOARD_SCHEMA, to_json
    from jisr.assessment import board as board_of
    from jisr.report import board_text
    from jisr.words import Words

    check_format(as_)
    say_version(path)
    with progress() as show, usage(as_), processes() as executor:
        assessment = assessment_of(path, show, executor)[1]
        found = board_of(assessment, at)
    say(to_json(BOARD_SCHEMA, found).rstrip("\n") if as_ == "json" else board_text(assessment, found, Words("en")))
