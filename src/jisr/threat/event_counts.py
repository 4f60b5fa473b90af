"""A file of events a plan names → rows of its observed counts."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Finding, PlanError
from jisr.months import Month
from jisr.plan import Area, EventFile, Observed, Plan, Unread
from jisr.threat.kept_counts import counts_through_cache
from jisr.threat.sources import CountRequest, MonthCounts, Partition, Polygons, Reported, read_names

__all__ = ["EVENT_FOLDER", "with_event_counts"]

EVENT_FOLDER = "JISR_EVENT_FILES"
"""The environment variable that names a folder of event files: large, and often not to be passed on."""
_MEMORY = 240
"""Months back from the cutoff: the longest memory of a model."""
_SHOWN = 12


def with_event_counts(plan: Plan, folder: Path) -> tuple[Plan, list[Finding]]:
    """The plan with the counts of every event file it names, and everything wrong with those files.

    Parameters: `folder` is where the workspace is. A series whose counts are in `observed` already (a bundle, or a plan
    that was written out) reads no file. Decision 0011 says why.
    """
    found: list[Finding] = []
    for row in plan.rows(EventFile):
        if any((one.series, one.evidence) == (row.series, row.evidence) for one in plan.rows(Observed)):
            continue
        try:
            plan, notes = _with_file(plan, row, folder)
            found += notes
        except PlanError as error:
            found += error.findings
            # what else may be wrong with the series follows from this alone
            plan = dataclasses.replace(plan, unread=(*plan.unread, Unread("observed", is_whole_table=True)))
    return plan, found


def _with_file(plan: Plan, row: EventFile, folder: Path) -> tuple[Plan, list[Finding]]:
    paths = [_there(plan, row, name, folder) for name in row.files.split()]
    digest = _digest(paths)
    if row.sha256 and row.sha256 != digest:
        place = plan.place("event_files", row.key_text, "sha256")
        raise PlanError([finding("T529", place, digest, series=row.series, expected=row.sha256)])
    names = _area_names(plan, row, folder)
    if row.source == "acled" and row.measure not in {"deaths", "events"}:
        place = plan.place("event_files", row.key_text, "measure")
        raise PlanError([finding("C209", place, row.measure, expected="deaths, events")])
    outlines = plan.boundaries.text if plan.boundaries and row.place == "outline" else ""
    counts = counts_through_cache(row.source, paths, digest + outlines, _request(plan, row, names, folder))
    areas = [area.area for area in plan.rows(Area)]
    columns = {names.get(unit, unit): i for i, unit in enumerate(counts.units)}
    _check_areas(plan, row, counts, columns)
    rows = [
        _observed(row, area, counts.first + int(month), float(counts.values[month, columns[area]]))
        for area in areas
        for month in np.flatnonzero(np.isfinite(counts.values[:, columns[area]]))
    ]
    place = plan.place("event_files", row.key_text)
    hashed = [one.model_copy(update={"sha256": digest}) if one is row else one for one in plan.rows(EventFile)]
    filled = plan.with_rows("observed", [*plan.rows(Observed), *rows]).with_rows("event_files", hashed)
    places = {**plan.places, **{("observed", one.key_text): place for one in rows}}
    return dataclasses.replace(filled, places=places), _left_out(plan, row, counts)


def _there(plan: Plan, row: EventFile, name: str, folder: Path) -> Path:
    folders = [folder, *(Path(one) for one in [os.environ.get(EVENT_FOLDER, "")] if one)]
    for one in folders:
        if (one / Path(name).name).is_file():
            return one / Path(name).name
    place = plan.place("event_files", row.key_text, "files")
    raise PlanError([finding("T526", place, name, series=row.series)])


def _digest(paths: Sequence[Path]) -> str:
    """One hash of all files, in the order they are named."""
    digest = hashlib.sha256()
    for path in paths:
        with path.open("rb") as file:
            digest.update(hashlib.file_digest(file, "sha256").digest())
    return digest.hexdigest()


def _area_names(plan: Plan, row: EventFile, folder: Path) -> dict[str, str]:
    """From what the file or the outlines say to the ids of areas."""
    if row.names is not None:
        return read_names(_there(plan, row, row.names, folder))
    setting = plan.partnership.boundaries
    if row.place == "outline" and setting is not None:
        return {getattr(area, setting.column) or area.area: area.area for area in plan.rows(Area)}
    return {area.area: area.area for area in plan.rows(Area)}


def _request(plan: Plan, row: EventFile, names: Mapping[str, str], folder: Path) -> CountRequest:
    cutoff = plan.partnership.cutoff_month
    partition: Partition | None = None
    if row.source != "views":
        partition = _partition(plan, row, names, folder)
    return CountRequest(
        partition=partition,
        measure=row.measure,
        kinds=tuple(one.strip() for one in (row.kinds or "").split(";") if one.strip()),
        first=row.from_month or cutoff + (1 - _MEMORY),
        last=cutoff,
        zeros=row.zeros,
        series=row.column,
    )


def _partition(plan: Plan, row: EventFile, names: Mapping[str, str], folder: Path) -> Partition:
    setting = plan.partnership.boundaries
    if row.place == "outline":
        if setting is None:
            place = plan.place("event_files", row.key_text, "place")
            raise PlanError([finding("T526", place, "boundaries (partnership.yaml)", series=row.series)])
        return Polygons.read(folder / setting.file, setting.property)
    return Reported("admin1", names, units=tuple(area.area for area in plan.rows(Area)))


def _check_areas(plan: Plan, row: EventFile, counts: MonthCounts, columns: Mapping[str, int]) -> None:
    """Every area has counts; of areas that the file reports by name, at least one has an event."""
    missing = [area.area for area in plan.rows(Area) if area.area not in columns]
    if not missing and row.source != "views" and not np.nansum(counts.values):
        missing = [area.area for area in plan.rows(Area)]
    if missing:
        known = " ".join(sorted(counts.units)[:_SHOWN])
        place = plan.place("event_files", row.key_text, "names")
        raise PlanError([finding("T527", place, " ".join(missing), series=row.series, known=known)])


def _observed(row: EventFile, area: str, month: Month, value: float) -> Observed:
    return Observed(
        series=row.series,
        from_date=month.first_day(),
        to_date=month.last_day(),
        scope="area",
        area=area,
        value=value,
        kind="total",
        evidence=row.evidence,
    )


def _left_out(plan: Plan, row: EventFile, counts: MonthCounts) -> list[Finding]:
    place = plan.place("event_files", row.key_text)
    return [
        finding("T528", place, f"{one.value:g} {counts.unit}", series=row.series, rows=one.events, kind=one.reason)
        for one in counts.left_out
    ]
