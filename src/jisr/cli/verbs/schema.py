"""JSON Schema of what people write."""

from __future__ import annotations

import difflib
from typing import Annotated

import typer

from jisr.cli.terminal import as_json, say, wrong

__all__ = ["schema"]


def schema(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]", help="A table, or partnership.")] = None,
) -> None:
    """JSON Schema of a table or of partnership.yaml; without a name, the names."""
    import jisr

    if name is None:
        for table in ("partnership", *jisr.table_names()):
            say(table)
        return
    try:
        say(as_json(jisr.schema(name)))
    except KeyError:
        near = difflib.get_close_matches(name, ("partnership", *jisr.table_names()), 1)
        wrong(f"there is no table {name}; {f'is it {near[0]}?' if near else 'jisr schema lists them'}")
