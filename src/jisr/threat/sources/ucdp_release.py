"""Releases of UCDP's events: which version a file is, and which months it covers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from jisr.months import Month

__all__ = ["FIRST_MONTH", "Release", "release_of"]

FIRST_MONTH = Month.parse("1989-01")
"""GED begins here."""


@dataclass(frozen=True, order=True)
class Release:
    """A version with its months: `final` (once a year, 1989 to the year before) or `candidate` (month by month)."""

    version: str
    kind: Literal["final", "candidate"]
    first: Month
    last: Month


_PATTERNS = (
    # the consolidated candidate file of several months: GEDEvent_v26_01_26_06
    (re.compile(r"v(\d{2})[._](\d{2})[._](\d{2})[._](\d{2})(?!\d)"), "consolidated"),
    # the candidate file of one month: GEDEvent_v26_0_8, version 26.0.8
    (re.compile(r"(?<!\d)(\d{2})[._]0[._](\d{1,2})(?!\d)"), "month"),
    # the final release: GEDEvent_v25_1, version 25.1, ged251-csv.zip
    (re.compile(r"(?<!\d)(\d{2})[._]?1(?!\d)"), "final"),
)


def release_of(name: str) -> Release | None:
    """The release a file name or a version speaks of; None when it speaks of none.

    Source: the names UCDP publishes its files under, and the versions of its API.

    Examples:
        >>> release_of("ged251-csv.zip").last
        Month('2024-12')
        >>> release_of("GEDEvent_v26_0_8.csv").first
        Month('2026-08')
    """
    for pattern, kind in _PATTERNS:
        match = pattern.search(name)
        if match is None:
            continue
        numbers = [int(part) for part in match.groups()]
        year = 2000 + numbers[0]
        if kind == "final":
            return Release(f"{numbers[0]}.1", "final", FIRST_MONTH, Month(year * 12 - 1))
        if kind == "month" and 1 <= numbers[1] <= 12:
            month = Month(year * 12 + numbers[1] - 1)
            return Release(f"{numbers[0]}.0.{numbers[1]}", "candidate", month, month)
        if kind == "consolidated" and 1 <= numbers[1] <= 12 and 1 <= numbers[3] <= 12:
            first, last = Month(year * 12 + numbers[1] - 1), Month((2000 + numbers[2]) * 12 + numbers[3] - 1)
            return Release(".".join(match.groups()), "candidate", first, last)
    return None
