"""The block of one gate: will its conditions be complete, what keeps it shut, what would help."""

from __future__ import annotations

from jisr.assessment import Assessment, ConditionOutlook, ConditionState, GateOutlook, PositionOutlook
from jisr.charts import Cell, Column, Row, Table
from jisr.report.block import Block, Line, Mark, Meter, Part
from jisr.report.figures import (
    chance_text,
    error_text,
    gain_text,
    odds_text,
    owner_name,
    spread_text,
    wanted_text,
)
from jisr.words import Words

__all__ = ["gate_answer", "gate_block", "gate_note", "never_met"]

_SHOWN = 3
_OPEN = 4
"""Open conditions named one by one; the others are counted."""
_LEAST_GAIN = 2
"""Points; a gain below them is within the noise of the draws (twice the standard error of two thousand)."""
_CLOSED_BY = {
    "record": "paperwork",
    "post-assessment": "paperwork",
    "capability": "capability",
    "residual": "capability",
    "threat": "outside",
    "external": "outside",
}
"""Family → what closes its conditions: a text or signature, the forces and their support, or what others do."""
_ORDER = ("disputed", "not met", "stale", "unknown", "partly", "met")
_UNLIKELY, _LIKELY = 1 / 3, 2 / 3
"""Where a probability is called not expected, or expected (Mastrandrea et al. 2010, IPCC guidance on uncertainty)."""


def gate_block(assessment: Assessment, gate: GateOutlook, words: Words) -> Block:
    """The block of one gate."""
    programme = _programme(assessment, gate, words)
    lines = [
        _reached(assessment, gate, words),
        _sides(assessment, gate, words),
        None if programme else _open(gate, words),
        _today(assessment, gate, words),
        _most_open(assessment, gate, words),
        _removal(gate, words),
        programme,
        _unscheduled(gate, words),
    ]
    return Block(
        f"gate-{gate.gate}",
        words.name(gate.name),
        gate_note(gate, words),
        chance_text(gate.on, gate.draws, words),
        gate_answer(assessment, gate, words),
        tuple(line for line in lines if line is not None),
        address=f"gate/{gate.gate}",
    )


def gate_note(gate: GateOutlook, words: Words) -> str:
    """The gate's rule and its month."""
    return words.text(f"gate-note-{gate.rule}", month=words.month(gate.reference))


def never_met(gate: GateOutlook) -> bool:
    """Whether no draw met the gate in any month."""
    return gate.by_horizon <= 0 and gate.on <= 0


def gate_answer(assessment: Assessment, gate: GateOutlook, words: Words) -> str:
    """One sentence: are the conditions expected to be complete."""
    month, share = words.month(gate.reference), chance_text(gate.on, gate.draws, words)
    draws = words.number(gate.draws)
    if never_met(gate):
        bought = any(one.start for one in assessment.programme.activities)
        key = "gate-never-programme" if bought else "gate-never"
        return words.text(key, draws=draws, end=words.month(assessment.plan.months[-1]), below=share)
    if gate.on <= 0:
        return words.text("gate-not-on", month=month, draws=draws, below=share)
    expected = "unlikely" if gate.on <= _UNLIKELY else "likely" if gate.on >= _LIKELY else "open"
    return words.text(
        f"gate-on-{expected}",
        month=month,
        odds=odds_text(gate.on, gate.draws, words),
        share=share,
        error=error_text(gate.standard_error, words),
    )


def _sides(assessment: Assessment, gate: GateOutlook, words: Words) -> Line | None:
    if not gate.positions:
        return None
    parts = [
        words.text(
            "side",
            party=owner_name(assessment, one.party, words),
            share=chance_text(one.on_with_beliefs, gate.draws, words),
            rules=chance_text(one.on, gate.draws, words),
            how=_how(gate, one, words),
        )
        for one in gate.positions
    ]
    marks = tuple(
        Mark(
            one.on_with_beliefs,
            chance_text(one.on_with_beliefs, gate.draws, words),
            owner_name(assessment, one.party, words) + _how(gate, one, words),
            f"gate/{gate.gate}/{one.party}",
        )
        for one in gate.positions
    )
    meter = Meter(words.text("label-sides"), marks)
    return Line(words.text("label-sides"), (Part(" · ".join(parts)),), (meter,), pictured=True)


