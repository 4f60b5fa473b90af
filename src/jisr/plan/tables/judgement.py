"""Judgements: cells on which parties may take positions."""

from typing import ClassVar, Literal

from jisr.plan.cells import AddressCell, Id, Text
from jisr.plan.row import Row

__all__ = ["Judgement"]


class Judgement(Row):
    """A cell of the plan on which parties may differ, and the question it answers."""

    table: ClassVar[str] = "judgements"
    key: ClassVar[tuple[str, ...]] = ("judgement",)

    judgement: Id
    """Id of the judgement."""
    address: AddressCell
    """The cell it is about."""
    question: Text
    """The question in each language of the plan."""
    kind: Literal["belief", "rule"]
    """A belief about a quantity, or a rule (threshold, comparison, class, date, gate structure)."""
