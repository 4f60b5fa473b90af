"""The block of how much is assumed: counts by basis, what unknown inputs do, and history as revised later."""

from __future__ import annotations

from collections.abc import Mapping

from jisr.assessment import Assessment
from jisr.report.block import Block, Line, Part
from jisr.report.figures import chance_text
from jisr.words import Words

__all__ = ["basis_block", "headline", "revised_names"]

_BASES = ("sourced", "assessed", "assumed")


def headline(assessment: Assessment, words: Words) -> str:
    """How much of the plan is assumed, in one line; empty when nothing is."""
    inputs, limits = assessment.basis.inputs, assessment.basis.limits
    if not inputs.get("assumed") and not limits.get("assumed"):
        return ""
    return words.text(
        "head-assumed",
        assumed=words.number(inputs.get("assumed", 0)),
        inputs=words.number(sum(inputs.values())),
        limits=words.number(limits.get("assumed", 0)),
        all=words.number(sum(limits.values())),
    )


def revised_names(assessment: Assessment, words: Words) -> tuple[str, ...]:
    """The drivers whose history is of a later vintage than the cutoff."""
    return tuple(words.name(one.name) for one in assessment.drivers if one.history and one.history.revised_later)


def basis_block(assessment: Assessment, words: Words) -> list[Block]:
    """The block, or none when the plan has no uncertain input."""
    inputs, limits = assessment.basis.inputs, assessment.basis.limits
    total = sum(inputs.values())
    if not total:
        return []
    share = words.percent(inputs.get("assumed", 0) / total)
    lines = [
        _counts("label-inputs", inputs, words),
        _counts("label-limits-all", limits, words),
        _unknown(assessment, words),
        _revised(assessment, words),
    ]
    return [
        Block(
            "assumed",
            words.text("assumed-title"),
            words.text("assumed-note"),
            share,
            words.text(
                "assumed-answer",
                sourced=words.number(inputs.get("sourced", 0)),
                all=words.number(total),
                limits=words.number(limits.get("sourced", 0)),
                limits_all=words.number(sum(limits.values())),
            ),
            tuple(line for line in lines if line is not None),
            address="basis",
        )
    ]


def _counts(label: str, counts: Mapping[str, int], words: Words) -> Line | None:
    if not sum(counts.values()):
        return None
    parts = [f"{words.number(counts.get(basis, 0))} {words.text(f'basis-{basis}')}" for basis in _BASES]
    return Line(words.text(label), (Part(words.text("comma").join(parts)),))


def _unknown(assessment: Assessment, words: Words) -> Line | None:
    asked = [gate for gate in assessment.gates if gate.unknown_worst is not None]
    moved = [gate for gate in asked if not gate.unknown_worst == gate.on == gate.unknown_best]
    parts = tuple(
        Part(
            words.text(
                "unknown-gate",
                gate=words.name(gate.name),
                worst=chance_text(gate.unknown_worst or 0.0, gate.draws, words),
                best=chance_text(gate.unknown_best or 0.0, gate.draws, words),
            )
        )
        for gate in moved
    )
    if asked and not moved:
        parts = (Part(words.text("unknown-none")),)
    return Line(words.text("label-unknown"), parts) if parts else None


def _revised(assessment: Assessment, words: Words) -> Line | None:
    names = revised_names(assessment, words)
    if not names:
        return None
    text = words.text("history-short", names=words.text("comma").join(names))
    return Line(words.text("label-history"), (Part(text),))
