"""Other people's events: from their files to panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.months import Month

if TYPE_CHECKING:
    from jisr.threat import MonthCounts

__all__ = ["threat_panel"]


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
