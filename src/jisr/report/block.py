"""A block of the first page: one answer, and what stands under it."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Block", "Line", "Part"]


@dataclass(frozen=True)
class Part:
    """A piece of a line: text, and the term it is about (a state, a kind), empty when there is none."""

    text: str
    term: str = ""


@dataclass(frozen=True)
class Line:
    """A labelled line: `label` says what it is about in a word or two."""

    label: str
    parts: tuple[Part, ...]

    @property
    def text(self) -> str:
        """The line without its label, as a terminal shows it."""
        return "; ".join(f"{part.term}: {part.text}" if part.term else part.text for part in self.parts)


@dataclass(frozen=True)
class Block:
    """One block: an id, a title with a note, the one figure to keep, the answer in a sentence, and lines under it."""

    id: str
    title: str
    note: str
    figure: str
    answer: str
    lines: tuple[Line, ...]
