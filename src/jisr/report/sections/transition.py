"""The section of the gates: probability by month, each gate by each side's rules, the board."""

from __future__ import annotations

from jisr.assessment import Assessment, ConditionState, GateOutlook
from jisr.charts import Cell, Column, Table, condition_margins, gates_by_month, plain_table, removal_gains
from jisr.plan import Plan
from jisr.report.figures import chance_text, owner_name, value_text, wanted_text
from jisr.report.gate_block import gate_note
from jisr.report.positions_table import positions_table
from jisr.report.report import Paragraph, Section, SectionBlock
from jisr.words import Words

__all__ = ["transition_section"]


def transition_section(plan: Plan, assessment: Assessment, words: Words) -> Section | None:
    """The section, or none without gates."""
    if not assessment.gates:
        return None
    chart = gates_by_month(assessment, words)
    blocks: list[SectionBlock] = [] if chart is None else [chart]
    for gate in assessment.gates:
        if _states(assessment, gate):
            blocks.append(_board(assessment, gate, words))
        pictures = (condition_margins(assessment, gate, words), removal_gains(assessment, gate, words))
        blocks += [one for one in pictures if one is not None]
    if any(gate.positions for gate in assessment.gates):
        blocks += [_rules(assessment, words), Paragraph(words.text("rules-note"))]
    positions = positions_table(plan, assessment, words)
    blocks += [] if positions is None else [positions]
    return Section("transition", words.text("section-transition"), words.text("lead-transition"), tuple(blocks))


def _rules(assessment: Assessment, words: Words) -> Table:
    columns = [
        Column(words.text("table-gate")),
        Column(words.text("table-party")),
        Column(words.text("table-rule")),
        Column(words.text("table-reference"), "month"),
        Column(words.text("table-on-rules"), "number"),
        Column(words.text("table-on-positions"), "number"),
        Column(words.text("table-ended"), "number"),
    ]
    rows: list[tuple[Cell | str, ...]] = [
        (
            Cell(words.name(gate.name), address=f"gate/{gate.gate}"),
            owner_name(assessment, one.party, words),
            words.text(f"rule-{one.rule}"),
            words.month(one.reference),
            Cell(chance_text(one.on, gate.draws, words), value=one.on),
            Cell(
                chance_text(one.on_with_beliefs, gate.draws, words),
                value=one.on_with_beliefs,
                address=f"gate/{gate.gate}/{one.party}",
            ),
            Cell(words.percent(one.opened_by), value=one.opened_by),
        )
        for gate in assessment.gates
        for one in gate.positions
    ]
    rows += [_both(gate, words) for gate in assessment.gates if gate.on_by_both is not None]
    return plain_table("sides", words.text("section-rules-table"), columns, rows)


def _both(gate: GateOutlook, words: Words) -> tuple[Cell | str, ...]:
    """The gate by the rules of every side at once."""
    share = gate.on_by_both or 0.0
    met = Cell(chance_text(share, gate.draws, words), value=share)
    name = Cell(words.name(gate.name), address=f"gate/{gate.gate}")
    return (name, words.text("all-rules-at-once"), "–", words.text("each-its-month"), met, "–", "–")


def _states(assessment: Assessment, gate: GateOutlook) -> list[ConditionState]:
    return [one for one in assessment.today if one.gate == gate.gate]


def _board(assessment: Assessment, gate: GateOutlook, words: Words) -> Table:
    columns = [
        Column(words.text("table-condition")),
        Column(words.text("table-state")),
        Column(words.text("table-value"), "number"),
        Column(words.text("table-threshold"), "number"),
        Column(words.text("table-record"), "code"),
        Column(words.text("table-age"), "month"),
        Column(words.text("table-owner")),
        Column(words.text("table-next"), "month"),
        Column(words.text("table-open", month=words.month(gate.reference)), "number"),
    ]
    open_shares = {one.condition: one.open_share for one in gate.conditions}
    rows = [_condition(assessment, one, open_shares[one.condition], words) for one in _states(assessment, gate)]
    caption = words.text("board-caption", gate=words.name(gate.name), note=gate_note(gate, words))
    return plain_table(f"board-{gate.gate}", caption, columns, rows)


def _condition(assessment: Assessment, one: ConditionState, open_share: float, words: Words) -> tuple[Cell | str, ...]:
    note = words.text("contextual") if one.condition_class == "contextual" else ""
    due = words.month(one.next_assessment) if one.next_assessment else words.text("none-scheduled")
    age = "–" if one.age_months is None else words.text("months-old", n=one.age_months)
    return (
        Cell(words.name(one.name), note=note, address=f"condition/{one.condition}"),
        Cell(words.text(f"state-{one.state.replace(' ', '-')}"), state=one.state),
        Cell(value_text(one.value, one.unit, words), value=one.value, address=f"condition/{one.condition}"),
        Cell(
            wanted_text(one, words),
            value=one.threshold,
            basis=one.basis,
            address=f"conditions/{one.condition}/threshold",
        ),
        one.record or words.text("no-record"),
        Cell(age, value=one.age_months),
        owner_name(assessment, one.owner, words),
        due,
        Cell(words.percent(open_share), value=open_share, address=f"condition/{one.condition}"),
    )
