"""What keeps a plan of an earlier day from being computed only because it was not known on that day."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from jisr.findings import Finding

__all__ = ["not_yet_known"]

_TOLD = frozenset({"T501", "R303"})
"""Findings whose remedy, without the date, would ask for figures and rows that are there."""


def not_yet_known(findings: Iterable[Finding], known_today: Sequence[Finding], date: dt.date) -> tuple[Finding, ...]:
    """The findings, where it is the date that made them with the date and what to do about it.

    Parameters: `known_today` are the findings of the same plan with everything that is known.
    """
    there = {(one.code, one.place) for one in known_today}
    return tuple(
        dataclasses.replace(one, values={**one.values, "case": "known-on", "date": date.isoformat()})
        if one.code in _TOLD and (one.code, one.place) not in there
        else one
        for one in findings
    )
