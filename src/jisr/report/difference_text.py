"""A difference as lines for a terminal, and several options side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from jisr.assessment import Assessment
from jisr.comparison import Difference
from jisr.report.difference_figures import (
    change_text,
    held_text,
    shift_name,
    told,
    turn_name,
    turn_text,
    value_of_shift,
)
from jisr.report.sections.difference import difference_lead, paired_text
from jisr.words import Words

__all__ = ["difference_text", "options_text"]

_WIDTH = 110
_MOST = 20


def difference_text(difference: Difference, currency: str, words: Words) -> str:
    """What changed, which results differ with their error, what is said otherwise. No line beyond 110 columns."""
    lines = _wrapped(difference_lead(difference, words))
    lines += _listed(list(_changed(difference, words)))
    lines += list(_told(difference, currency, words))
    lines += _listed(
        [
            f"{turn_name(one, words)}: {turn_text(one, one.before, words)} → {turn_text(one, one.after, words)}"
            for one in difference.turns
        ]
    )
    return "\n".join([*lines, *_wrapped(paired_text(difference, words))])


def options_text(
    names: Sequence[str], assessments: Sequence[Assessment], differences: Sequence[Difference], words: Words
) -> str:
    """Options over the same draws: each gate, then what differs from the first."""
    currency = assessments[0].plan.currency
    lines = []
    for gate in assessments[0].gates:
        lines.append(words.name(gate.name))
        for name, assessment in zip(names, assessments, strict=True):
            other = next((one for one in assessment.gates if one.gate == gate.gate), None)
            share = "–" if other is None else words.chance(other.on, other.draws)
            lines.append(f"  {name:32} {share:>9}"[:_WIDTH])
    for name, difference in zip(names[1:], differences, strict=True):
        found = list(_told(difference, currency, words)) or [f"  {words.text('difference-none')}"]
        lines += ["", words.text("difference-of-option", option=name, first=names[0]), *found]
    note = _wrapped(paired_text(differences[0], words)) if differences else []
    return "\n".join([*lines, "", *note])


def _changed(difference: Difference, words: Words) -> Iterator[str]:
    for one in difference.changes:
        before, after = held_text(one, one.before, words), held_text(one, one.after, words)
        yield f"{one.address}: {before} → {after}"


def _told(difference: Difference, currency: str, words: Words) -> Iterator[str]:
    for one in told(difference):
        before, after = (value_of_shift(one, value, difference, currency, words) for value in (one.before, one.after))
        name = textwrap.shorten(shift_name(one, words), 56, placeholder="…")
        yield f"  {name:56} {before:>10} → {after:>10}  {change_text(one, currency, words)}"[:_WIDTH]


def _listed(found: list[str]) -> list[str]:
    more = [f"  … {len(found) - _MOST}"] if len(found) > _MOST else []
    return [line for one in found[:_MOST] for line in _wrapped(one, "  ")] + more


def _wrapped(text: str, margin: str = "") -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=margin, subsequent_indent=margin + "  ")
