"""A server on this machine that replays answers of the shape UCDP documents, and misbehaves as it is told."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from unit.threat.sources.ged_file import event

TOKEN = "a-token"  # noqa: S105 - made up

Reply = tuple[int, bytes, dict[str, str]]


def ged(number: int, **changes: object) -> dict[str, Any]:
    """One event as the interface gives it: numbers as numbers, days with a time of day."""
    day = f"2020-0{1 + number % 6}-05"
    row = event(day, number, id=number) | {"date_start": f"{day}T00:00:00", "date_end": f"{day}T00:00:00"}
    return row | changes


@dataclass
class Replayed:
    """What the server has, what it was asked, and how it misbehaves: `answer(page, times asked) → reply or None`."""

    events: Sequence[dict[str, Any]]
    misbehave: Callable[[int, int], Reply | None] = lambda page, times: None  # noqa: ARG005
    total: Callable[[], int] | None = None
    asked: list[str] = field(default_factory=list)
    tokens: list[str | None] = field(default_factory=list)
    url: str = ""

    def page(self, path: str) -> bytes:
        """The answer UCDP's documentation describes: pages from 0 behind the address of the next one."""
        query = {name: values[0] for name, values in parse_qs(urlsplit(path).query).items()}
        size, number = int(query["pagesize"]), int(query.get("page", 0))
        total = self.total() if self.total else len(self.events)
        pages = -(-total // size)
        more = f"http://127.0.0.1/api/gedevents/21.1?pagesize={size}&page={number + 1}"
        return json.dumps(
            {
                "TotalCount": total,
                "TotalPages": pages,
                "PreviousPageUrl": "",
                "NextPageUrl": more if number + 1 < pages else "",
                "Result": list(self.events[number * size : (number + 1) * size]),
            }
        ).encode()

    def reply(self, path: str) -> Reply:
        number = int(parse_qs(urlsplit(path).query).get("page", ["0"])[0])
        times = sum(urlsplit(one).query == urlsplit(path).query for one in self.asked)
        return self.misbehave(number, times) or (200, self.page(path), {})


@contextmanager
def serving(replayed: Replayed) -> Iterator[Replayed]:
    """The server, while it is needed."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            replayed.asked.append(self.path)
            replayed.tokens.append(self.headers.get("x-ucdp-access-token"))
            code, content, headers = (
                replayed.reply(self.path) if self.headers.get("x-ucdp-access-token") == TOKEN else (401, b"token", {})
            )
            self.send_response(code)
            for name, value in ({"Content-Length": str(len(content))} | headers).items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    replayed.url = f"http://127.0.0.1:{server.server_port}/api"
    try:
        yield replayed
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
