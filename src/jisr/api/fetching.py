"""Other people's events: from their files to panels."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.whole_file import check_target, write_whole
from jisr.months import Month

if TYPE_CHECKING:
    from jisr.threat import FetchedRelease, MonthCounts, Patience

__all__ = ["UCDP_SERVER", "UCDP_TOKEN", "threat_fetch", "threat_panel"]

UCDP_TOKEN = "JISR_UCDP_TOKEN"  # noqa: S105 - the name of a variable
"""The environment variable that holds the user's own token of UCDP's interface."""
UCDP_SERVER = "JISR_UCDP_SERVER"
"""The environment variable that names another address of the same interface, such as an institution's mirror."""


def threat_panel(  # noqa: PLR0913 - the options of the verb
    source: str,
    files: Sequence[Path | str] = (),
    *,
    partition: str = "country",
    names: Mapping[str, str] | Path | str | None = None,
    country: str | None = None,
    precision: int | None = None,
    property_: str | None = None,
    measure: str = "deaths",
    kinds: Sequence[str] = (),
    first: str | None = None,
    last: str | None = None,
    spanning: str = "end",
    zeros: str = "covered",
    series: str | None = None,
) -> MonthCounts:
    """Counts by unit and month, of files a source publishes or of a plan; every rule is said or has its default.

    Parameters: `source` one of `jisr.threat.SOURCES`; `partition` `country`, `admin1`, `prio-grid` or a GeoJSON file;
    `names` a mapping or a CSV from reported name to unit; months `YYYY-MM`. docs/method/event-sources.md tells the rules.

    Raises:
        PlanError: with every finding about the files.
        ValueError, KeyError: an option that does not exist or does not fit.
    """
    from jisr.threat import SOURCES, CountRequest, partition_named, read_names

    if source not in SOURCES:
        msg = f"no source {source}; there are {' '.join(SOURCES)}"
        raise ValueError(msg)
    for what, value, known in (
        ("measure", measure, ("deaths", "low", "high", "events")),
        ("spanning", spanning, ("end", "spread", "leave-out")),
        ("zeros", zeros, ("covered", "from-first", "given")),
    ):
        if value not in known:
            msg = f"{what} is one of {' '.join(known)}, not {value}"
            raise ValueError(msg)
    given = {} if names is None else dict(names) if isinstance(names, Mapping) else read_names(Path(names))
    own = source in {"plan", "views"}
    request = CountRequest(
        partition=None
        if own
        else partition_named(partition, names=given, country=country, precision=precision, property_=property_),
        measure=measure,  # type: ignore[arg-type]
        kinds=tuple(kinds),
        first=None if first is None else Month.parse(first),
        last=None if last is None else Month.parse(last),
        spanning=spanning,  # type: ignore[arg-type]
        zeros=zeros,  # type: ignore[arg-type]
        series=series,
        names=given if own else {},
    )
    return SOURCES[source].counts([Path(one) for one in files], request)


def threat_fetch(
    version: str,
    folder: Path | str = ".",
    *,
    countries: Sequence[str] = (),
    fresh: bool = False,
    patience: Patience | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[str, FetchedRelease]:
    """Fetch a release of UCDP's events into a folder, as a CSV named as UCDP names it; returns its name and what came.

    Pages are kept in the user's cache folder as they come: an interrupted fetch goes on where it was, and a release that
    is whole is not asked for again unless `fresh`.

    Parameters: `countries` Gleditsch–Ward numbers, none for the whole world. The token is read from `JISR_UCDP_TOKEN`.

    Raises:
        PlanError: out of reach, refused, cut off or changed under way (S115–S119); nothing is written.
        ValueError: the version or a country is not written as UCDP writes it.
        OSError: the folder or the cache cannot be written.
    """
    from jisr.threat import FetchRequest, fetch_release, release_file
    from jisr.threat import Patience as Waiting

    request = FetchRequest(
        version, os.environ.get(UCDP_TOKEN, ""), tuple(countries), os.environ.get(UCDP_SERVER) or None
    )
    told = None if progress is None else lambda done, of: progress("pages", done, of)
    check_target(Path(folder) / "GEDEvent.csv")
    fetched = fetch_release(request, patience or Waiting(time.sleep), fresh=fresh, progress=told)
    name, parts = release_file(fetched)
    write_whole(Path(folder) / name, parts)
    return name, fetched
