"""What single draws came to, kept small, so that two assessments can be compared draw by draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Outcomes"]


@dataclass(frozen=True)
class Outcomes:
    """What each of the first draws came to, by name.

    A draw is one consistent future; under the same seed and cutoff it has the same random numbers in every assessment, so
    the difference of two results is known far better than each of them. Texts are base64 of little-endian arrays.
    """

    draws: int = 0
    """Number of draws kept, the first ones."""
    flags: Mapping[str, str] = field(default_factory=dict)
    """Name → one bit a draw, first draw first: `gate/<gate>` and `condition/<condition>` met in the gate's reference
    month, `severe` a severe month somewhere."""
    shares: Mapping[str, str] = field(default_factory=dict)
    """Name → 16 bits a draw, in steps of 1/65535: `cover/<task>` mean of the next 24 months, `uncovered` mean of the
    milestones."""
    amounts: Mapping[str, str] = field(default_factory=dict)
    """Name → 32-bit float a draw: `needed`, `funded` money a year in the next 12 months, `posts` contributor
    person-months in the next 36 months, `site/<site>` persons in 24 months."""
