"""Everything wrong with a plan."""

from __future__ import annotations

import typer

from jisr.cli.arguments import FormatOption, PathArgument, check_format
from jisr.cli.exits import FOUND
from jisr.cli.terminal import say_findings

__all__ = ["check"]


def check(path: PathArgument, as_: FormatOption = "text") -> None:
    """Everything wrong with it, at once."""
    import jisr
    from jisr.findings import worst

    check_format(as_)
    findings = jisr.check(path)
    say_findings(findings, as_)
    if worst(findings) == "error":
        raise typer.Exit(FOUND)
