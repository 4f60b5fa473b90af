"""The worked case."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.terminal import say
from jisr.cli.work import processes, progress

__all__ = ["demo"]


def demo(out: Annotated[Path, typer.Option(help="Where the page and the bundle go.")] = Path("jisr-demo")) -> None:
    """Assess the worked case, write its page.

    Iraq as of September 2024, from the tables that come with the project: a page to open in a browser, a bundle that
    anyone can run again, and ten lines here.
    """
    import jisr
    from jisr.api import check_target
    from jisr.report import demo_lines
    from jisr.words import Words

    check_target(out / "page")
    with progress() as show, processes() as executor:
        assessment, written = jisr.demo(out, show, executor)
    for line in demo_lines(assessment, Words("en")):
        say(line)
    for path in written:
        say(f"  {path}")
