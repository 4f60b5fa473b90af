"""Characters no document can print: they end in a broken picture or file long after the plan was read."""

from __future__ import annotations

import re

__all__ = ["control_character"]

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 (section 2.2) leaves out, and the controls it discourages; tab and line ends stay."""


def control_character(text: str) -> str | None:
    r"""The first control character of a text, as `U+000B`; None without one.

    Examples:
        >>> control_character("No\x0brth")
        'U+000B'
    """
    found = _UNPRINTABLE.search(text)
    return f"U+{ord(found.group()):04X}" if found else None
