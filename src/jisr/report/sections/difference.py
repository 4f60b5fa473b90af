"""The section of what changed against another assessment: in which inputs, with which effect."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.charts import Cell, Column, Row, Table, plain_table
from jisr.comparison import Change, Difference, Effect, Effects
from jisr.report.difference_figures import (
    change_text,
    effect_text,
    held_text,
    shift_name,
    told,
    turn_name,
    turn_text,
    value_of_shift,
)
from jisr.report.report import Paragraph, Section, SectionBlock
from jisr.words import Words

__all__ = ["difference_lead", "difference_section", "paired_text"]

_MOST_CHANGES = 200
"""More changed cells than this are counted, not listed."""


def difference_section(difference: Difference, assessment: Assessment, words: Words) -> Section:
    """The section: changed inputs, what each does, which results differ, what is said otherwise."""
    blocks: list[SectionBlock] = []
    if difference.changes:
        blocks.append(_changes(difference, words))
    if difference.effects is not None:
        blocks.append(_effects(difference.effects, assessment, words))
    if told(difference):
        blocks.append(_results(difference, assessment, words))
    if difference.turns:
        blocks.append(_turns(difference, words))
    blocks.append(Paragraph(paired_text(difference, words)))
    lead = difference_lead(difference, words)
    return Section("difference", words.text("section-difference"), lead, tuple(blocks), leads=True)


def difference_lead(difference: Difference, words: Words) -> str:
    """How many inputs and results differ, and against what."""
    before = difference.before
    return words.text(
        "difference-lead",
        title=words.name(before.title),
        cutoff=words.date(before.cutoff),
        option=words.text("difference-option", option=before.option) if before.option else "",
        changes=words.number(sum(one.kind != "setting" for one in difference.changes)),
        told=words.number(len(told(difference))),
        results=words.number(len(difference.shifts)),
    )


def paired_text(difference: Difference, words: Words) -> str:
    """How the errors were taken."""
    key = "difference-paired" if difference.paired else "difference-unpaired"
    return words.text(key, draws=words.number(difference.draws))


def _changes(difference: Difference, words: Words) -> Table:
    columns = [
        Column(words.text("difference-address"), "code"),
        Column(words.text("difference-done")),
        Column(words.text("difference-before")),
        Column(words.text("difference-after")),
        Column(words.text("difference-why")),
    ]
    shown = difference.changes[:_MOST_CHANGES]
    more = len(difference.changes) - len(shown)
    rows = tuple(Row(_change(one, words)) for one in shown)
    note = words.text("difference-more", n=words.number(more)) if more else ""
    return Table("changes", words.text("difference-changes-caption"), tuple(columns), rows, note)


def _change(one: Change, words: Words) -> tuple[Cell, ...]:
    return (
        Cell(one.address, address=one.address if one.kind == "changed" else ""),
        Cell(words.text(f"difference-kind-{one.kind}")),
        Cell(held_text(one, one.before, words)),
        Cell(held_text(one, one.after, words), basis=one.basis or ""),
        Cell(one.reason or " ".join(one.evidence) or words.text("difference-no-source")),
    )


def _effects(effects: Effects, assessment: Assessment, words: Words) -> Table:
    gates = [(one.gate, words.name(one.name)) for one in assessment.gates]
    columns = [
        Column(words.text("difference-change")),
        *(Column(words.text("difference-on-gate", gate=name), "number") for _, name in gates),
        Column(words.text("difference-on-uncovered"), "number"),
    ]
    ids = [gate for gate, _ in gates]
    listed = [(", ".join(one.addresses), one) for one in effects.own]
    sums = [(words.text("difference-together"), effects.together), (words.text("difference-rest"), effects.rest)]
    rows = [_effect(name, one, ids, words) for name, one in [*listed, *sums]]
    note = words.text("difference-effects-note", draws=words.number(effects.draws))
    if effects.not_alone:
        note += " " + words.text("difference-not-alone", names=words.text("comma").join(effects.not_alone))
    table = plain_table("effects", words.text("difference-effects-caption"), columns, rows)
    return Table(table.id, table.caption, table.columns, table.rows, note)


def _effect(name: str, effect: Effect, gates: list[str], words: Words) -> tuple[Cell, ...]:
    found = [Cell(effect_text(effect, gate, words), effect.gates.get(gate)) for gate in gates]
    address = effect.addresses[0] if len(effect.addresses) == 1 else ""
    return (Cell(name, address=address), *found, Cell(effect_text(effect, "", words), effect.uncovered))


def _results(difference: Difference, assessment: Assessment, words: Words) -> Table:
    currency = assessment.plan.currency
    columns = [
        Column(words.text("difference-result")),
        Column(words.text("difference-before"), "number"),
        Column(words.text("difference-after"), "number"),
        Column(words.text("difference-by"), "number"),
    ]
    rows = [
        (
            shift_name(one, words),
            Cell(value_of_shift(one, one.before, difference, currency, words), one.before),
            Cell(value_of_shift(one, one.after, difference, currency, words), one.after),
            Cell(change_text(one, currency, words), one.change),
        )
        for one in told(difference)
    ]
    table = plain_table("results", words.text("difference-results-caption"), columns, rows)
    quiet = len(difference.shifts) - len(rows)
    note = words.text("difference-quiet", n=words.number(quiet)) if quiet else ""
    return Table(table.id, table.caption, table.columns, table.rows, note)


def _turns(difference: Difference, words: Words) -> Table:
    keys = ("difference-what", "difference-before", "difference-after")
    rows = [
        (turn_name(one, words), turn_text(one, one.before, words), turn_text(one, one.after, words))
        for one in difference.turns
    ]
    return plain_table("turns", words.text("difference-turns-caption"), [Column(words.text(key)) for key in keys], rows)
