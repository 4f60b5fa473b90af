from __future__ import annotations

import csv
import json
import os
import socket
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from unit.threat.sources.download.replayed import TOKEN, Replayed, Reply, ged, serving

from jisr.findings import PlanError
from jisr.threat.sources import (
    SOURCES,
    CountRequest,
    FetchedRelease,
    FetchRequest,
    Patience,
    Reported,
    fetch_release,
    release_file,
)

EVENTS = [ged(number) for number in range(1, 24)]
PAGES = 5


@pytest.fixture(autouse=True)
def empty_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@dataclass
class Clock:
    """Waiting that takes no time and is remembered."""

    waited: list[float] = field(default_factory=list)

    def patience(self, **changes: Any) -> Patience:
        return Patience(self.waited.append, timeout=5, **changes)


def request(server: Replayed, token: str = TOKEN) -> FetchRequest:
    return FetchRequest("21.1", token, server=server.url, page_size=PAGES)


def fetch(server: Replayed, clock: Clock | None = None, **options: Any) -> FetchedRelease:
    return fetch_release(request(server), (clock or Clock()).patience(), **options)


def codes(caught: pytest.ExceptionInfo[PlanError]) -> list[tuple[str, str, str]]:
    return [(one.code, str(one.place), one.found) for one in caught.value.findings]


def refusing(page: int, until: int, reply: Reply) -> Callable[[int, int], Reply | None]:
    return lambda number, times: reply if number == page and times <= until else None


def numbers(fetched: FetchedRelease) -> list[int]:
    return [row["id"] for row in fetched.rows()]


def test_pages_are_followed_to_the_last_with_the_token() -> None:
    seen: list[tuple[int, int]] = []
    with serving(Replayed(EVENTS)) as server:
        fetched = fetch(server, progress=lambda done, of: seen.append((done, of)))
    assert (fetched.pages, fetched.events, fetched.announced) == (5, 23, 23)
    assert numbers(fetched) == list(range(1, 24))
    assert seen == [(0, 1), *((page, 5) for page in range(1, 6))]
    assert server.tokens == [TOKEN] * 5
    assert server.asked[0] == "/api/gedevents/21.1?pagesize=5"


def test_countries_are_asked_for_by_number() -> None:
    url = FetchRequest("25.1", TOKEN, ("645", "652")).first_url
    assert url == "https://ucdpapi.pcr.uu.se/api/gedevents/25.1?pagesize=1000&Country=645,652"


def test_the_file_is_one_the_source_reads(tmp_path: Path) -> None:
    with serving(Replayed(EVENTS)) as server:
        name, parts = release_file(fetch(server))
    (tmp_path / name).write_bytes(b"".join(parts))
    assert name == "GEDEvent_v21_1.csv"
    counts = SOURCES["ucdp"].counts([tmp_path / name], CountRequest(Reported("admin1", {})))
    assert (str(counts.first), str(counts.last), counts.vintage) == ("1989-01", "2020-12", "GED 21.1")
    assert counts.values.sum() == sum(range(1, 24))
    with (tmp_path / name).open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["source_original"] == 'two "quoted"\nlines, with a comma'


@pytest.mark.parametrize("code", [500, 503, 429, 400])
def test_a_page_that_fails_twice_then_works(code: int) -> None:
    clock = Clock()
    with serving(Replayed(EVENTS, refusing(2, 2, (code, b"", {})))) as server:
        fetched = fetch(server, clock)
    assert numbers(fetched) == list(range(1, 24))
    pauses = [1.0] * 4
    slow = [30.0, 60.0] if code in {400, 429} else [2.0, 4.0]
    assert clock.waited == [*pauses[:2], *slow, *pauses[2:]]


def test_a_server_that_says_how_long_is_believed() -> None:
    clock = Clock()
    with serving(Replayed(EVENTS, refusing(0, 1, (429, b"", {"Retry-After": "7"})))) as server:
        fetch(server, clock)
    assert clock.waited[0] == 7.0


def test_a_page_that_fails_for_good_is_found_and_the_pages_before_it_are_kept() -> None:
    with serving(Replayed(EVENTS, refusing(3, 99, (500, b"", {})))) as server:
        with pytest.raises(PlanError) as caught:
            fetch(server)
        assert codes(caught) == [("S118", "gedevents/21.1:4", "500")]
        assert caught.value.findings[0].values["attempts"] == "5"
        asked = len(server.asked)
        server.misbehave = lambda number, times: None  # noqa: ARG005
        assert numbers(fetch(server)) == list(range(1, 24))
        assert len(server.asked) == asked + 2


def test_a_release_that_does_not_exist_is_asked_for_once() -> None:
    with serving(Replayed(EVENTS, refusing(0, 99, (404, b"", {})))) as server:
        with pytest.raises(PlanError) as caught:
            fetch(server)
        assert codes(caught) == [("S118", "gedevents/21.1:1", "404")]
        assert len(server.asked) == 1


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (b'{"TotalCount": 23, "TotalPages": 5, "Result": [{"id"', "no JSON, or cut off after 52 bytes"),
        (b"[]", "no Result, TotalCount and TotalPages"),
        (b'{"Result": []}', "no Result, TotalCount and TotalPages"),
        (b'{"TotalCount": 1, "TotalPages": 1, "Result": [{"id": 1}]}', "events without type_of_violence"),
    ],
)
def test_an_answer_that_is_cut_off_is_asked_for_again_and_found_when_it_stays_so(answer: bytes, said: str) -> None:
    with serving(Replayed(EVENTS, refusing(1, 2, (200, answer, {})))) as server:
        assert numbers(fetch(server)) == list(range(1, 24))
        server.misbehave = refusing(1, 99, (200, answer, {}))
        with pytest.raises(PlanError) as caught:
            fetch(server, fresh=True)
        assert codes(caught) == [("S117", "gedevents/21.1:2", said)]


