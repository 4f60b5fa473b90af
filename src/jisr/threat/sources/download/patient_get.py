"""One answer of a server, asked for again with longer and longer pauses."""

from __future__ import annotations

import http.client
import socket
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError

# urllib: no other library of the project speaks HTTP, and a GET with one header is all that is asked for
__all__ = ["Patience", "patient_get"]

T = TypeVar("T")
_REFUSED = frozenset({401, 403})
_TOO_FAST = frozenset({400, 429})
"""UCDP answers 400 to too many requests a minute, as those who harvest it report; 429 is the standard's word."""


@dataclass(frozen=True)
class Patience:
    """How often a page is asked for, and how long is waited. Units: seconds.

    Parameters: `first_wait` doubles with each failure; `slow_wait` takes its place after an answer that means "too fast",
    unless the server itself says how long; `pause` lies between two pages; `sleep` waits.
    """

    sleep: Callable[[float], None]
    attempts: int = 5
    first_wait: float = 2.0
    slow_wait: float = 30.0
    pause: float = 1.0
    timeout: float = 60.0


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """The token must not follow a redirect to another host."""

    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def patient_get(
    url: str, headers: Mapping[str, str], read: Callable[[bytes], T], patience: Patience, place: Place
) -> T:
    """What `read` makes of the answer; an answer it refuses with a ValueError is asked for again like any other failure.

    Raises:
        PlanError: nobody answers (S115), the token is missing or refused (S116), every answer was cut off or of another
            shape (S117), or the server refused to the end (S118).
    """
    found = finding("S118", place, "", attempts=0)
    for attempt in range(1, patience.attempts + 1):
        wait = patience.first_wait * 2 ** (attempt - 1)
        try:
            return read(_answer(url, headers, patience.timeout))
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in _REFUSED:
                raise PlanError([finding("S116", place, error.code)]) from None
            found = finding("S118", place, error.code, attempts=attempt)
            if error.code == 404 or 300 <= error.code < 400:
                break
            if error.code in _TOO_FAST:
                wait = _asked_wait(error) or patience.slow_wait * 2 ** (attempt - 1)
        except (OSError, http.client.HTTPException) as error:
            reason = error.reason if isinstance(error, urllib.error.URLError) else error
            found = finding("S115", place, _said(reason), attempts=attempt)
            if isinstance(reason, socket.gaierror):
                break  # no network: waiting would only delay the answer
        except ValueError as error:
            found = finding("S117", place, _said(error), attempts=attempt)
        if attempt < patience.attempts:
            patience.sleep(wait)
    raise PlanError([found])


def _answer(url: str, headers: Mapping[str, str], timeout: float) -> bytes:
    request = urllib.request.Request(url, headers=dict(headers))  # noqa: S310 - the address is checked where it is made
    with urllib.request.build_opener(_NoRedirect).open(request, timeout=timeout) as answer:
        content: bytes = answer.read()
        return content


def _asked_wait(error: urllib.error.HTTPError) -> float | None:
    """The seconds of a Retry-After header; a date, or more than ten minutes, is not waited for."""
    text = error.headers.get("Retry-After", "") if error.headers else ""
    return float(text) if text.isdigit() and 0 < int(text) <= 600 else None


def _said(error: object) -> str:
    text = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return text or type(error).__name__
