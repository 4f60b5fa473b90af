"""The month a cell of a panel means."""

from __future__ import annotations

import datetime as dt
import re

from jisr.months import Month

__all__ = ["month_of_cell"]

_VIEWS_START = Month(1979 * 12 + 11)
"""VIEWS counts months from January 1980, which is 1."""
_DATE = re.compile(r"^(\d{4})-(\d{2})-(\d{2})([ T].*)?$")
_NUMBER = re.compile(r"^\d+(\.0+)?$")


def month_of_cell(cell: object) -> int:
    """The ordinal of the month, −1 where the cell means none.

    Read are `YYYY-MM`, dates and times (their month), numbers `YYYYMM`, and VIEWS month numbers: no month number comes
    near the year 190001, so that the two cannot be mistaken.

    Examples:
        >>> [str(Month(month_of_cell(cell))) for cell in ("2018-01", "2018-01-31", 201801, 457)]
        ['2018-01', '2018-01', '2018-01', '2018-01']
        >>> month_of_cell("January")
        -1
    """
    if isinstance(cell, dt.date):
        return Month.of(cell).ordinal
    text = str(cell).strip()
    if _NUMBER.match(text):
        return _of_number(int(float(text)))
    date = _DATE.match(text)
    try:
        if date:
            dt.date(*(int(part) for part in date.groups()[:3]))
        return Month.parse(text[:7] if date else text).ordinal
    except ValueError:
        return -1


def _of_number(number: int) -> int:
    if number >= 190_001:
        year, month = divmod(number, 100)
        return Month(year * 12 + month - 1).ordinal if 1 <= month <= 12 and year <= 9999 else -1
    return (_VIEWS_START + number).ordinal if 1 <= number <= 2400 else -1
