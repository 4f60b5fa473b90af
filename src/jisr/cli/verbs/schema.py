"""JSON Schema of what people write."""

from __future__ import annotations

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
        wrong(f"there is no table {name}")
