"""The blocks of the first page in their order: the same for page and terminal."""

from __future__ import annotations

from jisr.assessment import Assessment
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.basis_block import basis_block
from jisr.report.block import Block
from jisr.report.gate_block import gate_block
from jisr.report.programme_block import programme_block
from jisr.report.returns_block import returns_block
from jisr.report.sides_block import sides_block
from jisr.report.sustainment_block import sustainment_block
from jisr.words import Words

__all__ = ["first_page"]


def first_page(
    assessment: Assessment, words: Words, plan: Plan | None = None, apart: SidesApart | None = None
) -> tuple[Block, ...]:
    """The blocks in their order; one that has nothing to say is not there.

    Parameters: `apart` what separates the sides of the `plan`, where it was computed.
    """
    return (
        *(gate_block(assessment, gate, words) for gate in assessment.gates),
        *(() if plan is None else sides_block(plan, assessment, apart, words)),
        *programme_block(assessment, words),
        *sustainment_block(assessment, words),
        *returns_block(assessment, words),
        *basis_block(assessment, words),
    )
