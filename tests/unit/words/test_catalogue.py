"""Every key that the source uses is in the catalogue, and every key of the catalogue is used."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest

from jisr.finding_codes import CODES
from jisr.transition import MEASURES
from jisr.words import MissingWordError, Words

SOURCE = Path(__file__).resolve().parents[3] / "src" / "jisr"
MADE = (  # keys built from a value: the prefix in the source, the values in the catalogue
    "difference-kind-", "finding-", "remedy-", "measure-", "severity-", "state-", "gate-title-", "gate-gain-", "side-", "why-", "provider-",
    "cause-", "basis-", "budget-use-", "stage-", "rule-", "component-", "need-", "explain-", "function-", "gate-note-", "gate-on-",
    "score-group-", "family-", "status-", "grade-", "site-", "left-out-", "judgement-",
    "break-", "count-", "rated-", "trend-", "dotmlpf-", "gap-chosen", "gap-proposed", "gap-nothing", "gap-sign-", "course-", "headcount-", "choice-", "reach-end-", "reach-kind-", "reach-one-",
    "calibration-", "observed-", "scope-", "group-", "sensitivity-by-",
)  # fmt: skip


def used() -> set[str]:
    text = "\n".join(path.read_text(encoding="utf-8") for pattern in ("*.py", "*.j2") for path in SOURCE.rglob(pattern))
    return set(re.findall(r"[\"']([a-z][a-z0-9-]*)[\"']", text))


def test_codes_and_measures_have_words() -> None:
    words = Words("en")
    for code in CODES:
        assert words.has(f"finding-{code}"), code
        assert words.has(f"remedy-{code}"), code
    for measure in MEASURES:
        assert words.has(f"measure-{measure}"), measure


def test_every_key_of_the_catalogue_is_used() -> None:
    known = used()
    unused = [key for key in Words("en").catalogue_keys() if key not in known and not key.startswith(MADE)]
    assert not unused


def test_a_missing_key_is_an_error() -> None:
    with pytest.raises(MissingWordError):
        Words("en").text("no-such-key")
    with pytest.raises(MissingWordError):
        Words("xx")


def test_figures_keep_their_order_in_right_to_left_text() -> None:
    assert Words("qps").month("2027-03") == "\u2066Mar 2027\u2069"
    assert Words("en").percent(0.1234) == "12 %"


def test_a_small_share_is_not_zero() -> None:
    words = Words("en")
    assert words.percent(0.001) == "< 1 %"
    assert words.percent(0.999) == "> 99 %"
    assert words.chance(0, 2000) == "< 0.15 %"


@pytest.mark.parametrize(("value", "said"), [(0.0, "0"), (0.5, "0.500"), (12_345.6, "12,346"), (-0.0, "0")])
def test_quantities_have_three_digits(value: float, said: str) -> None:
    assert Words("en").quantity(value) == said


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_what_is_no_quantity_is_never_shown_as_zero(value: float) -> None:
    with pytest.raises(ValueError, match="expected a quantity"):
        Words("en").quantity(value)


@pytest.mark.parametrize(("share", "said"), [(0.12, "about 1 in 8"), (0.7, "about 7 in 10"), (0, "never")])
def test_odds(share: float, said: str) -> None:
    assert Words("en").odds(share).startswith(said)
