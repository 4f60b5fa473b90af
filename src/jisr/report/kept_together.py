"""A figure and its unit on one line."""

from __future__ import annotations

import re

__all__ = ["NO_BREAK", "kept_together"]

NO_BREAK = "\u00a0"
_UNIT = re.compile(r"(?<=\d) (?=%|M\b)|(?<=[<>≥≤]) (?=\d)")


def kept_together(text: str) -> str:
    """The text with spaces that must not break a line.

    Examples:
        >>> kept_together("about 1 in 4 (23 %)") == f"about 1 in 4 (23{NO_BREAK}%)"
        True
    """
    return _UNIT.sub(NO_BREAK, text)
