"""From arguments to an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer
from typer.exceptions import TyperException

from jisr.cli.app import app
from jisr.cli.exits import DONE, FOUND, USAGE
from jisr.cli.terminal import complain, say_findings

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run a verb; findings, wrong usage and interruptions become exit codes, never a traceback."""
    from jisr.findings import PlanError

    code = DONE
    try:
        code = app(args=None if arguments is None else list(arguments), standalone_mode=False) or DONE
    except PlanError as error:
        say_findings(error.findings, "text")
        code = FOUND
    except KeyboardInterrupt:
        code = complain("interrupted; what was finished is kept")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        code = complain(f"{error.strerror or error}: {error.filename or ''}".rstrip(": "))
    except Exception as error:  # noqa: BLE001 - the edge: a defect becomes one line and exit code 3
        code = _unexpected(error)
    sys.stdout.flush()
    sys.exit(code)


def _unexpected(error: Exception) -> int:
    """Usage errors of the parser say what was wrong; anything else is a defect, said in one line."""
    if isinstance(error, typer.Exit):
        return error.exit_code
    if isinstance(error, typer.Abort):
        return complain("interrupted; what was finished is kept")
    if isinstance(error, TyperException):
        show = getattr(error, "show", None)
        if show is not None:
            show()
        return USAGE
    if os.environ.get("JISR_DEBUG"):
        raise error
    return complain(f"unexpected: {type(error).__name__}: {error} (JISR_DEBUG=1 shows where; please report it)")
