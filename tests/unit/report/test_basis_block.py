from __future__ import annotations

import dataclasses

import pytest
from sample_assessment import gate, sample

from jisr.report.basis_block import basis_block
from jisr.words import Words

WORDS = Words()


def unknown_line(worst: float | None, best: float | None) -> str:
    """What the block says of unknown inputs for one gate at 12 %."""
    only = dataclasses.replace(gate("a", "Step one"), on=0.12, unknown_worst=worst, unknown_best=best)
    (block,) = basis_block(dataclasses.replace(sample(), gates=(only,)), WORDS)
    return next((line.text for line in block.lines if line.label == "Unknown"), "")


@pytest.mark.parametrize(
    ("worst", "best", "said"),
    [
        (0.08, 0.16, "Step one 8.0 % with every unknown input at its worst, 16 % at its best"),
        (0.12, 0.16, "Step one 12 % with every unknown input at its worst, 16 % at its best"),
        (0.12, 0.12, "inputs marked ? move no gate"),
        (None, None, ""),
    ],
)
def test_what_unknown_inputs_do_is_said_also_when_it_is_nothing(
    worst: float | None, best: float | None, said: str
) -> None:
    assert unknown_line(worst, best) == said
