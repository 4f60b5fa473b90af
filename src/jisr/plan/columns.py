"""What a table's columns are: derived once from its model, for loading, writing, checks and the reference."""

from __future__ import annotations

import types
import typing
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, get_args, get_origin

from jisr.plan import cells
from jisr.plan.cells import Reference
from jisr.plan.row import Row
from jisr.units import Quantity

__all__ = ["Column", "columns_of"]

_KIND_OF = {
    "Id": "id",
    "Ids": "ids",
    "DotmlpfP": "ids",
    "Text": "text",
    "Number": "number",
    "Whole": "whole number",
    "Flag": "yes or no",
    "Date": "date",
    "MonthCell": "month",
    "AddressCell": "address",
    "UNumber": "uncertain number",
    "UMonth": "uncertain month",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, kind, unit, range, choices, reference and meaning."""

    name: str
    kind: str
    required: bool
    is_key: bool
    meaning: str
    quantity: Quantity | None
    reference: tuple[str, ...]
    choices: tuple[str, ...]

    @property
    def is_text(self) -> bool:
        """Whether it is one column per language."""
        return self.kind == "text"

    @property
    def is_uncertain(self) -> bool:
        """Whether its cells may be `low | mode | high` or `?`."""
        return self.kind.startswith("uncertain")

    @property
    def unit(self) -> str:
        """The unit a header may repeat in brackets; empty when it has none."""
        return self.quantity.unit if self.quantity else ""


@cache
def columns_of(model: type[Row]) -> dict[str, Column]:
    """The columns of a table by name, in the order of the model."""
    hints = typing.get_type_hints(model, include_extras=True)
    return {
        name: _column(model, name, hints[name], required=info.is_required(), meaning=info.description or "")
        for name, info in model.model_fields.items()
    }


def _column(model: type[Row], name: str, hint: Any, *, required: bool, meaning: str) -> Column:
    marks = list(_marks(hint))
    quantity = next((mark for mark in marks if isinstance(mark, Quantity)), None)
    reference = next((mark.tables for mark in marks if isinstance(mark, Reference)), ())
    kind, choices = _kind(hint)
    return Column(name, kind, required, name in model.key, " ".join(meaning.split()), quantity, reference, choices)


def _marks(hint: Any) -> typing.Iterator[Any]:
    if get_origin(hint) is typing.Annotated:
        yield from hint.__metadata__
        yield from _marks(hint.__origin__)
    elif get_origin(hint) in {typing.Union, types.UnionType}:
        for part in get_args(hint):
            yield from _marks(part)


def _kind(hint: Any) -> tuple[str, tuple[str, ...]]:
    for name, kind in _KIND_OF.items():
        if hint == getattr(cells, name):
            return kind, ()
    if get_origin(hint) is Literal:
        return "choice", get_args(hint)
    if get_origin(hint) is typing.Annotated:
        # Annotated flattens: Annotated[Annotated[str, pattern], Reference] has both marks in one list
        for name, kind in _KIND_OF.items():
            alias = getattr(cells, name)
            if (
                hint.__origin__ == alias.__origin__
                and hint.__metadata__[: len(alias.__metadata__)] == alias.__metadata__
            ):
                return kind, ()
        return _kind(hint.__origin__)
    if get_origin(hint) in {typing.Union, types.UnionType}:
        return _kind(next(part for part in get_args(hint) if part is not type(None)))
    return "string", ()
