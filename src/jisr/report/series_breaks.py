"""Where a series of ratings or counts stops being one, in words."""

from __future__ import annotations

from jisr.record import SeriesBreak
from jisr.words import Words

__all__ = ["break_text"]

_NAMED = {"method": ("count", "rated")}


def break_text(one: SeriesBreak, words: Words) -> str:
    """What changed, from what to what."""
    before, after = (_value(one.kind, value, words) for value in (one.before, one.after))
    return words.text(f"break-{one.kind}", before=before, after=after)


def _value(kind: str, value: str, words: Words) -> str:
    """A method by its name; a scale, version or set by its id."""
    for family in _NAMED.get(kind, ()):
        if words.has(f"{family}-{value}"):
            return words.text(f"{family}-{value}")
    return words.isolated(value or "–")
