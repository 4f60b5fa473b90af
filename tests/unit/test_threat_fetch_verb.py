"""`jisr threat fetch` as a contract: exit codes, the file, what is told."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from unit.test_cli import jisr
from unit.threat.sources.download.replayed import TOKEN, Replayed, ged, serving

from jisr.api.fetching import UCDP_SERVER, UCDP_TOKEN


@pytest.fixture
def server(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Replayed]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with serving(Replayed([ged(number) for number in range(1, 8)])) as replayed:
        monkeypatch.setenv(UCDP_SERVER, replayed.url)
        yield replayed


def test_a_release_becomes_a_file_and_then_a_panel(
    tmp_path: Path, server: Replayed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(UCDP_TOKEN, TOKEN)
    fetch = ("threat", "fetch", "ucdp", "--release", "21.1", "--country", "645", "--out", str(tmp_path / "events"))
    done = jisr(*fetch)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "GEDEvent_v21_1_country_645.csv: release 21.1, events 7, pages 1\n"
    facts = json.loads(jisr(*fetch, "--format", "json").stdout)
    assert facts == {
        "schema": "jisr/fetch/1", "release": "21.1", "file": "GEDEvent_v21_1_country_645.csv", "pages": 1, "events": 7,
        "announced": 7,
    }  # fmt: skip
    assert len(server.asked) == 1  # the second call found everything kept
    file = tmp_path / "events" / "GEDEvent_v21_1_country_645.csv"
    panel = ("threat", "panel", "--source", "ucdp", "--partition", "country", "--from", "2020-01", "--out", "-")
    assert jisr(*panel, "--file", str(file)).stdout.splitlines()[:2] == ["unit,month,value", "Aland,2020-01,6"]


def test_without_a_token_it_is_exit_three_with_what_to_do(tmp_path: Path, server: Replayed) -> None:
    assert server.url
    done = jisr("threat", "fetch", "ucdp", "--release", "21.1", "--out", str(tmp_path))
    assert done.returncode == 3
    assert done.stdout.startswith("gedevents/21.1:1: S116 error: ")
    assert UCDP_TOKEN in done.stdout
    assert list(tmp_path.glob("*.csv")) == []
    found = json.loads(jisr("threat", "fetch", "ucdp", "--release", "21.1", "--format", "json").stdout)
    assert [one["code"] for one in found["findings"]] == ["S116"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("acled", "--release", "1"), "its events to each user"),
        (("ucdp", "--release", "newest"), "25.1"),
        (("ucdp", "--release", "25.1", "--country", "Iraq"), "645"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], said: str) -> None:
    done = jisr("threat", "fetch", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
