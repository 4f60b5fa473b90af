"""Calendar months: the one unit of time of every stage."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

__all__ = ["Month"]

_PATTERN = re.compile(r"^(\d{4})-(\d{2})$")


@dataclass(frozen=True, order=True, slots=True)
class Month:
    """A calendar month, counted from year 0.

    Units: `ordinal` is months (year * 12 + month - 1).

    Raises:
        ValueError: `parse` met something that is no month between 0001-01 and 9999-12.

    Examples:
        >>> Month.parse("2024-09") + 4
        Month('2025-01')
        >>> Month.parse("2025-01") - Month.parse("2024-09")
        4
    """

    ordinal: int

    @classmethod
    def parse(cls, text: str) -> Month:
        """Read `YYYY-MM`."""
        match = _PATTERN.match(text.strip())
        year, month = (int(part) for part in match.groups()) if match else (0, 0)
        if not match or not 1 <= month <= 12 or year < 1:
            msg = f"expected a month written YYYY-MM, found {text!r}"
            raise ValueError(msg)
        return cls(year * 12 + month - 1)

    @classmethod
    def of(cls, date: dt.date) -> Month:
        """The month that holds a date."""
        return cls(date.year * 12 + date.month - 1)

    @property
    def year(self) -> int:
        """Calendar year."""
        return self.ordinal // 12

    @property
    def number(self) -> int:
        """Month of the year, 1 to 12."""
        return self.ordinal % 12 + 1

    def first_day(self) -> dt.date:
        """The first day of the month."""
        return dt.date(self.year, self.number, 1)

    def last_day(self) -> dt.date:
        """The last day of the month."""
        return (self + 1).first_day() - dt.timedelta(days=1)

    def fiscal_year(self, starts_in: int) -> int:
        """The fiscal year that holds the month, named after the calendar year it ends in.

        `starts_in` is the first month of the fiscal year, 1 to 12 (1: the calendar year).
        """
        return self.year + 1 if starts_in > 1 and self.number >= starts_in else self.year

    def __add__(self, months: int) -> Month:
        return Month(self.ordinal + months)

    def __sub__(self, other: Month) -> int:
        return self.ordinal - other.ordinal

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    def __repr__(self) -> str:
        return f"Month({str(self)!r})"
