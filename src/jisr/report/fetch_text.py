"""What came of a release, as lines for a terminal."""

from __future__ import annotations

from jisr.threat import FetchedRelease
from jisr.words import Words

__all__ = ["fetch_text"]


def fetch_text(name: str, fetched: FetchedRelease, words: Words) -> str:
    """The file, how much is in it, and whether the source announced more."""
    numbers = {"events": words.number(fetched.events), "pages": words.number(fetched.pages)}
    lines = [words.text("fetch-made", file=name, release=fetched.request.version, **numbers)]
    if fetched.announced != fetched.events:
        lines.append(words.text("fetch-announced", announced=words.number(fetched.announced)))
    return "\n".join(lines)
