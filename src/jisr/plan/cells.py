"""The types a column can have: each reads one cell of text, and says why it cannot."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any

from pydantic import BeforeValidator, GetPydanticSchema, PlainSerializer, StringConstraints
from pydantic_core import PydanticCustomError, core_schema

from jisr.ids import ID_PATTERN, Address
from jisr.months import Month
from jisr.plan.dotmlpf_p import DotmlpfPElement
from jisr.plan.uncertain import Uncertain, parse_number, parse_uncertain, parse_uncertain_month, show_month

__all__ = [
    "AddressCell",
    "Date",
    "DotmlpfP",
    "Flag",
    "Id",
    "Ids",
    "MonthCell",
    "Number",
    "Reference",
    "Text",
    "UMonth",
    "UNumber",
    "Whole",
]


def _string_like(kind: type, read: Any, write: Any, example: str) -> GetPydanticSchema:
    """A schema for a value type that is written as one string, in JSON and in a cell."""

    def schema(_source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(
            lambda value: value if isinstance(value, kind) else read(value),
            serialization=core_schema.plain_serializer_function_ser_schema(write),
        )

    return GetPydanticSchema(schema, lambda _core, _handler: {"type": "string", "examples": [example]})


def _month(value: object) -> Month:
    try:
        return Month.parse(str(value))
    except ValueError:
        msg = "month"
        raise PydanticCustomError(msg, "expected YYYY-MM", {"found": str(value)}) from None


def _address(value: object) -> Address:
    try:
        return Address.parse(str(value))
    except ValueError:
        msg = "address"
        raise PydanticCustomError(msg, "expected table/key/field", {"found": str(value)}) from None


def _date(value: object) -> object:
    if isinstance(value, dt.date):
        return value
    try:
        return dt.date.fromisoformat(str(value).strip())
    except ValueError:
        msg = "date"
        raise PydanticCustomError(msg, "expected YYYY-MM-DD", {"found": str(value)}) from None


def _number(value: object) -> object:
    return parse_number(value) if isinstance(value, str) else value


def _whole(value: object) -> object:
    number = parse_number(value) if isinstance(value, str) else value
    if isinstance(number, float):
        if not number.is_integer():
            msg = "not_whole"
            raise PydanticCustomError(msg, "expected a whole number", {"found": str(value)})
        return int(number)
    return number


def _flag(value: object) -> object:
    if isinstance(value, bool):
        return value
    flags = {"yes": True, "no": False, "true": True, "false": False}
    text = str(value).strip().lower()
    if text not in flags:
        msg = "flag"
        raise PydanticCustomError(msg, "expected yes or no", {"found": str(value)})
    return flags[text]


def _ids(value: object) -> object:
    return tuple(value.replace(",", " ").replace(";", " ").split()) if isinstance(value, str) else value


def _text(value: object) -> object:
    if not isinstance(value, dict):
        msg = "dict_type"
        raise PydanticCustomError(msg, "expected a name by language")
    if not any(str(text).strip() for text in value.values()):
        msg = "missing_text"
        raise PydanticCustomError(msg, "a name in at least one language", {"found": ""})
    return value


Id = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
"""Id of an entity: small letters, digits and hyphens."""


class Reference:
    """Marks a field, or the parts of a list, as a reference to the key of another table (or to `partnership`)."""

    def __init__(self, *tables: str) -> None:
        self.tables = tables


Ids = Annotated[tuple[Id, ...], BeforeValidator(_ids)]
"""Several ids in one cell, separated by blanks."""

DotmlpfP = Annotated[tuple[DotmlpfPElement, ...], BeforeValidator(_ids)]
"""Elements of DOTMLPF-P in one cell, separated by blanks."""

Text = Annotated[dict[str, str], BeforeValidator(_text)]
"""A text in each language of the plan: columns `name_en`, `name_ar`, `name_ckb` … become one mapping."""

Number = Annotated[float, BeforeValidator(_number)]
Whole = Annotated[int, BeforeValidator(_whole)]
Flag = Annotated[bool, BeforeValidator(_flag), PlainSerializer(lambda value: "yes" if value else "no")]
Date = Annotated[dt.date, BeforeValidator(_date)]
MonthCell = Annotated[Month, _string_like(Month, _month, str, "2024-09")]
AddressCell = Annotated[Address, _string_like(Address, _address, str, "conditions/isr/threshold")]
UNumber = Annotated[Uncertain, _string_like(Uncertain, parse_uncertain, str, "8 | 12 | 20")]
"""An uncertain number: `12`, `8 | 12 | 20` or `?`."""
UMonth = Annotated[Uncertain, _string_like(Uncertain, parse_uncertain_month, show_month, "2025-09")]
"""An uncertain month: `2025-09`, `2025-06 | 2025-09 | 2026-03` or `?`."""
