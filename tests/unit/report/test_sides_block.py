"""What the first page says of what separates the sides."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from sample_assessment import bare, sample
from sample_sides import shift, sides_apart

import jisr
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.sides_block import sides_block
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
WORDS = Words()


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def said(plan: Plan, apart: SidesApart) -> tuple[str, str, list[tuple[str, str]]]:
    """Figure, answer and the parts of the line."""
    (block,) = sides_block(plan, sample(), apart, WORDS)
    return block.figure, block.answer, [(part.term, part.text) for part in block.lines[0].parts]


def test_the_gate_they_lie_furthest_apart_at_and_each_judgement_alone(plan: Plan) -> None:
    figure, answer, parts = said(plan, sides_apart())
    assert figure == "25 points"
    assert answer.startswith("Coalition 1.0 %, Northland 26 % by all positions of each (±2.0)")
    assert parts[0] == ("", "points if Coalition moves to the other side's value | if Northland does")
    assert [text for _, text in parts[1:]] == ["+20 | −11", "+4 | 0", "1 other: nothing beyond the error"]
    assert parts[2][0] == "Whose judgement of the self-reliance today"


def test_no_difference_beyond_the_error_is_said(plan: Plan) -> None:
    quiet = sides_apart(shift("x", 0.001, 0.0), others=shift("", 0.03, 0.0), change=0.01)
    _, answer, parts = said(plan, quiet)
    assert "no difference beyond the error" in answer
    assert parts == [("", "no judgement alone moves it beyond the error"), ("", "1 other: +3 | 0")]


def test_more_than_three_are_counted(plan: Plan) -> None:
    many = sides_apart(*(shift(f"j{i}", 0.1 + i / 100, 0.0) for i in range(5)))
    _, _, parts = said(plan, many)
    assert [term for term, _ in parts] == ["", "j4", "j3", "j2", "", ""]
    assert parts[4][1] == "and 2 more"


def test_without_sides_or_gates_there_is_no_block(plan: Plan) -> None:
    assert sides_block(plan, sample(), None, WORDS) == []
    assert sides_block(plan, sample(), SidesApart(500, ()), WORDS) == []
    assert sides_block(plan, dataclasses.replace(bare(), gates=()), sides_apart(), WORDS) == []
