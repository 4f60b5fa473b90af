"""The languages there are catalogues for, and the way they run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

__all__ = ["LANGUAGES", "PSEUDO", "direction"]

PSEUDO = "qps"
"""The pseudo-locale: right-to-left, about 40 per cent longer, accented; made from English to show what breaks."""

LANGUAGES: Mapping[str, str] = {"en": "en", PSEUDO: "en"}
"""Language of a catalogue → locale of its numbers and dates."""

_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "fa", "he", "ur", PSEUDO})


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Which way a language runs.

    Examples:
        >>> direction("ar")
        'rtl'
    """
    return "rtl" if language in _RIGHT_TO_LEFT else "ltr"
