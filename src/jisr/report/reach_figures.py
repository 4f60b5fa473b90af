"""How far a thing reaches as a reader meets it: its name, its ends, whether it moves a gate at all."""

from __future__ import annotations

from jisr.comparison import GateReach, ReachEnd, ReachItem
from jisr.words import Words

__all__ = ["REACH_KINDS", "end_name", "gate_at", "item_name", "moves_chance", "moves_open", "reach_rank"]

REACH_KINDS = ("together", "input", "limit", "structure", "position")
"""Kinds of things in the order they are shown."""
_SURE = 2.0


def gate_at(end: ReachEnd, gate: str) -> GateReach:
    """A gate at one end."""
    return next(one for one in end.gates if one.gate == gate)


def moves_chance(item: ReachItem, gate: str) -> bool:
    """Whether some end moves the chance beyond twice its error."""
    return any(abs(one.change) > _SURE * one.standard_error for one in (gate_at(end, gate) for end in item.ends))


def moves_open(item: ReachItem, gate: str) -> bool:
    """Whether some end moves the number of core conditions not met beyond twice its error."""
    return any(abs(one.open_change) > _SURE * one.open_error for one in (gate_at(end, gate) for end in item.ends))


def reach_rank(item: ReachItem, gate: str) -> tuple[bool, float]:
    """Those that move the chance first, the widest first; then those that move the conditions not met alone."""
    by_chance = moves_chance(item, gate)
    return not by_chance, -(item.spans if by_chance else item.open_spans)[gate]


def item_name(item: ReachItem, words: Words) -> str:
    """What is held otherwise: a choice in words, else the address or the id."""
    if item.kind in {"structure", "together"}:
        return words.text(f"choice-{item.id.partition('/')[0]}", gate=item.id.partition("/")[2], n=item.ends[0].value)
    return item.id


def end_name(item: ReachItem, end: ReachEnd, words: Words) -> str:
    """What an end is called, and the value held; of all of a kind together there is no one value."""
    named = words.text(f"reach-end-{end.end}") if words.has(f"reach-end-{end.end}") else end.end
    return " ".join(filter(None, (named, "" if item.kind == "together" else end.value)))
