"""One number and what it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["EXPLAIN_SCHEMA", "Explanation", "node"]

EXPLAIN_SCHEMA = "jisr/explain/1"


@dataclass(frozen=True)
class Explanation:
    """One number, where it comes from, and what it is made of.

    `kind` is a key of `words` (`explain-<kind>`); `value` text in the unit, empty for a mere heading; `age_months` from
    its date to the cutoff. The address of every part can be explained in its turn.
    """

    address: str
    """What is explained."""
    kind: str
    """Kind of step."""
    value: str
    """Value as people write it."""
    unit: str
    """Its unit."""
    basis: str | None
    """sourced, assessed or assumed; None for what is computed."""
    evidence: tuple[str, ...]
    """Sources, by id."""
    reason: str | None
    """Why this value, when it is assessed or assumed."""
    as_of: str | None
    """Date it describes."""
    age_months: int | None
    """Its age at the cutoff, months."""
    parts: tuple[Explanation, ...]
    """What it is made of."""


def node(
    address: str,
    kind: str,
    *,
    value: str = "",
    unit: str = "",
    parts: Sequence[Explanation] = (),
    evidence: Sequence[str] = (),
) -> Explanation:
    """A computed step: no basis of its own."""
    return Explanation(address, kind, value, unit, None, tuple(evidence), None, None, None, tuple(parts))
