"""UCDP candidate events: the months after the final release, as UCDP knows them so far."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_events import Coverage, count_events
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.events import join
from jisr.threat.sources.month_counts import MonthCounts
from jisr.threat.sources.ucdp_file import KINDS, read_ucdp
from jisr.threat.sources.ucdp_release import Release, release_of

__all__ = ["UcdpCandidate", "month_owners"]


@dataclass(frozen=True)
class UcdpCandidate:
    """Hegre et al. 2020, Research & Politics 7(3): monthly or consolidated files, and with them a final release.

    Each month is taken whole from one file: the final release before candidates, a consolidated file before a monthly
    one, a later version before an earlier. Files must say their version in their name, since only that tells a month
    without events from a month nobody looked at.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request.

        Raises:
            PlanError: no file or a file without a version (S108, S109), a month between them that none covers (S110), or
                a file cannot be read (F101, S101–S107).
        """
        if not paths:
            raise PlanError([finding("S108", Place("ucdp-candidate"), 0, expected="1 …")])
        releases = [release_of(path.name) for path in paths]
        nameless = [
            finding("S109", Place(path.name), path.name) for path, one in zip(paths, releases, strict=True) if not one
        ]
        if nameless:
            raise PlanError(nameless)
        owners = month_owners([one for one in releases if one])
        _without_gap(owners, paths)
        parts = []
        for number, path in enumerate(paths):
            events = read_ucdp(path)
            own = [month.ordinal for month, owner in owners.items() if owner == number]
            parts.append(events.where(np.isin(events.end_months(), own)))
        vintage = " + ".join(one.version for one in releases if one)
        return count_events(
            join(parts),
            Coverage(min(owners), max(owners), paths[0].name, f"GED {vintage}", tuple(KINDS.values())),
            request,
        )


def month_owners(releases: Sequence[Release]) -> dict[Month, int]:
    """The file each month is taken from, by its place in the list."""
    best: dict[Month, tuple[tuple[bool, int, str], int]] = {}
    for number, one in enumerate(releases):
        rank = (one.kind == "final", one.last - one.first, one.version)
        for ordinal in range(one.first.ordinal, one.last.ordinal + 1):
            month = Month(ordinal)
            if month not in best or rank > best[month][0]:
                best[month] = (rank, number)
    return {month: number for month, (_, number) in best.items()}


def _without_gap(owners: dict[Month, int], paths: Sequence[Path]) -> None:
    first, last = min(owners), max(owners)
    missing = [first + step for step in range(last - first) if first + step not in owners]
    if missing:
        place = Place(paths[0].name if len(paths) == 1 else "ucdp-candidate")
        raise PlanError([finding("S110", place, " ".join(map(str, missing[:12])), rows=len(missing))])
