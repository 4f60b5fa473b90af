"""What every row of every table has in common, and the provenance of uncertain cells."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from jisr.plan.cells import Date, Ids, Reference
from jisr.plan.uncertain import Uncertain

__all__ = ["Basis", "Provenance", "Row"]

Basis = Literal["sourced", "assessed", "assumed"]


class Row(BaseModel):
    """One row of a table: frozen, no unknown column, keyed by the columns the table declares.

    Class attributes: `table` (the file is `tables/<table>.csv`), `key` (its key columns, in the order of an address),
    `required` (whether the file must be there).
    """

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

    table: ClassVar[str]
    key: ClassVar[tuple[str, ...]]
    required: ClassVar[bool] = False

    @property
    def key_text(self) -> str:
        """The row's key as an address writes it: its key columns joined by `,`, without blank ones at the end."""
        return ",".join(_key_part(getattr(self, column)) for column in self.key).rstrip(",")


def _key_part(value: Any) -> str:
    return "" if value is None else str(value).replace(" ", "")


class Provenance(Row):
    """A row with uncertain cells: where they come from, of what date, known since when, shared with what.

    Required as soon as one uncertain cell of the row is filled: `basis`, `as_of`, `known_on`; `evidence` when sourced,
    `reason` when assessed or assumed. `cells` overrides them for one cell.
    """

    basis: Basis | None = None
    """Where the row's uncertain cells come from."""
    evidence: Annotated[Ids, Reference("evidence")] = ()
    """The sources, by id."""
    reason: str | None = None
    """One line saying why this value, when it is assessed or assumed."""
    as_of: Date | None = None
    """The date the values describe."""
    known_on: Date | None = None
    """The date the values were recorded or published."""
    shared_with: str | None = None
    """Group of inputs that err together; `-group` turns this one round."""

    uncertain_needs_provenance: ClassVar[bool] = True

    @model_validator(mode="after")
    def _provenance_complete(self) -> Self:
        fields = type(self).model_fields
        filled = any(isinstance(getattr(self, name), Uncertain) for name in fields)
        if not (filled and self.uncertain_needs_provenance) and self.basis is None:
            return self
        missing = [name for name in ("basis", "as_of", "known_on") if getattr(self, name) is None]
        if self.basis == "sourced" and not self.evidence:
            missing.append("evidence")
        if self.basis in {"assessed", "assumed"} and not self.reason:
            missing.append("reason")
        if missing:
            msg = "provenance"
            raise PydanticCustomError(msg, "provenance incomplete", {"found": "", "columns": " ".join(missing)})
        return self
