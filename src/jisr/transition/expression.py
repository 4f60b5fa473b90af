"""The expression of a gate: which of its core conditions must be met together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

import numpy as np
from numpy.typing import NDArray

__all__ = ["Expression", "ExpressionError", "Group", "Leaf", "parse_expression"]

_TOKEN = re.compile(r"\s*(?:(?P<word>[a-z0-9][a-z0-9_-]*)|(?P<mark>[(),]))")
_GROUPS = ("all", "any", "at_least")
_EXPECTED = {"(": "opening-bracket", ")": "closing-bracket", ",": "comma"}


class ExpressionError(ValueError):
    """An expression that cannot be used: which rule it breaks, and at which column (from 1)."""

    def __init__(self, column: int, rule: str, found: str) -> None:
        self.rule = rule
        self.column = column
        self.found = found
        super().__init__(f"column {column}: {rule}: {found!r}")


@dataclass(frozen=True)
class Leaf:
    """One condition, by id."""

    condition: str
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        return self.condition

    def leaves(self) -> Iterator[Leaf]:
        """The conditions it names."""
        yield self

    def over(self, core: Sequence[str]) -> Expression:
        """Itself.

        Raises:
            ExpressionError: it is not one of the gate's core conditions.
        """
        if self.condition not in core:
            raise ExpressionError(self.column, "unknown-condition", self.condition)
        return self

    def evaluate(self, met: NDArray[np.bool_], columns: Mapping[str, int]) -> NDArray[np.bool_]:
        """Whether it is met. Shape: (draw,)."""
        return met[:, columns[self.condition]]


@dataclass(frozen=True)
class Group:
    """`all`, `any` or `at_least(count)` of its parts; without parts, of the gate's core conditions."""

    kind: Literal["all", "any", "at_least"]
    parts: tuple[Expression, ...] = ()
    count: int = 0
    column: int = field(default=0, compare=False)

    def __str__(self) -> str:
        inside = [str(self.count)] if self.kind == "at_least" else []
        return f"{self.kind}({', '.join([*inside, *(str(part) for part in self.parts)])})"

    def leaves(self) -> Iterator[Leaf]:
        """The conditions it names, from left to right."""
        for part in self.parts:
            yield from part.leaves()

    def over(self, core: Sequence[str]) -> Expression:
        """The expression with every empty group filled with the gate's core conditions.

        Raises:
            ExpressionError: a condition is not among them, or `at_least` asks for none or more than there are.
        """
        parts = tuple(part.over(core) for part in self.parts) or tuple(Leaf(name) for name in core)
        if self.kind == "at_least" and not 1 <= self.count <= len(parts):
            raise ExpressionError(self.column, "count", str(self.count))
        return Group(self.kind, parts, self.count, self.column)

    @property
    def needed(self) -> int:
        """How many parts must hold."""
        return {"all": len(self.parts), "any": 1, "at_least": self.count}[self.kind]

    def evaluate(self, met: NDArray[np.bool_], columns: Mapping[str, int]) -> NDArray[np.bool_]:
        """Whether it holds. `met` (draw, condition), `columns` the column of each condition. Shape: (draw,)."""
        holding = np.zeros(len(met), dtype=np.int64)
        for part in self.parts:
            holding += part.evaluate(met, columns)
        return np.asarray(holding >= self.needed)


Expression = Leaf | Group


def parse_expression(text: str) -> Expression:
    """The tree of a gate's expression.

    Grammar: `expression = condition | ("all" | "any") "(" list ")" | "at_least" "(" number {"," expression} ")"`, where
    `list` may be empty: then it is over the gate's core conditions.

    Raises:
        ExpressionError: it does not parse, with the rule and the column.

    Examples:
        >>> str(parse_expression("all(a,any(b,c),at_least(2,d,e,f))"))
        'all(a, any(b, c), at_least(2, d, e, f))'
    """
    reader = _Reader(text)
    tree = reader.expression()
    reader.end()
    return tree


class _Reader:
    """Reads tokens from left to right; one method a rule of the grammar."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = list(_tokens(text))
        self.at = 0

    def expression(self) -> Expression:
        word, column = self._word("condition-or-group")
        if self._peek() != "(":
            return Leaf(word, column)
        if word not in _GROUPS:
            raise ExpressionError(column, "unknown-group", word)
        return self._group(word, column)  # type: ignore[arg-type]

    def end(self) -> None:
        if self.at < len(self.tokens):
            found, column = self.tokens[self.at]
            raise ExpressionError(column, "end", found)

    def _group(self, kind: Literal["all", "any", "at_least"], column: int) -> Group:
        self._take("(")
        count, parts = 0, []
        if kind == "at_least":
            word, where = self._word("number")
            if not word.isdecimal():
                raise ExpressionError(where, "number", word)
            count = int(word)
            if self._peek() == ",":
                self._take(",")
                parts.append(self.expression())
        elif self._peek() != ")":
            parts.append(self.expression())
        while self._peek() == ",":
            self._take(",")
            parts.append(self.expression())
        self._take(")")
        return Group(kind, tuple(parts), count, column)

    def _peek(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else ""

    def _word(self, rule: str) -> tuple[str, int]:
        found, column = self._next()
        if found in {"", "(", ")", ","}:
            raise ExpressionError(column, rule, found)
        return found, column

    def _take(self, mark: str) -> None:
        found, column = self._next()
        if found != mark:
            raise ExpressionError(column, _EXPECTED[mark], found)

    def _next(self) -> tuple[str, int]:
        if self.at >= len(self.tokens):
            return "", len(self.text) + 1
        self.at += 1
        return self.tokens[self.at - 1]


def _tokens(text: str) -> Iterator[tuple[str, int]]:
    place, end = 0, len(text.rstrip())
    while place < end:
        match = _TOKEN.match(text, place)
        if match is None:
            column = place + len(text[place:]) - len(text[place:].lstrip()) + 1
            raise ExpressionError(column, "character", text[column - 1])
        found = match.group("word") or match.group("mark")
        yield found, match.end() - len(found) + 1
        place = match.end()
