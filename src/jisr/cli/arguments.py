"""Arguments that several verbs share, and how they are read."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Annotated

import typer

from jisr.cli.terminal import wrong

__all__ = ["FormatOption", "PathArgument", "changes", "check_format", "date", "several"]


def _path(text: str) -> Path:
    """The path as it is given: an empty one, as an unset variable leaves it, is not the folder one is in."""
    if not text.strip():
        from jisr.words import Words

        wrong(Words("en").text("path-empty"))
    return Path(text)


PathArgument = Annotated[Path, typer.Argument(metavar="PATH", help="A workspace folder or a bundle.", parser=_path)]
FormatOption = Annotated[str, typer.Option("--format", help="text or json.")]


def check_format(value: str) -> None:
    """End with wrong usage unless it is a format there is."""
    if value not in {"text", "json"}:
        wrong(f"--format is text or json, not {value}")


def date(text: str | None) -> dt.date | None:
    """The date of an option."""
    try:
        return None if text is None else dt.date.fromisoformat(text)
    except ValueError:
        wrong(f"expected a date YYYY-MM-DD, found {text}")


def several(text: str, option: str, known: Iterable[str]) -> list[str]:
    """The parts of `A,B`, each once; ends with wrong usage when one is not known, before any work."""
    there = list(known)
    found = list(dict.fromkeys(one.strip() for one in text.split(",") if one.strip()))
    for one in found:
        if one not in there:
            wrong(f"{option} takes {', '.join(there)}; there is no {one}")
    return found or wrong(f"{option} takes {', '.join(there)}")


def changes(sets: Sequence[str]) -> dict[str, str]:
    """`ADDRESS=VALUE` options as address → value."""
    found: dict[str, str] = {}
    for one in sets:
        address, equals, value = one.partition("=")
        if not equals:
            wrong(f"expected ADDRESS=VALUE, found {one}")
        if address.strip() in found:
            wrong(f"--set gives {address.strip()} twice: {found[address.strip()]} and {value.strip()}")
        found[address.strip()] = value.strip()
    return found
