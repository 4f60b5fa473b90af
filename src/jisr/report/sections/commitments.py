"""The section of commitments: what was promised, by whom, and how long ago it fell due."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from jisr.assessment import Assessment
from jisr.charts import Age, Ages, Cell, Chart, Column, Row, Table, ages
from jisr.months import Month
from jisr.plan import Commitment, Plan
from jisr.report.figures import owner_name
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["Owed", "commitments_section", "owed"]


@dataclass(frozen=True)
class Owed:
    """A commitment, the first date it (or what it replaced) was due, None when none was ever given, and its age in
    months from that date, or from the day it was first made, to the cutoff or to its end.
    """

    row: Commitment
    first_due: dt.date | None
    first_made: dt.date
    months: int


def commitments_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without commitments."""
    found = owed(plan)
    if not found:
        return None
    running = [one for one in found if one.row.status == "open"]
    undated = sum(one.first_due is None for one in running)
    lead = words.text("lead-commitments", n=len(running), all=words.number(len(found)), undated=words.number(undated))
    chart = _picture(running, words)
    blocks: list[SectionBlock] = [] if chart is None else [chart]
    blocks.append(_register(assessment, found, words))
    return Section("commitments", words.text("section-commitments"), lead, tuple(blocks))


def owed(plan: Plan) -> list[Owed]:
    """Every commitment with its age: what is open first, the oldest first."""
    rows = {row.commitment: row for row in plan.rows(Commitment)}
    cutoff = plan.partnership.cutoff
    found = [_aged(row, rows, cutoff) for row in rows.values() if row.made_on <= cutoff]
    return sorted(found, key=lambda one: (one.row.status != "open", -one.months, one.row.commitment))


def _aged(row: Commitment, rows: Mapping[str, Commitment], cutoff: dt.date) -> Owed:
    chain, seen = [row], {row.commitment}
    while chain[-1].supersedes in rows and chain[-1].supersedes not in seen:
        seen.add(str(chain[-1].supersedes))
        chain.append(rows[str(chain[-1].supersedes)])
    dates = [date for date in map(_due, chain) if date is not None]
    first_due, first_made = min(dates, default=None), min(one.made_on for one in chain)
    until = row.done_on or cutoff
    months = Month.of(until) - Month.of(first_due or first_made)
    return Owed(row, first_due, first_made, max(0, months))


def _due(row: Commitment) -> dt.date | None:
    try:
        return dt.date.fromisoformat(row.due)
    except ValueError:
        return None


def _since(one: Owed, words: Words) -> str:
    if one.first_due is None:
        return words.text("since-made", date=words.date(one.first_made.isoformat()))
    return words.text("since-due", date=words.date(one.first_due.isoformat()))


def _age(one: Owed, words: Words) -> Age:
    owed_id = one.row.commitment
    return Age(owed_id, words.name(one.row.text), one.months, _since(one, words), f"commitments/{owed_id}")


def _picture(running: list[Owed], words: Words) -> Chart | None:
    things = tuple(_age(one, words) for one in running)
    oldest = things[0] if things else None
    return ages(
        Ages(
            id="commitment-ages",
            title=words.text("chart-commitments-title"),
            alternative=""
            if oldest is None
            else words.text("chart-commitments-alternative", name=oldest.name, n=oldest.months),
            source=words.text("source-plan"),
            things=things,
        ),
        words,
    )


def _register(assessment: Assessment, found: list[Owed], words: Words) -> Table:
    columns = (
        Column(words.text("table-commitment")),
        Column(words.text("table-owner")),
        Column(words.text("table-made"), "month"),
        Column(words.text("table-due"), "month"),
        Column(words.text("table-status")),
        Column(words.text("table-age"), "month"),
        Column(words.text("table-source")),
    )
    rows = tuple(
        Row(
            (
                Cell(words.name(one.row.text), note=one.row.office or "", address=f"commitments/{one.row.commitment}"),
                Cell(owner_name(assessment, one.row.owner, words)),
                Cell(words.date(one.row.made_on.isoformat())),
                Cell(words.date(one.first_due.isoformat()) if one.first_due else words.text("none-given")),
                Cell(words.text(f"status-{one.row.status}")),
                Cell(words.text("months-old", n=one.months), value=one.months),
                Cell(" ".join(one.row.evidence) or "–"),
            ),
            quiet=one.row.status != "open",
        )
        for one in found
    )
    return Table("commitments", words.text("commitments-caption"), columns, rows, words.text("commitments-note"))
