"""Options over the same draws."""

from __future__ import annotations

from typing import Annotated

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.terminal import as_json, say, say_version, usage, wrong
from jisr.cli.work import processes, progress

__all__ = ["compare"]


def compare(
    path: PathArgument,
    options: Annotated[
        list[str], typer.Argument(metavar="OPTION OPTION…", help="Rows of `options`; the first is held to.")
    ],
    draws: Annotated[int | None, typer.Option(min=100, help="Number of draws; 500 unless told otherwise.")] = None,
    as_: FormatOption = "text",
) -> None:
    """Options over the same draws: each gate, and what differs from the first option."""
    from jisr.api import compare as compare_options
    from jisr.assessment import to_plain
    from jisr.comparison import COMPARISON_SCHEMA
    from jisr.report import options_text
    from jisr.words import Words

    check_format(as_)
    if any(one.endswith(".jisr") for one in options):
        wrong("compare takes options of one plan; two bundles: `jisr report BUNDLE --against BUNDLE`")
    if len(options) < 2 or len(set(options)) < len(options):
        wrong("compare takes two options or more, each once")
    say_version(path)
    with progress() as show, usage(as_), processes() as executor:
        assessments, differences = compare_options(path, options, draws=draws, executor=executor, progress=show)
    if as_ == "json":
        found = [{"option": name, **to_plain(one)} for name, one in zip(options[1:], differences, strict=True)]
        say(as_json({"schema": COMPARISON_SCHEMA, "first": options[0], "differences": found}))
    else:
        say(options_text(options, assessments, differences, Words("en")))
