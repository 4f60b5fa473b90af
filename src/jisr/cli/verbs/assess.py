"""The whole computation."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, changes, check_format, date
from jisr.cli.terminal import say, say_version, usage, write
from jisr.cli.work import processes, progress

__all__ = ["assess"]


def assess(  # noqa: PLR0913, PLR0917 - the options of the contract
    path: PathArgument,
    draws: Annotated[int | None, typer.Option(min=100, help="Number of draws.")] = None,
    seed: Annotated[int | None, typer.Option(min=0, help="Seed.")] = None,
    as_of: Annotated[str | None, typer.Option("--as-of", metavar="DATE", help="An earlier cutoff.")] = None,
    known_on: Annotated[str | None, typer.Option("--known-on", metavar="DATE", help="Only what was known.")] = None,
    option: Annotated[str | None, typer.Option(help="A row of `options`.")] = None,
    sets: Annotated[list[str] | None, typer.Option("--set", metavar="ADDRESS=VALUE", help="Another value.")] = None,
    out: Annotated[Path | None, typer.Option(help="Write a re-runnable bundle.")] = None,
    as_: FormatOption = "text",
) -> None:
    """The whole computation."""
    import jisr
    from jisr.api import Beside, beside_of, bundle_of, check_target
    from jisr.assessment import ASSESSMENT_SCHEMA, to_json
    from jisr.report import assess_text
    from jisr.words import Words

    check_format(as_)
    if out is not None and str(out) != "-":
        check_target(out)
    say_version(path)
    given, cutoff, knowledge = changes(sets or []), date(as_of), date(known_on)
    with progress() as show, usage(as_), processes() as executor:
        plan, assessment = jisr.assess(
            path,
            draws=draws,
            seed=seed,
            as_of=cutoff,
            known_on=knowledge,
            option=option,
            sets=given,
            executor=executor,
            progress=show,
        )
        # what a report from the bundle shows first, so that it need not be computed there
        beside = beside_of(plan, assessment, executor=executor, progress=show) if out is not None else Beside()
    if out is not None:
        write(out, bundle_of(plan, assessment, beside, jisr.__version__))
    if as_ == "json":
        say(to_json(ASSESSMENT_SCHEMA, assessment).rstrip("\n"))
    else:
        say(assess_text(assessment, Words("en"), plan, beside.apart))
        if given and draws is None and "partnership//draws" not in given:
            words = Words("en")
            say(words.text("what-if-draws", draws=words.number(assessment.plan.draws)))
