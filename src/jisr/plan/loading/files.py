"""Bytes of a workspace file → text, or the finding that says why not."""

from __future__ import annotations

import errno
from pathlib import Path

from jisr.finding_codes import finding
from jisr.findings import Finding, Place

__all__ = ["read_text"]


def read_text(path: Path, name: str, *, required: bool) -> tuple[str | None, list[Finding]]:
    """The text of a UTF-8 file, with or without byte-order mark; line ends are kept as they are.

    Parameters: `name` is the file's name inside the workspace, for findings.
    """
    place = Place(name)
    try:
        data = path.read_bytes()
    except OSError as error:
        case = _CASE_OF.get(error.errno or 0, "unreadable")
        return None, [finding("F101", place, name, case=case)]
    if not data.strip():
        return None, [finding("F102", place, name, case="required" if required else "optional")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = data[error.start : error.start + 4].hex(" ")
        return None, [finding("F103", Place(name, line), found, advice=_kind(name))]
    if "\x00" in text:
        line = text[: text.index("\x00")].count("\n") + 1
        return None, [finding("F103", Place(name, line), text.count("\x00"), case="nul", advice=_kind(name))]
    return text, []


_CASE_OF = dict.fromkeys((errno.ENOENT, errno.EISDIR, errno.ENOTDIR), "missing") | {
    errno.EACCES: "permission",
    errno.EPERM: "permission",
    errno.ELOOP: "loop",
}
"""What keeps a file from being read; the words of the system are not shown, they hold the path."""


def _kind(name: str) -> str:
    """Who writes such a file: a spreadsheet, or a text editor."""
    return "table" if name.endswith(".csv") else "text"
