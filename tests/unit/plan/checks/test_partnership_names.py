from __future__ import annotations

from pathlib import Path

import pytest

import jisr
from jisr.words import Words, finding_title

TITLE = "  en: Northland, three areas\n"


@pytest.mark.parametrize(
    ("old", "new", "place", "told"),
    [
        (TITLE, "", "partnership.yaml:4:3", "title.en of three-areas is empty."),
        (TITLE, "  en: '  '\n", "partnership.yaml:4:7", "title.en of three-areas is empty."),
        ("{en: Coalition, ar", "{ar", "partnership.yaml:14:12", "parties.1.label.en of coalition is empty."),
        ("languages: [en, ar]", "languages: [fr, ar]", "partnership.yaml:4:3", "title.fr of three-areas is empty."),
    ],
)
def test_a_name_without_the_first_language_is_an_error(
    workspace: Path, old: str, new: str, place: str, told: str
) -> None:
    path = workspace / "partnership.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [one for one in jisr.check(workspace) if one.place.file == "partnership.yaml"]
    assert [(one.code, str(one.place)) for one in found] == [("P402", place)]
    assert finding_title(found[0], Words("en")) == told
