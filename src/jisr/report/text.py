"""The answer as lines for a terminal."""

from __future__ import annotations

import textwrap

from jisr.assessment import Assessment, Board, BoardCondition, BoardGate
from jisr.explain import Explanation
from jisr.report.blocks import first_page, headline, owner_name
from jisr.words import Words

__all__ = ["assess_text", "board_text", "demo_lines", "explain_text"]

_WIDTH = 110
_DEMO_LINES = 10


def assess_text(assessment: Assessment, words: Words) -> str:
    """The blocks of the first page."""
    lines = [_head(assessment, words), headline(assessment, words)]
    for block in first_page(assessment, words):
        lines += ["", block.title.upper(), *_wrapped(block.answer)]
        for line in block.lines:
            lines += _wrapped(line)
    return "\n".join(lines)


def demo_lines(assessment: Assessment, words: Words) -> list[str]:
    """Ten lines and where to look."""
    lines = [_head(assessment, words), headline(assessment, words)]
    for block in first_page(assessment, words):
        lines += [block.title.upper(), "  " + textwrap.shorten(block.answer, _WIDTH * 2, placeholder=" …")]
    return [*lines[: _DEMO_LINES - 1], words.text("demo-look")]


def board_text(assessment: Assessment, found: Board, words: Words) -> str:
    """Every gate and condition."""
    lines = [_head(assessment, words), headline(assessment, words)]
    outlooks = {gate.gate: gate for gate in assessment.gates}
    for gate in found.gates:
        outlook = outlooks[gate.gate]
        title = words.text(
            f"gate-title-{gate.rule}",
            phase=words.name(outlook.phase_from_name),
            gate=words.name(outlook.name),
            month=words.month(gate.reference),
        )
        lines += ["", title.upper(), _probabilities(assessment, gate, words)]
        lines += [_condition_line(assessment, one, words) for one in gate.conditions]
        if gate.blockers:
            names = {one.today.condition: words.name(one.today.name) for one in gate.conditions}
            listed = words.text("comma").join(names[one] for one in gate.blockers)
            lines += _wrapped(words.text("board-blockers", list=listed))
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


def _head(assessment: Assessment, words: Words) -> str:
    plan = assessment.plan
    return " · ".join(
        [
            "JISR",
            words.name(plan.title),
            words.text("head-cutoff", cutoff=words.date(plan.cutoff)),
            words.text("head-draws", seed=str(plan.seed), draws=words.number(plan.draws)),
        ]
    )


def _probabilities(assessment: Assessment, gate: BoardGate, words: Words) -> str:
    return words.text(
        "board-at",
        month=words.month(gate.at),
        met=words.chance(gate.met, assessment.plan.draws),
        by=words.chance(gate.met_by, assessment.plan.draws),
        opened=words.percent(gate.opened),
    )


def _condition_line(assessment: Assessment, one: BoardCondition, words: Words) -> str:
    today = one.today
    state = words.text(f"state-{today.state.replace(' ', '-')}")
    age = words.text("no-record") if today.age_months is None else words.text("months-old", n=today.age_months)
    wanted = ""
    if today.threshold is not None:
        sign = words.isolated("≥" if today.comparison == ">=" else "≤")
        value = "–" if today.value is None else words.quantity(today.value)
        wanted = f"{value} ({sign} {words.quantity(today.threshold)})"
    name = textwrap.shorten(words.name(today.name), 40, placeholder="…")
    owner = owner_name(assessment, today.owner, words)
    return f"  {state:9} {name:40} {wanted:22} {age:12} {words.percent(one.met):>7}  {owner}"


def _wrapped(text: str) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ", break_long_words=False)
