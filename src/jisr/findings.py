"""What a check says: keys and values, never sentences (`words` makes those, in the reader's language)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

__all__ = ["Finding", "Place", "PlanError", "Severity", "worst"]

Severity = Literal["error", "warning", "note"]
_STAGE = {"B": 0, "F": 0, "C": 1, "R": 2}
"""Files are read before their cells, cells before what they name; a cause stands before what follows from it."""
_RANK: dict[str, int] = {"error": 0, "warning": 1, "note": 2}


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """Where a finding is: `file:line:col`, `sheet!B7`, or an address when no file is at hand.

    `file` is relative to the workspace with `/` as separator; `line` and `column` count from 1, 0 means the whole file.
    """

    file: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if self.line == 0:
            return self.file
        return f"{self.file}:{self.line}:{self.column}" if self.column else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong, or worth knowing: stable code, severity, place, and the values a sentence is made of.

    Parameters: `code` is one letter and three digits (`finding_codes`), `rule` the slug of the rule, `found` the
    value met, `values` further keys of the sentence (`expected`, `other`, `column` …). The remedy is a sentence of
    `words` under the same code.
    """

    code: str
    severity: Severity
    place: Place
    rule: str
    found: str = ""
    values: Mapping[str, str] = field(default_factory=dict)

    def sort_key(self) -> tuple[Any, ...]:
        """Order for people: errors first; of these what could not be read, then what is not there, then the rest by place."""
        return (
            _RANK[self.severity],
            _STAGE.get(self.code[:1], len(_STAGE)),
            self.place,
            self.code,
            self.found,
            sorted(self.values.items()),
        )


def worst(findings: Iterable[Finding]) -> Severity | None:
    """The gravest severity among findings, or None when there are none."""
    ranked = sorted((_RANK[finding.severity], finding.severity) for finding in findings)
    return ranked[0][1] if ranked else None


class PlanError(Exception):
    """A plan cannot be used: carries every finding, errors and others, found at once."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self.findings: tuple[Finding, ...] = tuple(sorted(findings, key=Finding.sort_key))
        errors = [finding for finding in self.findings if finding.severity == "error"]
        shown = "; ".join(f"{finding.place} {finding.code} {finding.found}" for finding in errors[:5])
        super().__init__(f"{len(errors)} error(s): {shown}")
