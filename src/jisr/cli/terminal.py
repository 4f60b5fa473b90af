"""What is said on the terminal, and in which form."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from jisr.cli.exits import UNFINISHED, USAGE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jisr.findings import Finding

__all__ = [
    "as_json",
    "check_out",
    "complain",
    "say",
    "say_findings",
    "say_notes",
    "say_version",
    "usage",
    "write",
    "wrong",
]


def say(text: str) -> None:
    """A line of the answer."""
    print(text)  # noqa: T201 - this is the command line


def complain(text: str) -> int:
    """Say on standard error what kept it from finishing; returns the exit code."""
    print(f"jisr: {text}", file=sys.stderr)  # noqa: T201 - this is the command line
    return UNFINISHED


def wrong(text: str) -> NoReturn:
    """Say what was wrong with the call, and end.

    Raises:
        typer.Exit: always, with the code of wrong usage.
    """
    print(f"jisr: {text}", file=sys.stderr)  # noqa: T201 - this is the command line
    raise typer.Exit(USAGE)


@contextmanager
def usage(as_: str = "text") -> Iterator[None]:
    """What does not fit the plan in an option is wrong usage, not a defect; its findings are told as those of a plan.

    Parameters: `as_` the form asked for: text goes to standard error, because there is no answer.
    """
    from jisr.api import MisfitError

    try:
        yield
    except MisfitError as error:
        if as_ == "json":
            say_findings(error.findings, as_)
        else:
            say_notes(error.findings)
        raise typer.Exit(USAGE) from None
    except (KeyError, ValueError) as error:
        first = str(error.args[0] if error.args else error).splitlines()[0]
        wrong(f"{first}")


def say_findings(findings: Sequence[Finding], as_: str) -> None:
    """Findings as sentences with their total, or as a versioned list."""
    from jisr.words import Words, finding_text, remedy_text

    words = Words("en")
    if as_ == "json":
        rows = [
            {
                "code": one.code,
                "severity": one.severity,
                "place": {"file": one.place.file, "line": one.place.line, "column": one.place.column},
                "rule": one.rule,
                "found": one.found,
                "values": dict(sorted(one.values.items())),
                "remedy": remedy_text(one, words),
            }
            for one in findings
        ]
        say(as_json({"schema": "jisr/findings/1", "findings": rows}))
        return
    for one in findings:
        say(finding_text(one, words))
    numbers = [sum(one.severity == kind for one in findings) for kind in ("error", "warning", "note")]
    say(words.text("findings-total", errors=numbers[0], warnings=numbers[1], notes=numbers[2]))


def say_notes(findings: Sequence[Finding]) -> None:
    """Findings beside an answer, or about the call itself, on standard error."""
    from jisr.words import Words, finding_text

    words = Words("en")
    for one in findings:
        print(finding_text(one, words), file=sys.stderr)  # noqa: T201 - this is the command line


def say_version(*paths: Path | None) -> None:
    """Before an answer that rests on bundles: which of them another version wrote."""
    from jisr.api import bundle_findings

    for path in paths:
        say_notes(bundle_findings(path) if path is not None else ())


def as_json(value: Any) -> str:
    """JSON for people and programs: one space deep, letters as they are, keys in the order of the contract."""
    import json

    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=False)


def check_out(out: Path, inputs: Sequence[Path]) -> None:
    """Before any work: whether the result can be written, and would not take the place of what it is made from."""
    if str(out) == "-":
        return
    from jisr.api import check_target

    if any(out.exists() and one.exists() and out.samefile(one) for one in inputs):
        wrong(f"--out is {out.name}, which is read: name another file")
    check_target(out)


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; `-` is standard output."""
    if str(path) == "-":
        sys.stdout.buffer.write(content)
        return
    from jisr.api import write_whole

    write_whole(path, content)
