"""Effects of activities."""

from typing import Annotated, ClassVar, Literal

from pydantic import ValidationInfo, field_validator

from jisr.plan.cells import AddressCell, Id, Reference, UNumber, Whole
from jisr.plan.row import Provenance
from jisr.plan.uncertain import Uncertain
from jisr.units import POSITIVE, Quantity

__all__ = ["ActivityEffect"]


class ActivityEffect(Provenance):
    """What an activity changes, on a cell of the plan."""

    table: ClassVar[str] = "activity_effects"
    key: ClassVar[tuple[str, ...]] = ("activity", "target")

    activity: Annotated[Id, Reference("activities")]
    """The activity."""
    target: AddressCell
    """The cell it changes; the cell must be one that the stages can change (see the table reference)."""
    effect: Literal["add-stock", "step-level", "multiply", "extend-end"]
    """How: adds to a stock, moves a level up, multiplies a value, or moves an end by months."""
    amount: Annotated[UNumber, Quantity("effect-unit")]
    """Persons or items, levels, factor, or months."""
    timing: Literal["after", "during"] = "after"
    """`after`: from the activity's end on; `during`: while it runs, as liaison posts and advisers do."""
    starts_after: Annotated[Whole, Quantity("months", 0)] = 0
    """Months after the activity's end, or with `during` after its beginning."""
    lasts: Annotated[Whole | None, Quantity("months", 1)] = None
    """Months it lasts; blank: it keeps, or with `during` as long as the activity runs."""

    @field_validator("amount")
    @classmethod
    def _adds_or_scales(cls, amount: Uncertain, info: ValidationInfo) -> Uncertain:
        return POSITIVE.checked(amount) if info.data.get("effect") in {"add-stock", "multiply"} else amount
