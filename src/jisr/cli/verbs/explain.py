"""What a number is made of."""

from __future__ import annotations

from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import say, say_version, wrong
from jisr.cli.work import processes, progress

__all__ = ["explain"]


def explain(
    path: PathArgument,
    address: Annotated[
        str | None,
        typer.Argument(metavar="[ADDRESS]", help="gate/…, condition/…, task/…, driver/…, a row or a cell."),
    ] = None,
    as_: FormatOption = "text",
) -> None:
    """The chain from inputs to one number, with basis and evidence; without an address, where to start."""
    from jisr.api import assessment_of
    from jisr.assessment import to_json
    from jisr.explain import EXPLAIN_SCHEMA, addresses
    from jisr.explain import explain as chain_of
    from jisr.report import explain_text
    from jisr.words import Words

    check_format(as_)
    if address is not None and not address.strip("/ "):
        wrong(Words("en").text("explain-no-address"))
    say_version(path)
    with progress() as show, processes() as executor:
        plan, assessment = assessment_of(path, show, executor)
    if address is None:
        say("\n".join([Words("en").text("explain-ask"), *addresses(assessment)]))
        return
    try:
        chain = chain_of(plan, assessment, address)
    except KeyError:
        wrong(Words("en").text("explain-nothing-there", address=address))
    say(to_json(EXPLAIN_SCHEMA, chain).rstrip("\n") if as_ == "json" else explain_text(chain, Words("en")))
