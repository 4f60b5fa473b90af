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
        str | None,
        typer.Option(
            "--from",
            metavar="EXAMPLE",
            help="three-areas (if not told otherwise), iraq-2024, afghan-air-force-2021, afghan-police-ratings, iraqi-presence.",
        ),
    ] = None,
    templates: Annotated[
        list[str] | None,
        typer.Option("--task-template", metavar="NAME", help="A task of the library to start from; may be repeated."),
    ] = None,
) -> None:
    """A small valid workspace to edit."""
    import jisr
    from jisr.api import EXAMPLES

    if example is not None and templates:
        wrong("take --from or --task-template: a plan starts from one of them")
    try:
        made = jisr.new(folder, example or EXAMPLES[0], templates=templates or ())
    except FileExistsError:
        wrong(f"{folder} is there already and not empty")
    except KeyError as error:
        what, known = ("example", EXAMPLES) if not templates else ("task template", _names())
        wrong(f"there is no {what} {error.args[0]}; choose one of {', '.join(known)}")
    say(f"{made}")


def _names() -> list[str]:
    import jisr

    return [one.template for one in jisr.task_templates()]
