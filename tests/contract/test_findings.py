"""Every finding code has a bad example that raises it at the right place, and a sentence that says what to do."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

import jisr
from jisr.finding_codes import CODES
from jisr.words import Words, finding_text

_WRITTEN: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "bad_examples.yaml").read_text(encoding="utf-8"))
EXAMPLES = {code: one if isinstance(one, list) else [one] for code, one in _WRITTEN.items()}
RAISED = [
    pytest.param(code, one, id=f"{code}-{place}")
    for code, listed in sorted(EXAMPLES.items())
    for place, one in enumerate(listed)
    if "unreachable" not in one
]


def test_every_code_has_an_example() -> None:
    assert set(EXAMPLES) == set(CODES)


def test_what_is_not_raised_here_says_where_it_is_tested() -> None:
    for code, listed in EXAMPLES.items():
        for example in listed:
            assert example.get("unreachable", "raised"), code


@pytest.mark.parametrize(("code", "example"), RAISED)
def test_bad_example_is_found(workspace: Path, code: str, example: dict[str, Any]) -> None:
    spoil(workspace, example)
    findings = [finding for finding in jisr.check(workspace) if finding.code == code]
    assert findings, [(one.code, str(one.place), one.found) for one in jisr.check(workspace)]
    assert any(str(one.place).startswith(example["at"]) for one in findings), [str(one.place) for one in findings]
    assert findings[0].severity == CODES[code][0]
    words = Words("en")
    for one in findings:
        text = finding_text(one, words)
        assert text.startswith(str(one.place))
        assert not re.search(r"[{}]", text)


def spoil(folder: Path, example: dict[str, Any]) -> None:
    """Carry out the edits of an example; an edit that changes nothing is a mistake in the example."""
    for key in ("replace", "replace_also"):
        if key in example:
            name, old, new = example[key]
            text = (folder / name).read_text(encoding="utf-8")
            assert old in text, (name, old)
            (folder / name).write_text(text.replace(old, new), encoding="utf-8")
    if "append" in example:
        name, line = example["append"]
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(f"{text.rstrip()}\n{line}\n", encoding="utf-8")
    if "delete" in example:
        (folder / example["delete"]).unlink()
    if "bytes" in example:
        name, data = example["bytes"]
        (folder / name).write_bytes(bytes.fromhex(data))
    if "write" in example:
        name, text = example["write"]
        (folder / name).write_text(text, encoding="utf-8")
