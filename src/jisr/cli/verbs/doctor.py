"""What is installed and what is missing."""

from __future__ import annotations

import typer

from jisr.cli.arguments import FormatOption, check_format
from jisr.cli.exits import FOUND
from jisr.cli.terminal import as_json, say

__all__ = ["doctor"]


def doctor(as_: FormatOption = "text") -> None:
    """Versions, fonts, browser, known clashes."""
    import jisr

    check_format(as_)
    found = jisr.doctor()
    if as_ == "json":
        say(as_json({"schema": "jisr/doctor/1", **found}))
    else:
        for name, value in found.items():
            say(f"{name:22} {value}")
    if any(name.startswith("clash:") for name in found):
        raise typer.Exit(FOUND)
