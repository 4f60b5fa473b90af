"""Bytes of a workspace file → text, or the finding that says why not."""

from __future__ import annotations

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
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError):
        return None, [finding("F101", place, name)]
    except PermissionError:
        return None, [finding("F101", place, name, case="permission")]
    if not data.strip():
        return None, [finding("F102", place, name, case="required" if required else "optional")]
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return None, [finding("F103", Place(name, line), data[error.start : error.start + 4].hex(" "))]
    if "\x00" in text:
        return None, [finding("F103", Place(name, text[: text.index("\x00")].count("\n") + 1), "00")]
    return text, []
