"""From arguments to an exit code."""

from __future__ import annotations

import io
import os
import signal
import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from jisr.cli.app import app
from jisr.cli.exits import DONE, FOUND, USAGE
from jisr.cli.terminal import complain, say_findings

__all__ = ["main"]

_INTERRUPTED = 130
"""What the parser makes of an interruption from the keyboard."""


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a verb; findings, wrong usage and interruptions become exit codes, never a traceback."""
    _write_any_letter()
    code = _run(arguments)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _forget_reader()
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        return _done(sys.argv[1:] if arguments is None else list(arguments))
    except KeyboardInterrupt:
        return _stopped()
    except (BrokenPipeError, SystemExit):
        # the parser ends the program itself in one case only: the reader of standard output has left
        _forget_reader()
        return DONE
    except OSError as error:
        return complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
    except Exception as error:  # noqa: BLE001 - the edge: a defect becomes one line and exit code 3
        return _unexpected(error)


def _done(arguments: Sequence[str]) -> int:
    """The verb itself, or what it met that keeps a plan from being used."""
    from jisr.findings import PlanError

    try:
        code = app(args=arguments, prog_name="jisr", standalone_mode=False) or DONE
    except PlanError as error:
        say_findings(error.findings, _form(arguments))
        return FOUND
    return _stopped() if code == _INTERRUPTED else code


def _stopped() -> int:
    """Interrupted: what is open is closed, and a second interruption does not stop that half way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    return complain("interrupted; what was finished is kept")


def _form(arguments: Sequence[str]) -> str:
    """The form asked for: a program that wants JSON gets its findings so, whichever verb met them."""
    is_json = "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
    return "json" if is_json else "text"


def _write_any_letter() -> None:
    """A terminal without UTF-8 shows an escape for a letter it does not have; writing never fails."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _forget_reader() -> None:
    """Nobody reads any more (`… | head`): that is no error, and what is still to be written goes nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.__stdout__.fileno() if sys.__stdout__ else 1)


def _unexpected(error: Exception) -> int:
    """Usage errors of the parser say what was wrong; anything else is a defect, said in one line."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return _stopped()
    if isinstance(error, TyperException):
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return USAGE
    if os.environ.get("JISR_DEBUG"):
        raise error
    return complain(f"unexpected: {type(error).__name__}: {error} (JISR_DEBUG=1 shows where; please report it)")
