"""A block of the first page: one answer, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

from jisr.charts import Table

__all__ = ["Block", "Line", "Mark", "Meter", "Part"]


@dataclass(frozen=True)
class Part:
    """A piece of a line: text, and the term it is about (a state, a kind), empty when there is none."""

    text: str
    term: str = ""


@dataclass(frozen=True)
class Mark:
    """A share 0–1 with its text, whose it is (empty for a bar of its own), and what `explain` would be asked for."""

    share: float
    text: str
    label: str = ""
    address: str = ""


@dataclass(frozen=True)
class Meter:
    """A line from 0 to 1 with a label: one mark is a bar, several are dots on the line."""

    label: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True)
class Line:
    """A labelled line: `label` says what it is about in a word or two.

    Where a renderer draws, `meters` and `table` stand with the words; `pictured` when the pictures of the block say all
    that the words say, so that the words can be left out.
    """

    label: str
    parts: tuple[Part, ...]
    meters: tuple[Meter, ...] = ()
    table: Table | None = None
    pictured: bool = False

    @property
    def text(self) -> str:
        """The line without its label, as a terminal shows it."""
        return "; ".join(f"{part.term}: {part.text}" if part.term else part.text for part in self.parts)


@dataclass(frozen=True)
class Block:
    """One block: an id, a title with a note, the one figure to keep, the answer in a sentence, and lines under it.

    `address` is what `explain` would be asked for; empty where the figure has no chain of its own.
    """

    id: str
    title: str
    note: str
    figure: str
    answer: str
    lines: tuple[Line, ...]
    address: str = ""
