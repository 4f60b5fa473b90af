"""UCDP GED: the final release of a year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from jisr.finding_codes import finding
from jisr.findings import Place, PlanError
from jisr.months import Month
from jisr.threat.sources.count_events import Coverage, count_events
from jisr.threat.sources.count_request import CountRequest
from jisr.threat.sources.events import Events
from jisr.threat.sources.month_counts import MonthCounts
from jisr.threat.sources.ucdp_file import KINDS, read_ucdp
from jisr.threat.sources.ucdp_release import FIRST_MONTH, release_of

__all__ = ["UcdpGed"]


@dataclass(frozen=True)
class UcdpGed:
    """Sundberg & Melander 2013, JPR 50(4): one file, CSV, zipped CSV or Parquet.

    A final release covers every month from 1989 to the December before its year, all over the world: no event means
    zero. Where the file's name says no version, it covers the months from its first to its last event.
    """

    def counts(self, paths: Sequence[Path], request: CountRequest) -> MonthCounts:
        """The counts of a request.

        Raises:
            PlanError: not exactly one file (S108), or it cannot be read (F101, S101–S107).
        """
        if len(paths) != 1:
            raise PlanError([finding("S108", Place("ucdp"), len(paths), expected=1)])
        events = read_ucdp(paths[0])
        release = release_of(paths[0].name)
        if release is None or release.kind != "final":
            months, vintage = _seen(events), release.version if release else None
        else:
            months, vintage = (FIRST_MONTH, release.last), f"GED {release.version}"
        return count_events(events, Coverage(*months, paths[0].name, vintage, tuple(KINDS.values())), request)


def _seen(events: Events) -> tuple[Month, Month]:
    """The months from the first to the last event; none when there is no event."""
    months = events.end_months()
    return (Month(int(months.min())), Month(int(months.max()))) if len(months) else (FIRST_MONTH, FIRST_MONTH + -1)
