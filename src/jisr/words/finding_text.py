"""A finding as a line for people."""

from __future__ import annotations

from jisr.findings import Finding
from jisr.words.words import Words

__all__ = ["VALUE_KEYS", "finding_text", "finding_title", "remedy_text"]


def finding_text(finding: Finding, words: Words) -> str:
    """`place: code severity: sentence remedy`, all values of the finding beside it."""
    place = words.isolated(str(finding.place))
    severity = words.text(f"severity-{finding.severity}")
    return f"{place}: {words.isolated(finding.code)} {severity}: {finding_title(finding, words)} {remedy_text(finding, words)}"


def finding_title(finding: Finding, words: Words) -> str:
    """What is wrong, in one sentence."""
    return words.text(f"finding-{finding.code}", **_values(finding, words))


def remedy_text(finding: Finding, words: Words) -> str:
    """What would be right, in one sentence."""
    return words.text(f"remedy-{finding.code}", **_values(finding, words))


VALUE_KEYS = (
    "column", "columns", "expected", "known", "pattern", "reason", "low", "high", "unit", "first", "ge", "gt", "le", "lt",
    "says", "other", "series", "least", "cutoff", "evidence", "rows", "scale", "version", "element", "kind", "item", "attempts",
    "what", "assigned", "task", "base", "earliest", "horizon", "capacity", "table", "language", "measure", "condition",
    "breaks", "where", "detail", "selector", "most", "last", "date", "phases", "comparison", "why", "gate", "month", "range", "threshold", "party", "line", "needs", "activity", "case", "advice",
)  # fmt: skip


_CHOOSING = ("case", "advice", "why")
"""Keys that choose between sentences instead of standing in one."""


def _values(finding: Finding, words: Words) -> dict[str, str]:
    """Every key a sentence may use; an empty one where the finding has none, so that no sentence can fail."""
    values = dict.fromkeys(VALUE_KEYS, "")
    values |= {key: words.isolated(_shown(value, _LONGEST.get(key, 120))) for key, value in finding.values.items()}
    values |= {key: finding.values.get(key, "") for key in _CHOOSING}
    values["found"] = words.isolated(_shown(finding.found))
    return values


_LONGEST = {"known": 800, "expected": 800}
"""What there is to choose from is named in full."""


def _shown(text: str, longest: int = 120) -> str:
    """A value short enough for a line, without characters that would break it."""
    text = " ".join(str(text).split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
