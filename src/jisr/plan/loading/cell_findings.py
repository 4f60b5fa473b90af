"""What pydantic says of a value → the project's own findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from pydantic_core import ErrorDetails

from jisr.finding_codes import finding
from jisr.findings import Finding, Place

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


def cell_findings(errors: Sequence[ErrorDetails], place_of: Callable[[tuple[int | str, ...]], Place]) -> list[Finding]:
    """One finding for each error of a row or of `partnership.yaml`, at the place of the value."""
    return [_finding(error, place_of(tuple(error["loc"]))) for error in errors]


def _finding(error: ErrorDetails, place: Place) -> Finding:
    code = _CODE_OF.get(error["type"], "C216")
    context: dict[str, Any] = dict(error.get("ctx", {}))
    found = context.pop("found", None)
    if found is None:
        found = "" if error["type"] in {"missing", "provenance"} else error.get("input", "")
    values = {"column": _column(error["loc"])}
    for key in ("columns", "expected", "pattern", "ge", "gt", "le", "lt", "low", "high", "unit"):
        if key in context and context[key] is not None:
            values[key] = str(context[key])
    if code == "C216":
        values["says"] = error["msg"]
    return finding(code, place, found, **values)


def _column(location: tuple[int | str, ...]) -> str:
    return ".".join(str(part) for part in location if not str(part).startswith("function-"))
