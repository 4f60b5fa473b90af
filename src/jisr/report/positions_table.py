"""What the sides see differently: each judgement with each side's value beside the plan's own."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, Table, plain_table
from jisr.plan import Judgement, Plan, Position
from jisr.report.figures import owner_name
from jisr.words import Words

__all__ = ["positions_table"]


def positions_table(plan: Plan, assessment: Assessment, words: Words) -> Table | None:
    """A row a judgement, a column a side; None without positions."""
    given = {(row.judgement, row.party): row for row in plan.rows(Position)}
    parties = list(dict.fromkeys(row.party for row in plan.rows(Position)))
    if not parties:
        return None
    columns = [
        Column(words.text("table-question")),
        Column(words.text("table-kind")),
        *(Column(owner_name(assessment, party, words)) for party in parties),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(one.question) or one.judgement, address=str(one.address)),
            words.text(f"judgement-{one.kind}"),
            *(_value(given.get((one.judgement, party)), words) for party in parties),
        )
        for one in plan.rows(Judgement)
        if any((one.judgement, party) in given for party in parties)
    ]
    return plain_table("positions", words.text("positions-caption"), columns, rows)


def _value(position: Position | None, words: Words) -> Cell:
    """A side's value with its reason; a dash where it has said nothing."""
    if position is None:
        return Cell("–")
    address = f"positions/{position.key_text}/value"
    return Cell(words.isolated(position.value), note=position.rationale, basis=position.basis or "", address=address)
