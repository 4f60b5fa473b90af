from __future__ import annotations

import errno
from pathlib import Path

import pytest

import jisr
from jisr.plan.loading.files import read_text
from jisr.words import Words, finding_text


def errors(workspace: Path) -> list[str]:
    return [finding_text(one, Words("en")) for one in jisr.check(workspace) if one.severity == "error"]


@pytest.mark.parametrize(("name", "advice"), [("tables/tasks.csv", "CSV UTF-8"), ("partnership.yaml", "text editor")])
def test_zero_bytes_are_called_what_they_are(workspace: Path, name: str, advice: str) -> None:
    path = workspace / name
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join([lines[0], b"\x00\x00", *lines[1:]]))
    (one,) = errors(workspace)
    assert one.startswith(f"{name}:2: F103 error: the file holds 2 bytes of value zero (NUL), from this line on")
    assert "not UTF-8" not in one
    assert advice in one.partition(" Save it ")[2]


def test_other_encodings_are_still_that(workspace: Path) -> None:
    path = workspace / "tables" / "tasks.csv"
    path.write_bytes(path.read_text(encoding="utf-8").encode("utf-16"))
    (one,) = errors(workspace)
    assert "F103 error: the file is not UTF-8 (bytes ff fe" in one


@pytest.mark.parametrize("name", ["tables/tasks.csv", "tables/gaps.csv", "partnership.yaml"])
def test_a_link_that_leads_back_to_itself_is_a_finding_without_a_path(workspace: Path, name: str) -> None:
    (workspace / name).unlink()
    (workspace / name).symlink_to(workspace / name)
    found = errors(workspace)
    assert found[0].startswith(f"{name}: F101 error: the file {name} is a link that leads back to itself.")
    assert str(workspace) not in " ".join(found)


def test_what_the_system_cannot_read_is_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error", str(path))

    monkeypatch.setattr(Path, "read_bytes", fail)
    text, (found,) = read_text(tmp_path / "a.csv", "a.csv", required=True)
    assert (text, found.code, found.values["case"]) == (None, "F101", "unreadable")


def test_a_cell_that_is_too_long_is_not_called_an_open_quotation_mark(workspace: Path) -> None:
    path = workspace / "tables" / "tasks.csv"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Hold and patrol", "x" * 140_000, 1), encoding="utf-8")
    (one,) = errors(workspace)
    assert one.startswith("tables/tasks.csv:2: F107 error: a cell of this row has more than 131072 characters. Shorten")
