"""Text in one language."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import cached_property
from importlib.resources import files
from typing import Any, Literal

from jisr.months import Month
from jisr.words.languages import LANGUAGES, PSEUDO, direction
from jisr.words.pseudo import pseudo

__all__ = ["MissingWordError", "Words"]

_ISOLATE, _POP = "\u2066", "\u2069"
"""Left-to-right isolate and its end (Unicode 15, UAX 9): a figure keeps its order inside right-to-left text."""


class MissingWordError(KeyError):
    """A key that the catalogue does not have, or a value that its sentence needs: a defect of the build."""


class Words:
    """Sentences by key, and numbers, dates and money as the language writes them.

    Parameters: `language` one of `LANGUAGES`.

    Raises:
        MissingWordError: there is no catalogue for the language.

    Examples:
        >>> Words("en").percent(0.123)
        '12 %'
    """

    def __init__(self, language: str = "en") -> None:
        if language not in LANGUAGES:
            raise MissingWordError(language)
        self.language = language

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        """Which way the text runs."""
        return direction(self.language)

    def text(self, key: str, **values: object) -> str:
        """The sentence of a key. Values are text already, or whole numbers that choose a plural.

        Raises:
            MissingWordError: no such key, or a value is missing.
        """
        message = self._bundle.get_message(key) if self._bundle.has_message(key) else None
        if message is None or message.value is None:
            raise MissingWordError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            msg = f"{key}: {errors[0]}"
            raise MissingWordError(msg)
        return pseudo(str(text)) if self.language == PSEUDO else str(text)

    def has(self, key: str) -> bool:
        """Whether there is a sentence for a key."""
        return bool(self._bundle.has_message(key))

    def catalogue_keys(self) -> tuple[str, ...]:
        """Every key of the catalogue."""
        return tuple(sorted(self._bundle._messages))  # noqa: SLF001 - fluent.runtime lists its messages nowhere else

    def name(self, names: Mapping[str, str]) -> str:
        """A name of the plan in this language, else in the first language that has one."""
        if names.get(self.language):
            return names[self.language]
        return next((name for name in names.values() if name), "")

    def number(self, value: float, digits: int = 0) -> str:
        """A number with that many decimals, grouped as the language does."""
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return self.isolated(format_decimal(0.0 if value == 0 else value, pattern, locale=self._locale))

    def percent(self, share: float, digits: int = 0) -> str:
        """A share 0–1 as a percentage; never 0 or 100 when it is not."""
        shown = self._percent(share, digits)
        # asked of the text itself: a tie such as 99.5 rounds to the even neighbour
        if share > 0 and shown == self._percent(0.0, digits):
            return self.isolated("< " + self._percent(10 ** -(digits + 2), digits))
        if share < 1 and shown == self._percent(1.0, digits):
            return self.isolated("> " + self._percent(1 - 10 ** -(digits + 2), digits))
        return self.isolated(shown)

    def points(self, share: float, digits: int = 0) -> str:
        """A difference of shares in percentage points, without the sign."""
        from babel.numbers import format_decimal

        pattern = "0" + ("." + "0" * digits if digits else "")
        return self.isolated(format_decimal(abs(share) * 100, pattern, locale=self._locale))

    def chance(self, share: float, draws: int) -> str:
        """A probability from draws: `< 3/n` when none meets (rule of three, Hanley & Lippman-Hand 1983)."""
        if share <= 0:
            return self.isolated("< " + self._percent(3 / draws, 2 if draws > 300 else 1))
        if share >= 1:
            return self.isolated("> " + self._percent(1 - 3 / draws, 2 if draws > 300 else 1))
        return self.percent(share)

    def odds(self, share: float) -> str:
        """A probability in words a listener keeps: about 1 in 8."""
        if share <= 0 or share >= 1:
            return self.text("odds-never" if share <= 0 else "odds-always")
        if share > 0.5:
            whole = round(10 * share)
            return self.text("odds-of-ten", n=self.number(min(whole, 9)))
        return self.text("odds-one-in", n=self.number(round(1 / share)))

    def money(self, amount: float, currency: str) -> str:
        """Money in millions."""
        digits = 0 if abs(amount) >= 10_000_000 else 1
        return self.isolated(f"{currency} {self._plain(amount / 1e6, digits)} M")

    def month(self, month: str) -> str:
        """A month `YYYY-MM` as `Sep 2025`."""
        from babel.dates import format_date

        return self.isolated(format_date(Month.parse(month).first_day(), "MMM y", locale=self._locale))

    def date(self, date: str) -> str:
        """A date `YYYY-MM-DD` as `30 Sep 2024`."""
        import datetime as dt

        from babel.dates import format_date

        return self.isolated(format_date(dt.date.fromisoformat(date), "d MMM y", locale=self._locale))

    def quantity(self, value: float) -> str:
        """A number of any size with three significant digits.

        Raises:
            ValueError: it is infinite or not a number: no quantity is, and shown as 0 it would be believed.
        """
        if not math.isfinite(value):
            msg = f"expected a quantity, found {value}"
            raise ValueError(msg)
        if value == 0:
            return self.number(0)
        digits = max(0, 2 - math.floor(math.log10(abs(value))))
        return self.number(value, min(digits, 3))

    def isolated(self, text: str) -> str:
        """A figure, code or sign that keeps its order in right-to-left text."""
        return f"{_ISOLATE}{text}{_POP}" if self.direction == "rtl" else text

    def _percent(self, share: float, digits: int) -> str:
        return self._plain(share * 100, digits) + " %"

    def _plain(self, value: float, digits: int) -> str:
        from babel.numbers import format_decimal

        pattern = "#,##0" + ("." + "0" * digits if digits else "")
        return str(format_decimal(0.0 if round(value, digits) == 0 else value, pattern, locale=self._locale))

    @property
    def _locale(self) -> str:
        return LANGUAGES[self.language]

    @cached_property
    def _bundle(self) -> Any:
        from fluent.runtime import FluentBundle, FluentResource

        bundle = FluentBundle([self._locale.replace("_", "-")], use_isolating=False)
        source = "en" if self.language == PSEUDO else self.language
        folder = files("jisr.words") / "catalogue" / source
        for path in sorted(folder.iterdir(), key=lambda one: one.name):
            if path.name.endswith(".ftl"):
                bundle.add_resource(FluentResource(path.read_text(encoding="utf-8")))
        return bundle