def _how(gate: GateOutlook, one: PositionOutlook, words: Words) -> str:
    """In which way a side's rule is another than the plan's; empty when it is not."""
    parts = []
    if one.rule != gate.rule:
        parts.append(words.text(f"side-rule-{one.rule}"))
    if one.reference != gate.reference:
        parts.append(words.text("side-month", month=words.month(one.reference)))
    return "".join(parts)


def _reached(assessment: Assessment, gate: GateOutlook, words: Words) -> Line | None:
    if never_met(gate):
        return None
    text = words.text(
        "gate-reached",
        month=words.month(gate.reference),
        by=chance_text(gate.by, gate.draws, words),
        horizon=chance_text(gate.by_horizon, gate.draws, words),
        end=words.month(assessment.plan.months[-1]),
        held=chance_text(gate.held, gate.draws, words),
        n=assessment.plan.held_months,
    )
    meters = (
        _meter(words.text("meter-by", month=words.month(gate.reference)), gate.by, gate, words, "by"),
        _meter(
            words.text("meter-by", month=words.month(assessment.plan.months[-1])),
            gate.by_horizon,
            gate,
            words,
            "horizon",
        ),
        _meter(words.text("meter-held", n=assessment.plan.held_months), gate.held, gate, words, "held"),
    )
    return Line(words.text("label-reached"), (Part(text),), meters, pictured=True)


def _meter(label: str, share: float, gate: GateOutlook, words: Words, figure: str) -> Meter:
    return Meter(label, (Mark(share, chance_text(share, gate.draws, words), address=f"gate/{gate.gate}/{figure}"),))


def _open(gate: GateOutlook, words: Words) -> Line | None:
    if not gate.core:
        return None
    values = {
        "open": words.number(gate.expected_open, 1),
        "core": words.number(gate.core),
        "month": words.month(gate.reference),
        "without": words.number(gate.expected_open_without_programme, 1),
    }
    same = values["open"] == values["without"]
    return Line(words.text("label-open"), (Part(words.text("gate-open" if same else "gate-open-programme", **values)),))


def _today(assessment: Assessment, gate: GateOutlook, words: Words) -> Line | None:
    states = [one for one in assessment.today if one.gate == gate.gate and one.condition_class == "core"]
    parts = tuple(
        Part(
            words.text("comma").join(words.name(one.name) for one in states if one.state == kind),
            words.text(f"state-{kind.replace(' ', '-')}"),
        )
        for kind in _ORDER
        if any(one.state == kind for one in states)
    )
    table = _open_table(assessment, gate, words)
    return Line(words.text("label-today"), parts, table=table, pictured=table is not None) if parts else None


def _open_table(assessment: Assessment, gate: GateOutlook, words: Words) -> Table | None:
    """What is open today, with its age and who can close it; what stays open most often first."""
    shares = {one.condition: one.open_share for one in gate.conditions}
    states = [
        one
        for one in assessment.today
        if one.gate == gate.gate and one.condition_class == "core" and one.state != "met"
    ]
    states.sort(key=lambda one: (-shares.get(one.condition, 0.0), one.condition))
    if not states:
        return None
    columns = (
        Column(words.text("open-heading")),
        Column(words.text("table-state")),
        Column(words.text("table-age"), "month"),
        Column(words.text("table-closes")),
        Column(words.text("open-then", month=words.month(gate.reference)), "number"),
    )
    rows = tuple(
        Row(
            (
                Cell(words.name(one.name), address=f"condition/{one.condition}"),
                Cell(words.text(f"state-{one.state.replace(' ', '-')}"), state=one.state),
                Cell("–" if one.age_months is None else words.text("months-short", n=words.number(one.age_months))),
                Cell(owner_name(assessment, one.owner, words)),
                Cell(
                    words.percent(shares.get(one.condition, 0.0)),
                    value=shares.get(one.condition, 0.0),
                    address=f"condition/{one.condition}",
                ),
            )
        )
        for one in states[:_OPEN]
    )
    return Table(
        f"open-{gate.gate}",
        words.text("open-caption", gate=words.name(gate.name)),
        columns,
        rows,
        _and_more(states[_OPEN:], words),
    )


