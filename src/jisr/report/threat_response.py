"""How the threat is taken to react to a change of phase, by the plan and by each side."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, plain_table
from jisr.plan import Area, Judgement, Phase, Plan, Position, ThreatResponse
from jisr.report.figures import owner_name
from jisr.report.report import Paragraph, SectionBlock
from jisr.words import Words

__all__ = ["threat_response"]


def threat_response(plan: Plan, assessment: Assessment, words: Words) -> list[SectionBlock]:
    """The factors with each side's own; first of all the label of results that hold only if the threat does not react."""
    blocks: list[SectionBlock] = []
    if not assessment.plan.threat_reacts:
        blocks.append(Paragraph(words.text("threat-does-not-react")))
    rows = plan.rows(ThreatResponse)
    if not rows:
        return blocks
    positions = _positions(plan)
    parties = list(dict.fromkeys(party for _, party in positions))
    columns = [
        Column(words.text("table-response-phase")),
        Column(words.text("table-area")),
        Column(words.text("table-response-months")),
        Column(words.text("table-response-factor")),
        *(Column(owner_name(assessment, party, words)) for party in parties),
    ]
    cells: list[tuple[Cell | str, ...]] = [
        (
            Cell(_phase(plan, row.phase, words)),
            _area(plan, row.area, words),
            f"{row.from_months} – {row.to_months}" if row.to_months is not None else f"{row.from_months} –",
            Cell(words.isolated(str(row.factor)), basis=row.basis or "", address=_address(row)),
            *(Cell(words.isolated(positions.get((_address(row), party), "–"))) for party in parties),
        )
        for row in rows
    ]
    return [*blocks, plain_table("threat-response", words.text("response-caption"), columns, cells)]


def _positions(plan: Plan) -> dict[tuple[str, str], str]:
    """(address, party) → the side's value, of judgements about a factor."""
    about = {row.judgement: str(row.address) for row in plan.rows(Judgement) if row.address.table == "threat_response"}
    return {(about[row.judgement], row.party): row.value for row in plan.rows(Position) if row.judgement in about}


def _address(row: ThreatResponse) -> str:
    return f"threat_response/{row.key_text}/factor"


def _phase(plan: Plan, phase: str, words: Words) -> str:
    row = plan.get(Phase, phase)
    return phase if row is None else words.name(row.name)


def _area(plan: Plan, area: str | None, words: Words) -> str:
    row = None if area is None else plan.get(Area, area)
    return words.text("response-everywhere") if row is None else words.name(row.name)
