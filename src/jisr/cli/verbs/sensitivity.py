"""Where the spread of results comes from."""

from __future__ import annotations

from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import say, say_notes, say_version, usage
from jisr.cli.work import processes, progress

__all__ = ["sensitivity"]


def sensitivity(
    path: PathArgument,
    draws: Annotated[
        int | None, typer.Option(min=100, help="Draws of each sample; 1,000 unless told otherwise.")
    ] = None,
    as_: FormatOption = "text",
) -> None:
    """First-order and total indices of every gate and task, by kind of input and by what the inputs rest on."""
    from jisr.api import sensitivity_of
    from jisr.assessment import to_json
    from jisr.comparison import SENSITIVITY_SCHEMA, sensitivity_findings
    from jisr.report import sensitivity_text
    from jisr.words import Words

    check_format(as_)
    say_version(path)
    with progress() as show, usage(as_), processes() as executor:
        plan, found = sensitivity_of(path, draws=draws, executor=executor, progress=show)
    say(to_json(SENSITIVITY_SCHEMA, found).rstrip("\n") if as_ == "json" else sensitivity_text(found, Words("en")))
    say_notes(sensitivity_findings(plan, found))
