"""A workspace to start from."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.terminal import say, wrong

__all__ = ["new"]


def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")],
    example: Annotated[
        str,
        typer.Option(
            "--from", help="three-areas, iraq-2024, afghan-air-force-2021, afghan-police-ratings, iraqi-presence."
        ),
    ] = "three-areas",
) -> None:
    """A small valid workspace to edit."""
    import jisr
    from jisr.api import EXAMPLES

    try:
        made = jisr.new(folder, example)
    except FileExistsError:
        wrong(f"{folder} is there already and not empty")
    except KeyError:
        wrong(f"there is no example {example}; choose one of {', '.join(EXAMPLES)}")
    say(f"{made}")
