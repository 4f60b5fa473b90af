"""How far single things reach, as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from jisr.comparison import GateNow, Move, Reach, ReachEnd, ReachItem, Separation, SideShift, is_told
from jisr.plan import Judgement, Plan
from jisr.report.figures import chance_text
from jisr.report.reach_figures import REACH_KINDS, end_name, gate_at, item_name, moves_chance, moves_open, reach_rank
from jisr.words import Words

__all__ = ["reach_text"]

_WIDTH = 110
_MOST = {"together": 2, "input": 8, "limit": 5, "structure": 5, "position": 5}
"""Things of a kind listed for a gate."""
_UNCOVERED = 5
_JUDGEMENTS = 6
_SURE = 2.0


def reach_text(plan: Plan, reach: Reach, words: Words) -> str:
    """By gate: all of a kind together, then what reaches farthest of each kind; what separates the sides. 110 columns."""
    lines = _wrapped(words.text("reach-lead", draws=words.number(reach.draws), look=words.number(reach.screened)))
    for gate in reach.gates:
        lines += ["", *_gate(reach, gate, words)]
    lines += ["", *_uncovered(reach, words)]
    for one in reach.separations:
        lines += ["", *_separation(plan, reach, one, words)]
    return "\n".join([*lines, "", *_wrapped(words.text("reach-unread", n=reach.unread))])


def _gate(reach: Reach, gate: GateNow, words: Words) -> Iterator[str]:
    yield from _wrapped(
        words.text(
            "reach-gate",
            gate=words.name(gate.name).upper(),
            month=words.month(gate.judged),
            chance=chance_text(gate.chance, reach.draws, words),
            error=words.points(_SURE * gate.standard_error, 1),
            open=words.number(gate.expected_open, 1),
        )
    )
    key = "reach-illustrative" if gate.illustrative else "reach-not-illustrative"
    yield from _wrapped(words.text(key, span=words.points(gate.span)), "  ")
    for kind in REACH_KINDS:
        yield from _kind(reach, gate, kind, words)


def _kind(reach: Reach, gate: GateNow, kind: str, words: Words) -> Iterator[str]:
    """What reaches farthest of a kind; what moves nothing beyond its error is counted."""
    of_kind = [one for one in reach.items if one.kind == kind]
    if not of_kind:
        return
    told = [one for one in of_kind if moves_chance(one, gate.gate) or moves_open(one, gate.gate)]
    told.sort(key=lambda one: reach_rank(one, gate.gate))
    shown = told[: _MOST[kind]]
    yield f"  {words.text(f'reach-kind-{kind}')}"
    for one in shown:
        yield from _item(one, gate, words)
    if len(told) > len(shown):
        yield f"    {words.text('reach-more', n=len(told) - len(shown))}"
    if len(of_kind) > len(told):
        yield f"    {words.text('reach-quiet', n=len(of_kind) - len(told))}"


def _item(one: ReachItem, gate: GateNow, words: Words) -> list[str]:
    """Its span and its ends: of the chance, or of the conditions not met where the chance does not move."""
    by_chance = moves_chance(one, gate.gate)
    if by_chance:
        span = words.text("reach-span", span=words.points(one.spans[gate.gate], 1))
    else:
        span = words.text("reach-open-span", span=words.number(one.open_spans[gate.gate], 2))
    ends = words.text("comma").join(_end(one, end, gate, words, by_chance=by_chance) for end in one.ends)
    basis = "" if one.basis is None else f" {words.text(f'basis-{one.basis}')}"
    text = f"{span:>10}  {item_name(one, words)}{basis}: {ends}"
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent=" " * 14, drop_whitespace=True)


def _end(item: ReachItem, end: ReachEnd, gate: GateNow, words: Words, *, by_chance: bool) -> str:
    at = gate_at(end, gate.gate)
    return words.text(
        "reach-end",
        what=end_name(item, end, words),
        value=words.chance(at.chance, item.draws)
        if by_chance
        else f"{_sign(at.open_change)}{words.number(abs(at.open_change), 2)}",
        error=words.points(_SURE * at.standard_error, 1) if by_chance else words.number(_SURE * at.open_error, 2),
        moved="yes" if at.judged != gate.judged else "no",
        month=words.month(at.judged),
        turns="yes" if at.turns else "no",
    )


def _uncovered(reach: Reach, words: Words) -> Iterator[str]:
    """What moves the uncovered essential requirement, and under what another option would leave the least."""
    option = words.text("reach-no-option") if reach.option is None else words.text("reach-option", option=reach.option)
    yield from _wrapped(words.text("reach-uncovered", share=words.percent(reach.uncovered, 1), option=option))
    inputs = sorted((one for one in reach.items if one.kind == "input"), key=lambda one: -one.uncovered_span)
    for one in [one for one in inputs if one.uncovered_span > 0][:_UNCOVERED]:
        ends = words.text("comma").join(_uncovered_end(end, reach, words) for end in one.ends)
        yield from _wrapped(f"{one.id}: {ends}", "    ")


def _uncovered_end(end: ReachEnd, reach: Reach, words: Words) -> str:
    change, error = words.points(end.uncovered_change, 1), words.points(_SURE * end.uncovered_error, 1)
    other = words.text("reach-option-then", option=end.option) if end.option and end.option != reach.option else ""
    return f"{end.value} {_sign(end.uncovered_change)}{change} ±{error}{other}"


def _separation(plan: Plan, reach: Reach, one: Separation, words: Words) -> Iterator[str]:
    names = (_party(plan, one.first, words), _party(plan, one.second, words))
    yield words.text("reach-separation", first=names[0], second=names[1])
    for gate in reach.gates:
        yield from _wrapped(
            words.text(
                "reach-sides",
                gate=words.name(gate.name),
                first=names[0],
                first_chance=chance_text(one.first_chance[gate.gate], reach.draws, words),
                second=names[1],
                second_chance=chance_text(one.second_chance[gate.gate], reach.draws, words),
                change=_move(one.change[gate.gate], words),
                rest=_move(one.only_together[gate.gate], words),
            ),
            "  ",
        )
        moved = [shift for shift in one.judgements if _tells(shift, gate.gate)]
        for shift in moved[:_JUDGEMENTS]:
            yield from _wrapped(_shift(plan, shift, gate.gate, names, words), "    ")
        if not moved:
            yield f"    {words.text('reach-none-alone')}"
        if one.others is not None:
            yield from _wrapped(_others(gate.gate, one.others, names, words), "    ")


def _tells(shift: SideShift, gate: str) -> bool:
    return is_told(shift.from_first[gate]) or is_told(shift.from_second[gate])


def _others(gate: str, others: SideShift, names: Sequence[str], words: Words) -> str:
    return words.text(
        "reach-others-matter" if _tells(others, gate) else "reach-others",
        first=names[0],
        second=names[1],
        from_first=_move(others.from_first[gate], words),
        from_second=_move(others.from_second[gate], words),
    )


def _shift(plan: Plan, shift: SideShift, gate: str, names: Sequence[str], words: Words) -> str:
    row = plan.get(Judgement, shift.judgement)
    question = words.name(row.question) if row else words.text("reach-self-reliance")
    return words.text(
        "reach-judgement",
        judgement=question or shift.judgement,
        first_value=shift.values[0] or "–",
        second_value=shift.values[1] or "–",
        first=names[0],
        second=names[1],
        from_first=_move(shift.from_first[gate], words),
        from_second=_move(shift.from_second[gate], words),
    )


def _move(move: Move, words: Words) -> str:
    """The change of the chance; of the conditions not met where only that is told."""
    if abs(move.chance) <= _SURE * move.chance_error and is_told(move):
        open_ = f"{_sign(move.open)}{words.number(abs(move.open), 2)} ±{words.number(_SURE * move.open_error, 2)}"
        return words.text("reach-open", change=open_)
    change = f"{_sign(move.chance)}{words.points(move.chance, 1)} ±{words.points(_SURE * move.chance_error, 1)}"
    return words.text("reach-points", change=change)


def _sign(value: float) -> str:
    return "+" if value >= 0 else "−"


def _party(plan: Plan, party: str, words: Words) -> str:
    found = plan.partnership.party(party)
    return (words.name(found.label) if found else "") or party


def _wrapped(text: str, margin: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=margin, subsequent_indent=margin + "  ")