def _and_more(states: list[ConditionState], words: Words) -> str:
    counts = [(kind.replace(" ", "-"), sum(one.state == kind for one in states)) for kind in _ORDER]
    listed = words.text("comma").join(f"{words.number(n)} {words.text(f'state-{kind}')}" for kind, n in counts if n)
    return words.text("open-more", n=words.number(len(states)), list=listed) if states else ""


def _most_open(assessment: Assessment, gate: GateOutlook, words: Words) -> Line | None:
    core = sorted(
        (one for one in gate.conditions if one.condition_class == "core" and one.open_share > 0),
        key=lambda one: -one.open_share,
    )
    if not core:
        return None
    return Line(
        words.text("label-most-open"), tuple(_open_one(assessment, one, words) for one in core[:_SHOWN]), pictured=True
    )


def _open_one(assessment: Assessment, one: ConditionOutlook, words: Words) -> Part:
    owner, share, spread = (
        owner_name(assessment, one.owner, words),
        words.percent(one.open_share),
        spread_text(one, words),
    )
    name = words.name(one.name)
    if not spread or one.threshold is None:
        return Part(words.text("open-condition", name=name, share=share, owner=owner))
    values = {"name": name, "share": share, "owner": owner, "spread": spread, "wanted": wanted_text(one, words)}
    return Part(words.text("open-condition-value", **values))


def _removal(gate: GateOutlook, words: Words) -> Line | None:
    """What removing one condition would gain, by what closes it; sets for a gate never met."""
    names = {one.condition: words.name(one.name) for one in gate.conditions}
    if gate.on <= 0 and gate.removal_sets:
        parts = tuple(
            Part(
                words.text(
                    "gate-removal-set",
                    list=words.text("comma").join(names.get(str(c), str(c)) for c in one["conditions"]),  # type: ignore[attr-defined]
                    share=chance_text(float(str(one["probability"])), gate.draws, words),
                )
            )
            for one in gate.removal_sets[:2]
        )
        return Line(words.text("label-removal-sets"), parts)
    found = (_gains(gate, kind, names, words) for kind in ("paperwork", "capability", "outside"))
    gains = tuple(part for part in found if part is not None)
    return Line(words.text("label-removal"), gains) if gains else None


def _gains(gate: GateOutlook, kind: str, names: dict[str, str], words: Words) -> Part | None:
    gains = [
        one
        for one in sorted(gate.conditions, key=lambda one: -one.gain_if_removed)
        if _CLOSED_BY[one.family] == kind and round(100 * one.gain_if_removed) >= _LEAST_GAIN
    ]
    if not gains:
        return None
    parts = [
        words.text("gain-one", name=names[one.condition], points=gain_text(one.gain_if_removed, words))
        for one in gains[:2]
    ]
    return Part(words.text("comma").join(parts), words.text(f"gate-gain-{kind}"))


def _programme(assessment: Assessment, gate: GateOutlook, words: Words) -> Line | None:
    if not any(one.start for one in assessment.programme.activities):
        return None
    share = chance_text(gate.on, gate.draws, words)
    without = chance_text(gate.without_programme, gate.draws, words)
    if never_met(gate):
        return None
    if share == without:
        text = words.text("gate-programme-same", share=share)
    else:
        text = words.text("gate-programme", share=share, without=without)
    opened = {
        "open": words.number(gate.expected_open, 1),
        "core": words.number(gate.core),
        "without": words.number(gate.expected_open_without_programme, 1),
    }
    same = opened["open"] == opened["without"]
    found = words.text("gate-open-then-same" if same else "gate-open-then", **opened)
    return Line(words.text("label-programme"), (Part(text), *([Part(found)] if gate.core else [])))


def _unscheduled(gate: GateOutlook, words: Words) -> Line | None:
    if not gate.unscheduled:
        return None
    return Line(words.text("label-declare"), (Part(words.text("gate-unscheduled", n=gate.unscheduled)),))
