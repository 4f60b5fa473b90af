"""A figure with its spread, as a cell: the median, and 5 to 95 per cent as a remark."""

from __future__ import annotations

from jisr.assessment import Spread
from jisr.charts import Cell
from jisr.words import Words

__all__ = ["count_cell", "count_text", "share_cell"]


def count_text(value: float, words: Words) -> str:
    """A count as shown: whole from ten upwards, and where it is whole."""
    return words.number(value, 0 if value >= 10 or value == round(value) else 1)


def share_cell(spread: Spread | None, words: Words, address: str = "") -> Cell:
    """A share 0–1; a dash where there is none."""
    if spread is None:
        return Cell("–", address=address)
    text, low, high = (words.percent(value) for value in (spread.q50, spread.q05, spread.q95))
    return Cell(text, value=spread.q50, note=_note(low, high, words), address=address)


def count_cell(spread: Spread | None, words: Words, address: str = "") -> Cell:
    """A count; a dash where there is none."""
    if spread is None:
        return Cell("–", address=address)
    text, low, high = (count_text(value, words) for value in (spread.q50, spread.q05, spread.q95))
    return Cell(text, value=spread.q50, note=_note(low, high, words), address=address)


def _note(low: str, high: str, words: Words) -> str:
    return "" if low == high else words.isolated(f"{low}–{high}")
