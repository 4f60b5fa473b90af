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
    to: Annotated[str, typer.Option(help="html, pdf, xlsx; several with commas.")] = "html",
    lang: Annotated[str, typer.Option(help="en.")] = "en",
    out: Annotated[Path, typer.Option(help="The folder.")] = Path("jisr-report"),
) -> None:
    """Documents: a page, a document to print, a workbook."""
    from jisr.api import assessment_of, check_documents, write_report

    formats, languages = _listed(to), _listed(lang)
    try:
        check_documents(formats, languages)
    except KeyError as error:
        wrong(f"there is no {error.args[0]}")
    with progress() as show, processes() as executor:
        plan, assessment = assessment_of(path, show, executor)
        written = write_report(plan, assessment, out, to=formats, languages=languages, progress=show)
    for one in written:
        say(str(one))


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()] or [text]
