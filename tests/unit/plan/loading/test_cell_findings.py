from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.words import Words, finding_text

TITLE = "title:\n  en: Northland, three areas\n  ar: نورثلاند، ثلاث مناطق"
PARTY = "  - id: coalition\n    role: contributor\n    label: {en: Coalition, ar: التحالف}\n    fiscal_year_start: 10\n    currency: USD\n"


def said(workspace: Path, old: str, new: str) -> list[str]:
    """What is said of severity error when a part of partnership.yaml is written in another way."""
    path = workspace / "partnership.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return [finding_text(one, Words("en")) for one in jisr.check(workspace) if one.severity == "error"]


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        ("role: host", "role: hosts", "partnership.yaml:8:11: C209", "parties.0.role holds “hosts”"),
        ("label: {en: Coalition", "lable: {en: Coalition", "partnership.yaml:14:12: C217", "no parties.1.lable here"),
        (
            "fiscal_year_start: 10",
            "fiscal_year_start: 13",
            "partnership.yaml:15:24: C206",
            "holds 13; it is 12 or less",
        ),
        (
            "id: northland",
            "id: {a: [b, 2]}",
            "partnership.yaml:7:9: C216",
            "holds “{a: [b, 2]}”, which is no plain text",
        ),
    ],
)
def test_a_wrong_field_of_a_party_is_told_once(workspace: Path, old: str, new: str, place: str, told: str) -> None:
    found = said(workspace, old, new)
    ours = [one for one in found if "C201" not in one]  # a label under another name is missing, too
    assert len(ours) == 1, found
    assert ours[0].startswith(place)
    assert told in ours[0]
    assert "'" not in ours[0].partition("Choose one of")[0], "a value as Python shows it"


def test_too_few_entries_are_counted_not_shown(workspace: Path) -> None:
    (one,) = said(workspace, PARTY, "")
    assert one.startswith("partnership.yaml:7:3: C216 error: parties has 1 of the 2 entries it needs at least. Add ")


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("currency_base: USD", "currency_base: usd", "currency_base holds “usd”, which is no code of a currency."),
        ("currency_base: USD", "currency_base: [USD]", "currency_base holds “[USD]”, which is no plain text."),
        ("pair: NLD/USD", "pair: NLDUSD", "fx.0.pair holds “NLDUSD”, which is no pair of currencies."),
        (TITLE, "title: Northland", "title holds “Northland”, where keys and values belong."),
        ("seed: 7", "seed: 7\nboundaries: {file: /etc/passwd, property: iso}", "“/etc/passwd”, which is no name of a"),
        ("seed: 7", "seed: 7\nboundaries: {file: map.csv, property: iso}", "“map.csv”, which is no name of a GeoJSON"),
    ],
)
def test_what_does_not_fit_a_pattern_is_not_called_an_id(workspace: Path, old: str, new: str, told: str) -> None:
    (one,) = said(workspace, old, new)
    assert " C216 " in one
    assert told in one
