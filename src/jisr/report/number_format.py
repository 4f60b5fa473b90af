"""The number format of a workbook cell, so that it shows what the page shows."""

from __future__ import annotations

import math
import re

__all__ = ["number_format"]

_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
_MONEY = re.compile(r"^([A-Z]{3}) -?[\d.,]+ M$")
_FIGURE = re.compile(r"^(\D*?)([-−+]?\d[\d,]*)(?:\.(\d+))?( %)?(\D*)$")
_BOUND = re.compile(r"^[<>] ")


def number_format(text: str, value: float) -> str | None:
    """The format under which a spreadsheet shows `value` as `text` does; None when no format can say what the text says.

    Parameters: `value` in the unit behind the text: shares 0–1, money in whole units.

    Examples:
        >>> number_format("12 %", 0.123), number_format("USD 370 M", 3.7e8), number_format("51 months", 51)
        ('0%', '"USD" #,##0', '#,##0" months"')
        >>> number_format("< 0.15 %", 0.0), number_format("Iraq USD 3 M, United States USD 4 M", 7e6)
        ('"< 0.15 %"', None)
    """
    plain = text.translate(_MARKS).strip()
    money = _MONEY.match(plain)
    if money is not None:
        return f'"{money[1]}" #,##0'
    figure = _FIGURE.match(plain)
    if figure is None:
        return None
    if _BOUND.match(plain):
        return _quoted(plain)
    before, _, digits, percent, after = figure.groups()
    if not _says(figure, value):
        return None
    places = "." + "0" * len(digits) if digits else ""
    middle = f"0{places}%" if percent else f"#,##0{places}"
    return (_quoted(before) if before else "") + middle + (_quoted(after) if after else "")


def _says(figure: re.Match[str], value: float) -> bool:
    """Whether the figure of the text is the value, rounded."""
    _, whole, digits, percent, _ = figure.groups()
    said = float(whole.replace(",", "").replace("−", "-") + ("." + digits if digits else ""))
    shown = value * 100 if percent else value
    return math.isclose(said, shown, abs_tol=0.51 * 10.0 ** -len(digits or "")) and not (said < 0 < shown)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', "'") + '"'
