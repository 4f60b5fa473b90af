"""Figures of a difference as a reader meets them: what it is about, values before and after, the change with its error."""

from __future__ import annotations

from jisr.comparison import Change, Difference, Effect, Shift, Turn
from jisr.report.figures import chance_text
from jisr.words import Words

__all__ = ["change_text", "effect_text", "held_text", "shift_name", "told", "turn_name", "turn_text", "value_of_shift"]

_KINDS = {
    "gate": "difference-gate",
    "condition": "difference-condition",
    "task": "difference-task",
    "uncovered": "difference-uncovered",
    "severe": "difference-severe",
    "needed": "difference-needed",
    "funded": "difference-funded",
    "posts": "difference-posts",
    "site": "difference-site",
    "cost": "difference-cost",
    "unpaid": "difference-unpaid",
}
_TURNS = {
    "state": "difference-state",
    "rule": "difference-rule",
    "month": "difference-month",
    "start": "difference-start",
}


def told(difference: Difference) -> tuple[Shift, ...]:
    """The numbers that differ by more than their error, those of gates first, then by how many errors they differ."""
    found = [one for one in difference.shifts if one.told]
    return tuple(sorted(found, key=lambda one: list(_KINDS).index(one.kind)))


def shift_name(one: Shift, words: Words) -> str:
    """What a number is about."""
    return words.text(_KINDS[one.kind], name=words.name(one.name) or one.id)


def value_of_shift(one: Shift, value: float, difference: Difference, currency: str, words: Words) -> str:
    """A value before or after, with its unit."""
    if one.kind in {"gate", "condition", "severe"}:
        return chance_text(value, difference.draws, words)
    if one.unit == "share":
        return words.percent(value, 1)
    return words.money(value, currency) if one.unit.startswith("money") else words.number(round(value))


def change_text(one: Shift, currency: str, words: Words) -> str:
    """The change with its sign, and twice its error."""
    sign = "+" if one.change >= 0 else "−"
    if one.unit == "share":
        return _points(one.change, one.standard_error, words)
    size = abs(one.change)
    money = one.unit.startswith("money")
    amount = words.money(size, currency) if money else words.number(round(size))
    error = words.money(2 * one.standard_error, currency) if money else words.number(round(2 * one.standard_error))
    return words.isolated(f"{sign}{amount} ±{error}" if one.standard_error else f"{sign}{amount}")


def effect_text(effect: Effect, gate: str, words: Words) -> str:
    """What some changes do to one gate, in points, or to what stays uncovered when `gate` is empty; a dash when unknown."""
    change = effect.gates.get(gate) if gate else effect.uncovered
    error = effect.gate_errors.get(gate) if gate else effect.uncovered_error
    return "–" if change is None or error is None else _points(change, error, words)


def held_text(change: Change, value: str, words: Words) -> str:
    """A value of a changed cell, with its unit."""
    unit = "" if not value or change.kind in {"added", "removed"} else change.unit
    return words.isolated(" ".join(filter(None, (value or "–", unit))))


def turn_name(one: Turn, words: Words) -> str:
    """What a turn is about."""
    return words.text(_TURNS[one.kind], name=words.name(one.name) or one.id)


def turn_text(one: Turn, value: str, words: Words) -> str:
    """A state, rule or month in words; what was not there is said."""
    if not value:
        return words.text("difference-not-chosen" if one.kind == "start" else "difference-not-there")
    if one.kind in {"month", "start"}:
        return words.month(value)
    return words.text(f"{one.kind}-{value.replace(' ', '-')}")


def _points(change: float, error: float, words: Words) -> str:
    sign = "+" if change >= 0 else "−"
    return words.isolated(f"{sign}{words.points(change, 1)} ±{words.points(2 * error, 1)}")
