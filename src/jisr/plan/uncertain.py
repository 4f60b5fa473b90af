"""The uncertain cell: one cell a person can type."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from jisr.months import Month

__all__ = ["Uncertain", "parse_number", "parse_uncertain", "parse_uncertain_month", "show_month"]

_DECIMAL_COMMA = re.compile(r"^[+-]?\d{1,3}(\.\d{3})*,\d+$|^[+-]?\d+,\d+$", re.ASCII)
_NUMBER = re.compile(r"^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$", re.ASCII)
_LARGEST = 1e15
"""Beyond any count or sum of a partnership; below 2**53, so that every whole number up to it is kept exactly."""


@dataclass(frozen=True, slots=True)
class Uncertain:
    """A value known exactly, as `low | mode | high` (PERT), or not at all (`?`).

    Units: those of its column; a month is its ordinal. `low == mode == high` is exact; all three are NaN when unknown.

    Examples:
        >>> parse_uncertain("8 | 12 | 20").mode
        12.0
        >>> parse_uncertain("?").is_unknown
        True
    """

    low: float
    mode: float
    high: float

    @classmethod
    def exact(cls, value: float) -> Uncertain:
        """A value without uncertainty."""
        return cls(value, value, value)

    @classmethod
    def unknown(cls) -> Uncertain:
        """A value nobody knows."""
        return cls(math.nan, math.nan, math.nan)

    @property
    def is_unknown(self) -> bool:
        """Whether the cell says `?`."""
        return math.isnan(self.mode)

    @property
    def is_exact(self) -> bool:
        """Whether the cell is a single number."""
        return self.low == self.high

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Uncertain):
            return NotImplemented
        if self.is_unknown or other.is_unknown:
            return self.is_unknown and other.is_unknown
        return (self.low, self.mode, self.high) == (other.low, other.mode, other.high)

    def __hash__(self) -> int:
        return hash(None if self.is_unknown else (self.low, self.mode, self.high))

    def __str__(self) -> str:
        if self.is_unknown:
            return "?"
        parts = [f"{part:.12g}" for part in (self.low, self.mode, self.high)]
        return parts[0] if self.is_exact else " | ".join(parts)


def parse_number(text: str) -> float:
    """A number as people type it, refusing what would be read wrongly.

    Raises:
        PydanticCustomError: `formula`, `decimal_comma`, `not_a_number` or `out_of_range`.
    """
    text = text.strip()
    if text.startswith("=") or (text[:1] in "+-@" and any(c in text for c in "()")):
        msg = "formula"
        raise PydanticCustomError(msg, "a formula in a cell: {found}", {"found": text})
    if _DECIMAL_COMMA.match(text):
        msg = "decimal_comma"
        raise PydanticCustomError(msg, "a decimal comma: {found}", {"found": text})
    if not _NUMBER.match(text):
        msg = "not_a_number"
        raise PydanticCustomError(msg, "not a number: {found}", {"found": text})
    value = float(text)
    if not math.isfinite(value):
        msg = "not_a_number"
        raise PydanticCustomError(msg, "not a finite number: {found}", {"found": text})
    if abs(value) > _LARGEST:
        msg = "out_of_range"
        limits = {"found": text, "low": f"{-_LARGEST:g}", "high": f"{_LARGEST:g}"}
        raise PydanticCustomError(msg, "out of range", limits)
    return value


def _parse_parts(text: str) -> tuple[str, ...]:
    parts = tuple(part.strip() for part in text.split("|"))
    if len(parts) not in {1, 3}:
        msg = "uncertain_form"
        raise PydanticCustomError(msg, "expected `x`, `low | mode | high` or `?`", {"found": text})
    return parts


def _ordered(values: list[float], text: str) -> Uncertain:
    if len(values) == 1:
        return Uncertain.exact(values[0])
    low, mode, high = values
    if not low <= mode <= high:
        msg = "low_above_high"
        raise PydanticCustomError(msg, "expected low ≤ mode ≤ high", {"found": text})
    return Uncertain(low, mode, high)


def parse_uncertain(value: object) -> Uncertain:
    """Read an uncertain number: `12`, `8 | 12 | 20` or `?`.

    Raises:
        PydanticCustomError: `formula`, `decimal_comma`, `not_a_number`, `uncertain_form` or `low_above_high`.
    """
    if isinstance(value, Uncertain):
        return value
    text = str(value).strip()
    if text == "?":
        return Uncertain.unknown()
    return _ordered([parse_number(part) for part in _parse_parts(text)], text)


def parse_uncertain_month(value: object) -> Uncertain:
    """Read an uncertain month: `2025-09`, `2025-06 | 2025-09 | 2026-03` or `?`. Units: month ordinals.

    Raises:
        PydanticCustomError: `month`, `uncertain_form` or `low_above_high`.
    """
    if isinstance(value, Uncertain):
        return value
    text = str(value).strip()
    if text == "?":
        return Uncertain.unknown()
    return _ordered([float(_month_of(part).ordinal) for part in _parse_parts(text)], text)


def _month_of(text: str) -> Month:
    try:
        return Month.parse(text)
    except ValueError:
        msg = "month"
        raise PydanticCustomError(msg, "expected YYYY-MM", {"found": text}) from None


def show_month(value: Uncertain) -> str:
    """The text of an uncertain month, as `parse_uncertain_month` reads it."""
    if value.is_unknown:
        return "?"
    parts = [str(Month(round(part))) for part in (value.low, value.mode, value.high)]
    return parts[0] if value.is_exact else " | ".join(parts)
