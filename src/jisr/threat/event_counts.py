"""A file of events a plan names → rows of its observed counts."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from pathlib import Path

import numpy as np

from jisr.finding_codes import finding
from jisr.findings import Finding, Place, PlanError
from jisr.months import Month
from jisr.plan import Area, EventFile, Evidence, Observed, Plan, Series, Unread
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
    that was written out) reads no file. Decision 0011 says why. Where the series or the evidence is no row of the plan
    nothing is read either: that is found once (R301), not for every month.
    """
    found: list[Finding] = []
    for row in plan.rows(EventFile):
        if any((one.series, one.evidence) == (row.series, row.evidence) for one in plan.rows(Observed)):
            continue
        if plan.get(Series, row.series) is None or plan.get(Evidence, row.evidence) is None:
            plan = _unread(plan)
            continue
        try:
            plan, notes = _with_file(plan, row, folder)
            found += notes
        except PlanError as error:
            kinds = plan.place("event_files", row.key_text, "kinds")
            found += [
                dataclasses.replace(one, place=kinds) if one.place == Place("kind") else one for one in error.findings
            ]
            plan = _unread(plan)
    return plan, found


def _unread(plan: Plan) -> Plan:
    """A plan of which it is known that counts are missing: what else may be wrong with a series follows from this alone."""
    return dataclasses.replace(plan, unread=(*plan.unread, Unread("observed", is_whole_table=True)))


def _with_file(plan: Plan, row: EventFile, folder: Path) -> tuple[Plan, list[Finding]]:
    paths = [_there(plan, row, name, folder) for name in row.files.split(";")]
    digest = _digest(paths)
    if row.sha256 and row.sha256 != digest:
        place = plan.place("event_files", row.key_text, "sha256")
        raise PlanError([finding("T529", place, digest, series=row.series, expected=row.sha256)])
    names = _area_names(plan, row, folder)
    if row.source == "acled" and row.measure not in {"deaths", "events"}:
        place = plan.place("event_files", row.key_text, "measure")
        raise PlanError([finding("C209", place, row.measure, column="measure", expected="deaths, events")])
    outlines = plan.boundaries.text if plan.boundaries and row.place == "outline" else ""
    counts = counts_through_cache(row.source, paths, digest + outlines, _request(plan, row, names, folder))
    areas = [area.area for area in plan.rows(Area)]
    columns = {names.get(unit, unit): i for i, unit in enumerate(counts.units)}
    led_to = set(columns) if row.source == "views" or row.place == "outline" else set(names.values())
    _check_areas(plan, row, counts, led_to & set(columns))
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


def _there(plan: Plan, row: EventFile, written: str, folder: Path) -> Path:
    name = written.strip()
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
    """From what the file or the outlines say to the ids of areas.

    Raises:
        PlanError: a name leads to no area of the plan (R301), or the file of names cannot be read.
    """
    if row.names is not None:
        path = _there(plan, row, row.names, folder)
        names = read_names(path)
        strange = sorted(set(names.values()) - {area.area for area in plan.rows(Area)})
        if strange:
            place = Place(path.name)
            raise PlanError([finding("R301", place, one, column="area", table="areas") for one in strange])
        return names
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


def _check_areas(plan: Plan, row: EventFile, counts: MonthCounts, counted: AbstractSet[str]) -> None:
    """Every area has counts, or a name that leads to it: one that none leads to is not observed, which is not zero."""
    missing = [area.area for area in plan.rows(Area) if area.area not in counted]
    if row.source != "views" and not np.nansum(counts.values):
        missing = [area.area for area in plan.rows(Area)]
    if missing:
        told = [name for one in counts.left_out for name in one.reported]
        known = ", ".join((told or sorted(counts.units))[:_SHOWN])
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
        finding(
            "T528",
            place,
            f"{one.value:g} {counts.unit}",
            series=row.series,
            rows=one.events,
            kind=one.reason,
            names=", ".join(one.reported) or "none",
        )
        for one in counts.left_out
    ]
