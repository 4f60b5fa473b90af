"""What a number of the plan may be: its unit and its admissible range."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic_core import PydanticCustomError, core_schema

__all__ = ["COUNT", "MONTHS", "MOST_COUNTED", "OPEN", "POSITIVE", "SHARE", "YEAR", "Quantity"]


_Value = TypeVar("_Value")

OPEN = "…"
"""How an end that is not bounded is shown."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """The unit of a column and the range its values must lie in; attached to a field by `Annotated`.

    Units: `unit` is a label of the glossary (`persons`, `share`, `months`, `money/year`, `task-unit/month` …).
    """

    unit: str
    low: float | None = None
    high: float | None = None

    def admits(self, value: float) -> bool:
        """Whether a value lies in the range, ends included."""
        return (self.low is None or value >= self.low) and (self.high is None or value <= self.high)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        """Let pydantic refuse values outside the range, with the range in the error."""
        return core_schema.no_info_after_validator_function(self.checked, handler(source))

    def checked(self, value: _Value) -> _Value:
        """The value itself, when all of it lies in the range.

        Raises:
            PydanticCustomError: `out_of_range`.
        """
        if value is None:
            return value
        given: Any = value
        ends = (given.low, given.high) if hasattr(given, "mode") else (given,)
        if any(end == end and not self.admits(end) for end in ends):  # noqa: PLR0124 - NaN is "unknown"
            msg = "out_of_range"
            raise PydanticCustomError(
                msg,
                "out of range",
                {
                    "found": f"{value:.12g}" if isinstance(value, float) else str(value),
                    "low": _shown(self.low),
                    "high": _shown(self.high),
                    "unit": self.unit,
                },
            )
        return value


def _shown(end: float | None) -> str:
    return OPEN if end is None else f"{end:g}"


MOST_COUNTED = 1e10
"""More than there are people (8.2e9; UN World Population Prospects 2024): a count above it was never observed."""
SHARE = Quantity("share", 0.0, 1.0)
COUNT = Quantity("count", 0.0)
MONTHS = Quantity("months", 0.0)
YEAR = Quantity("year", 1900.0, 2200.0)
POSITIVE = Quantity("number", 0.0)