def test_an_answer_shorter_than_its_own_length_is_a_failure_like_any_other() -> None:
    with serving(Replayed(EVENTS, refusing(1, 1, (200, b'{"TotalCount"', {"Content-Length": "5000"})))) as server:
        assert numbers(fetch(server)) == list(range(1, 24))


def test_a_total_that_changes_between_pages_begins_again_and_is_found_the_second_time() -> None:
    with serving(Replayed(EVENTS)) as server:
        server.total = lambda: 23 if len(server.asked) < 3 else 22
        fetched = fetch(server)
        assert (fetched.events, fetched.announced) == (23, 22)
    with serving(Replayed(EVENTS)) as server:
        server.total = lambda: 23 - len(server.asked) % 2
        with pytest.raises(PlanError) as caught:
            fetch(server)
        assert codes(caught) == [("S119", "gedevents/21.1:2", "22 → 23")]


def test_an_event_that_comes_twice_means_the_pages_moved() -> None:
    with serving(Replayed([*EVENTS[:20], EVENTS[3], *EVENTS[20:]])) as server, pytest.raises(PlanError) as caught:
        fetch(server)
    assert codes(caught) == [("S119", "gedevents/21.1:5", "id 4")]


def test_an_interrupted_fetch_goes_on_where_it_was() -> None:
    def interrupt(done: int, _: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with serving(Replayed(EVENTS)) as server:
        with pytest.raises(KeyboardInterrupt):
            fetch(server, progress=interrupt)
        assert len(server.asked) == 3
        assert numbers(fetch(server)) == list(range(1, 24))
        assert len(server.asked) == 5
        fetch(server)  # a whole release is not asked for again
        assert len(server.asked) == 5
        fetch(server, fresh=True)
        assert len(server.asked) == 10


def test_a_page_spoiled_in_the_cache_is_fetched_again(tmp_path: Path) -> None:
    with serving(Replayed(EVENTS)) as server:
        fetch(server)
        (page,) = (tmp_path / "cache").rglob("page-00002.json.gz")
        page.write_bytes(page.read_bytes()[:40])
        assert numbers(fetch(server)) == list(range(1, 24))
        assert len(server.asked) == 6


def test_without_a_token_the_finding_says_so() -> None:
    with serving(Replayed(EVENTS)) as server, pytest.raises(PlanError) as caught:
        fetch_release(request(server, token=""), Clock().patience())
    assert codes(caught) == [("S116", "gedevents/21.1:1", "401")]


def test_the_token_does_not_leave_the_host() -> None:
    with serving(Replayed(EVENTS)) as other, serving(Replayed(EVENTS)) as server:
        server.misbehave = refusing(0, 99, (302, b"", {"Location": f"{other.url}/gedevents/21.1?pagesize=5"}))
        with pytest.raises(PlanError) as caught:
            fetch(server)
        assert codes(caught) == [("S118", "gedevents/21.1:1", "302")]
        elsewhere = json.loads(server.page("/?pagesize=5")) | {"NextPageUrl": "https://elsewhere.example/api?page=2"}
        server.misbehave = refusing(0, 99, (200, json.dumps(elsewhere).encode(), {}))
        with pytest.raises(PlanError) as caught:
            fetch(server)
        assert codes(caught) == [("S117", "gedevents/21.1:1", "the next page is on another host, elsewhere.example")]
        assert other.asked == []


def test_out_of_reach_is_said_with_the_number_of_attempts() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{free.getsockname()[1]}/api"
    clock = Clock()
    with pytest.raises(PlanError) as caught:
        fetch_release(FetchRequest("21.1", TOKEN, server=url), clock.patience())
    ((code, place, said),) = codes(caught)
    assert (code, place) == ("S115", "gedevents/21.1:1")
    assert said == os.strerror(111)
    assert clock.waited == [2.0, 4.0, 8.0, 16.0]


def test_without_a_network_it_is_said_at_once() -> None:
    clock = Clock()
    with pytest.raises(PlanError) as caught:
        fetch_release(FetchRequest("21.1", TOKEN, server="http://nowhere.invalid/api"), clock.patience())
    assert [(one.code, one.values["attempts"]) for one in caught.value.findings] == [("S115", "1")]
    assert clock.waited == []


def test_a_country_without_events_is_an_empty_file() -> None:
    with serving(Replayed([])) as server:
        fetched = fetch(server)
    name, parts = release_file(fetched)
    assert fetched.events == 0
    assert b"".join(parts).count(b"\n") == 1
    assert name == "GEDEvent_v21_1.csv"


@pytest.mark.parametrize("wrong", [{"version": "newest"}, {"countries": ("Iraq",)}, {"server": "file:///etc"}])
def test_a_request_that_is_none(wrong: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"written like|Gleditsch|https"):
        FetchRequest(**{"version": "21.1", "token": TOKEN} | wrong)


@pytest.mark.skipif(
    "JISR_UCDP_TOKEN" not in os.environ, reason="asks UCDP itself: needs the network and a token in JISR_UCDP_TOKEN"
)
def test_ucdp_itself() -> None:
    import time

    lebanon = FetchRequest("25.1", os.environ["JISR_UCDP_TOKEN"], ("660",))
    fetched = fetch_release(lebanon, Patience(time.sleep))
    assert fetched.events > 0
    assert {row["country_id"] for row in fetched.rows()} == {660}
