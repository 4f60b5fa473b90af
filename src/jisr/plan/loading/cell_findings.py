"""What pydantic says of a value → the project's own findings."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from jisr.finding_codes import finding
from jisr.findings import Finding, Place
from jisr.plan.partnership import CURRENCY_PATTERN, OUTLINES_PATTERN, PAIR_PATTERN
from jisr.units import OPEN

__all__ = ["cell_findings"]

_CODE_OF = {
    "missing": "C201",
    "missing_text": "C201",
    "not_a_number": "C202",
    "float_parsing": "C202",
    "float_type": "C202",
    "int_parsing": "C202",
    "int_type": "C202",
    "decimal_comma": "C203",
    "formula": "C204",
    "low_above_high": "C205",
    "out_of_range": "C206",
    "greater_than": "C206",
    "greater_than_equal": "C206",
    "less_than": "C206",
    "less_than_equal": "C206",
    "month": "C207",
    "date": "C208",
    "date_from_datetime_parsing": "C208",
    "literal_error": "C209",
    "string_pattern_mismatch": "C210",
    "address": "C211",
    "uncertain_form": "C212",
    "not_whole": "C213",
    "int_from_float": "C213",
    "flag": "C214",
    "provenance": "C215",
    "extra_forbidden": "C217",
}


def cell_findings(
    errors: Sequence[ErrorDetails], place_of: Callable[[tuple[int | str, ...]], Place], column: str = ""
) -> list[Finding]:
    """One finding for each error of a row or of `partnership.yaml`, at the place of the value.

    Parameters: `column` names what the value is for, where the error itself does not.
    """
    return [_finding(error, _place(error, place_of), column or _column(error["loc"])) for error in _causes(errors)]


def _causes(errors: Sequence[ErrorDetails]) -> list[ErrorDetails]:
    """Without the lists that are too short only because an entry cannot be read, which is said of the entry."""
    holding = {tuple(error["loc"][:depth]) for error in errors for depth in range(len(error["loc"]))}
    return [error for error in errors if error["type"] != "too_short" or tuple(error["loc"]) not in holding]


def _place(error: ErrorDetails, place_of: Callable[[tuple[int | str, ...]], Place]) -> Place:
    """The cell itself; what a row lacks stands where the first of it should, or beside its basis."""
    if error["loc"]:
        return place_of(tuple(error["loc"]))
    lacking = [*str(error.get("ctx", {}).get("columns", "")).split(), "basis"]
    places = [place_of((name,)) for name in lacking]
    return next((place for place in places if place.column), place_of(()))


def _finding(error: ErrorDetails, place: Place, column: str) -> Finding:
    context: dict[str, Any] = dict(error.get("ctx", {}))
    form = _FORM_OF_PATTERN.get(context.get("pattern", ""), _FORM_OF.get(error["type"], "other"))
    code = "C216" if form != "other" else _CODE_OF.get(error["type"], "C216")
    found = context.pop("found", None)
    if found is None:
        found = "" if error["type"] in {"missing", "provenance"} else _written(error.get("input", ""))
    values = {"column": column}
    for key in ("columns", "expected", "pattern", "low", "high", "unit"):
        if key in context and context[key] not in {None, OPEN}:
            values[key] = str(context[key])
    if code == "C206":
        values |= _limits(error["type"], context) | _advice(str(found), values)
    elif code in {"C202", "C203"} and _THOUSANDS.match(str(found).strip()):
        values["case"] = "thousands"
    elif code == "C216":
        values["case"] = form
    if form == "short":
        found, values["least"] = context["actual_length"], str(context["min_length"])
    return finding(code, place, found, **values)


def _written(value: object) -> str:
    """A value as people write it in a line of YAML."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_written(one)}" for key, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_written, value)) + "]"
    return str(value)


_FORM_OF = {"tuple_type": "list", "list_type": "list", "string_type": "text", "too_short": "short"} | dict.fromkeys(
    ("dict_type", "model_type", "model_attributes_type"), "keys"
)
_FORM_OF_PATTERN = {CURRENCY_PATTERN: "currency", PAIR_PATTERN: "pair", OUTLINES_PATTERN: "outlines"}
_THOUSANDS = re.compile(r"^[+-]?\d{1,3}([,. '\u00a0\u202f]\d{3})+$")
_BOUND = {
    "greater_than_equal": ("least", "low", "ge"),
    "greater_than": ("above", "low", "gt"),
    "less_than_equal": ("most", "high", "le"),
    "less_than": ("below", "high", "lt"),
}


def _limits(kind: str, context: dict[str, Any]) -> dict[str, str]:
    """Which bounds there are: pydantic names the one that was passed, a quantity both, open ones included."""
    if kind in _BOUND:
        case, key, bound = _BOUND[kind]
        return {"case": case, key: f"{context[bound]:.12g}"}
    ends = [context.get(end) not in {None, OPEN} for end in ("low", "high")]
    return {"case": "between" if all(ends) else "least" if ends[0] else "most"}


def _advice(found: str, values: dict[str, str]) -> dict[str, str]:
    """A share above 1 is most likely written in per cent."""
    per_cent = values.get("unit") == "share" and not found.startswith("-")
    return {"advice": "share"} if per_cent else {}


def _column(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location if not str(part).startswith("function-"))
