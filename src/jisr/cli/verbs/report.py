"""Documents."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import PathArgument
from jisr.cli.terminal import say, wrong
from jisr.cli.work import processes, progress

__all__ = ["report"]


def report(
    path: PathArgument,
    to: Annotated[str, typer.Option(help="html.")] = "html",
    lang: Annotated[str, typer.Option(help="en.")] = "en",
    out: Annotated[Path, typer.Option(help="The folder.")] = Path("jisr-report"),
) -> None:
    """Documents."""
    from jisr.api import assessment_of, write_report

    with progress() as show, processes() as executor:
        plan, assessment = assessment_of(path, show, executor)
    try:
        written = write_report(plan, assessment, out, to=to.split(","), languages=lang.split(","))
    except KeyError as error:
        wrong(f"there is no {error.args[0]}")
    for one in written:
        say(str(one))
