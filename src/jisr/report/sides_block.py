"""The block of what separates two sides: how far apart the gate is, and what each judgement does of it alone."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment, GateOutlook
from jisr.comparison import Move, Separation, SidesApart, SideShift, is_told
from jisr.plan import Judgement, Plan
from jisr.report.block import Block, Line, Part
from jisr.report.figures import chance_text, owner_name
from jisr.words import Words

__all__ = ["judgement_text", "shift_moves", "shift_text", "sides_block"]

_SURE = 2.0
"""Standard errors beyond which a difference counts."""
_SHOWN = 3
_SELF_RELIANCE = "self-reliance"
"""Whose judgement of today's self-reliance is taken: it stands beside the judgements that positions are held on."""


def sides_block(plan: Plan, assessment: Assessment, apart: SidesApart | None, words: Words) -> list[Block]:
    """The block of the first two sides, at the gate they lie furthest apart; none without two sides."""
    if apart is None or not apart.separations or not assessment.gates:
        return []
    one = apart.separations[0]
    gate = max(
        assessment.gates, key=lambda each: abs(one.change[each.gate].chance) if each.gate in one.change else -1.0
    )
    if gate.gate not in one.change:
        return []
    apart_by = one.change[gate.gate]
    first, second = (owner_name(assessment, party, words) for party in (one.first, one.second))
    values = {
        "gate": words.name(gate.name),
        "first": first,
        "second": second,
        "first_chance": chance_text(one.first_chance[gate.gate], apart.draws, words),
        "second_chance": chance_text(one.second_chance[gate.gate], apart.draws, words),
        "error": words.isolated("±" + words.points(_SURE * apart_by.chance_error, 1)),
    }
    sure = abs(apart_by.chance) > _SURE * apart_by.chance_error
    return [
        Block(
            "sides",
            words.text("sides-title"),
            words.text("sides-note", gate=values["gate"]),
            words.text("sides-points", n=words.points(apart_by.chance)),
            words.text("sides-answer" if sure else "sides-answer-unsure", **values),
            (_alone(plan, one, gate, (first, second), words),),
            address=f"gate/{gate.gate}/sides",
        )
    ]


def judgement_text(plan: Plan, judgement: str, words: Words) -> str:
    """The question of a judgement; its id where it has none."""
    if judgement == _SELF_RELIANCE:
        return words.text("reach-self-reliance")
    row = plan.get(Judgement, judgement)
    return (words.name(row.question) if row else "") or judgement


def shift_moves(shift: SideShift, gate: str) -> bool:
    """Whether a judgement alone moves a gate by more than twice the error, from either side."""
    moves = (shift.from_first[gate], shift.from_second[gate])
    return any(abs(move.chance) > _SURE * move.chance_error for move in moves)


def shift_text(shift: SideShift, gate: str, words: Words) -> str:
    """What it moves in points, taken from either side."""
    return words.text(
        "sides-shift", first=_signed(shift.from_first, gate, words), second=_signed(shift.from_second, gate, words)
    )


def _signed(change: Mapping[str, Move], gate: str, words: Words) -> str:
    value = change[gate].chance
    shown = words.points(value)
    sign = "" if shown.strip("\u2066\u2069") == "0" else "+" if value > 0 else "−"
    return words.isolated(f"{sign}{shown}")


def _alone(plan: Plan, one: Separation, gate: GateOutlook, names: tuple[str, str], words: Words) -> Line:
    """The judgements that alone move the gate, the widest first."""
    moved = sorted(
        (shift for shift in one.judgements if shift_moves(shift, gate.gate)),
        key=lambda shift: -max(abs(side[gate.gate].chance) for side in (shift.from_first, shift.from_second)),
    )
    if not moved:
        return Line(words.text("label-alone"), (Part(words.text("sides-none-alone")), *_others(one, gate, words)))
    parts = [Part(words.text("sides-each", first=names[0], second=names[1]))]
    parts += [
        Part(shift_text(shift, gate.gate, words), judgement_text(plan, shift.judgement, words))
        for shift in moved[:_SHOWN]
    ]
    if len(moved) > _SHOWN:
        parts.append(Part(words.text("and-more", n=words.number(len(moved) - _SHOWN))))
    return Line(words.text("label-alone"), (*parts, *_others(one, gate, words)))


def _others(one: Separation, gate: GateOutlook, words: Words) -> tuple[Part, ...]:
    """What the judgements that alone move no gate do together."""
    if one.others is None:
        return ()
    key = "sides-others-matter" if shift_moves(one.others, gate.gate) else "sides-others"
    quiet = sum(
        not any(is_told(move) for side in (shift.from_first, shift.from_second) for move in side.values())
        for shift in one.judgements
    )
    return (Part(words.text(key, n=quiet, shift=shift_text(one.others, gate.gate, words))),)
