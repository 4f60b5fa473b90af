"""The answer as lines for a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from jisr.assessment import Assessment, Board, BoardCondition, BoardGate
from jisr.comparison import SidesApart
from jisr.explain import Explanation
from jisr.plan import Plan
from jisr.report.basis_block import headline
from jisr.report.block import Block
from jisr.report.blocks import first_page
from jisr.report.figures import chance_text, owner_name, value_text, wanted_text
from jisr.report.gate_block import gate_note
from jisr.report.kept_together import NO_BREAK, kept_together
from jisr.words import Words

__all__ = ["assess_text", "board_text", "demo_lines", "explain_text"]

_WIDTH = 110
_LABEL = 17
_DEMO_LINES = 10
_NAME = 38


def assess_text(assessment: Assessment, words: Words, plan: Plan | None = None, apart: SidesApart | None = None) -> str:
    """The blocks of the first page. No line is longer than 110 columns."""
    lines = _head(assessment, words)
    for block in first_page(assessment, words, plan, apart):
        lines += ["", *_title(block), *_wrapped(block.answer)]
        for line in block.lines:
            lines += _wrapped(line.text, line.label) if line.parts else []
    return "\n".join(lines)


def demo_lines(assessment: Assessment, words: Words) -> list[str]:
    """Ten lines at most: the answers, and where to look."""
    head = _head(assessment, words)
    room = _DEMO_LINES - len(head) - 1
    blocks = first_page(assessment, words)[:room]
    spare, answers = room - len(blocks), []
    for block in blocks:
        lines = _wrapped(f"{block.title}: {block.answer}", margin="", later="  ")
        if len(lines) > 1 + spare:
            # an answer that does not fit is said by its figure, never cut: what is lost is the end, where the figure stands
            short = words.text("demo-figure", title=block.title, figure=block.figure, note=block.note)
            lines = _wrapped(short, margin="", later="  ")[: 1 + spare]
        spare -= len(lines) - 1
        answers += lines
    return [*head, *answers, words.text("demo-look")]


def board_text(assessment: Assessment, found: Board, words: Words) -> str:
    """Every gate and condition: state, value and what is wanted, age, chance, owner; then record and next assessment."""
    lines = _head(assessment, words)
    outlooks = {gate.gate: gate for gate in assessment.gates}
    for gate in found.gates:
        outlook = outlooks[gate.gate]
        lines += ["", *_wrapped(f"{words.name(outlook.name).upper()}  {gate_note(outlook, words)}", margin="")]
        lines += _wrapped(_probabilities(assessment, gate, words))
        lines += [_columns(words)] if gate.conditions else []
        for one in gate.conditions:
            lines += _condition_lines(assessment, one, words)
        if gate.blockers:
            names = {one.today.condition: words.name(one.today.name) for one in gate.conditions}
            listed = words.text("comma").join(names[one] for one in gate.blockers)
            lines += _wrapped(f"{words.text('board-blockers')}: {listed}")
        if gate.unscheduled:
            lines += _wrapped(words.text("gate-unscheduled", n=gate.unscheduled))
    return "\n".join(lines)


def explain_text(chain: Explanation, words: Words, depth: int = 0) -> str:
    """The chain as an indented list."""
    parts = [words.text(f"explain-{chain.kind}"), chain.address, chain.value, chain.unit]
    line = "  " * depth + "  ".join(part for part in parts if part)
    if chain.basis is not None:
        source = " ".join(chain.evidence) or chain.reason or ""
        age = "" if chain.age_months is None else ", " + words.text("months-old", n=chain.age_months)
        line += f"  [{words.text(f'basis-{chain.basis}')}{age}: {source}]"
    return "\n".join([line, *(explain_text(part, words, depth + 1) for part in chain.parts)])


def _head(assessment: Assessment, words: Words) -> list[str]:
    plan = assessment.plan
    first = " · ".join(
        [
            "JISR",
            words.name(plan.title),
            words.text("head-cutoff", cutoff=words.date(plan.cutoff)),
            words.text("head-draws", seed=str(plan.seed), draws=words.number(plan.draws)),
        ]
    )
    assumed = headline(assessment, words)
    second = f"{words.text('head-demonstration')} {assumed}" if assumed else ""
    third = "" if plan.threat_reacts else words.text("threat-does-not-react")
    return [textwrap.shorten(line, _WIDTH, placeholder=" …") for line in (first, second, third) if line]


def _title(block: Block) -> list[str]:
    return _wrapped(f"{block.title.upper()}  {block.note}", margin="")


def _probabilities(assessment: Assessment, gate: BoardGate, words: Words) -> str:
    return words.text(
        "board-at",
        month=words.month(gate.at),
        met=chance_text(gate.met, assessment.plan.draws, words),
        by=chance_text(gate.met_by, assessment.plan.draws, words),
        opened=words.percent(gate.opened),
    )


def _columns(words: Words) -> str:
    """The headings above the conditions."""
    keys = ("board-state", "board-condition", "board-value", "board-wanted", "board-age", "board-chance", "board-owner")
    return _row([words.text(key) for key in keys]).rstrip()


def _row(cells: Sequence[str]) -> str:
    state, name, value, wanted, age, chance, owner = cells
    return f"  {state:9} {name:{_NAME}} {value:>7} {wanted:>9}  {age:10} {chance:>6}  {owner}"[:_WIDTH]


def _condition_lines(assessment: Assessment, one: BoardCondition, words: Words) -> list[str]:
    today = one.today
    state = words.text(f"state-{today.state.replace(' ', '-')}")
    age = words.text("no-record") if today.age_months is None else words.text("months-old", n=today.age_months)
    value = value_text(today.value, today.unit, words)
    name = textwrap.shorten(words.name(today.name), _NAME, placeholder="…") or words.name(today.name)[:_NAME]
    owner = owner_name(assessment, today.owner, words)
    first = _row(
        [state, name, value, wanted_text(today, words), age, words.chance(one.met, assessment.plan.draws), owner]
    )
    record = "" if today.record is None else f"{words.text('board-record')} {today.record}; "
    due = words.month(today.next_assessment) if today.next_assessment else words.text("none-scheduled")
    second = f"{record}{words.text('board-next')}: {due}"
    if today.condition_class != "core":
        second = f"{words.text('contextual')}; {second}"
    return [first, *textwrap.wrap(second, _WIDTH, initial_indent=" " * 12, subsequent_indent=" " * 12)]


def _wrapped(text: str, label: str = "", margin: str = "  ", later: str | None = None) -> list[str]:
    """Lines of at most 110 columns; a label stands in its own column; a figure stays with its unit."""
    first = f"{margin}{label:{_LABEL}}" if label else margin
    rest = margin + " " * _LABEL if label else margin if later is None else later
    lines = textwrap.wrap(kept_together(text), _WIDTH, initial_indent=first, subsequent_indent=rest)
    return [line.replace(NO_BREAK, " ") for line in lines]
