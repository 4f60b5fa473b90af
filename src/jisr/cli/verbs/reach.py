"""What would change the answer."""

from __future__ import annotations

from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import say, say_notes, say_version, usage
from jisr.cli.work import processes, progress

__all__ = ["reach"]


def reach(
    path: PathArgument,
    draws: Annotated[int | None, typer.Option(min=100, help="Draws of each run; 500 unless told otherwise.")] = None,
    as_: FormatOption = "text",
) -> None:
    """Which single input, limit, position or choice of the model would change the answer, and by how much."""
    from jisr.api import reach_of
    from jisr.assessment import to_json
    from jisr.comparison import REACH_SCHEMA, reach_findings
    from jisr.report import reach_text
    from jisr.words import Words

    check_format(as_)
    say_version(path)
    with progress() as show, usage(as_), processes() as executor:
        plan, found = reach_of(path, draws=draws, executor=executor, progress=show)
    say(to_json(REACH_SCHEMA, found).rstrip("\n") if as_ == "json" else reach_text(plan, found, Words("en")))
    say_notes(reach_findings(plan, found))
