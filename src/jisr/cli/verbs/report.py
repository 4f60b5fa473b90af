"""The report of a plan."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import PathArgument, several
from jisr.cli.terminal import say, say_version
from jisr.cli.work import processes, progress

__all__ = ["report"]


def report(
    path: PathArgument,
    to: Annotated[str, typer.Option(help="html, pdf, xlsx; several with commas.")] = "html",
    lang: Annotated[str, typer.Option(help="en; several with commas.")] = "en",
    against: Annotated[
        Path | None, typer.Option(metavar="BUNDLE", help="Another assessment: what changed, with which effect.")
    ] = None,
    with_: Annotated[
        str | None,
        typer.Option("--with", help="reach, sensitivity: what they find, as sections; several with commas."),
    ] = None,
    out: Annotated[Path, typer.Option(help="The folder.")] = Path("jisr-report"),
) -> None:
    """Write the report of a plan as documents.

    A page, a document to print, a workbook: gates first, then what they rest on, the programme, sustainment, method and
    assumptions; one file a format and language. With `--against`, first what changed, in which inputs, with which effect.
    """
    from jisr.api import (
        assessment_of,
        beside_of,
        between,
        check_target,
        reach_in,
        sensitivity_in,
        write_report,
    )
    from jisr.report import RENDERERS, difference_text
    from jisr.words import LANGUAGES, Words

    formats, languages = several(to, "--to", RENDERERS), several(lang, "--lang", LANGUAGES)
    further = several(with_, "--with", ("reach", "sensitivity")) if with_ is not None else []
    check_target(out / "report")
    say_version(path, against)
    with progress() as show, processes() as executor:
        plan, assessment = assessment_of(path, show, executor)
        difference = None
        if against is not None:
            other = assessment_of(against, show, executor)
            difference = between(other, (plan, assessment), executor=executor, progress=show)
        beside = beside_of(plan, assessment, path=path, executor=executor, progress=show)
        written = write_report(
            plan,
            assessment,
            out,
            to=formats,
            languages=languages,
            difference=difference,
            beside=beside,
            reach=reach_in(plan, assessment, executor=executor, progress=show) if "reach" in further else None,
            sensitivity=(
                sensitivity_in(plan, assessment, executor=executor, progress=show) if "sensitivity" in further else None
            ),
            progress=show,
        )
    if difference is not None:
        say(difference_text(difference, assessment.plan.currency, Words("en")))
    for one in written:
        say(str(one))
