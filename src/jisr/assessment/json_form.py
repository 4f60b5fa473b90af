"""Results ↔ JSON: versioned, sorted, the same bytes for the same numbers."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from collections.abc import Mapping
from functools import cache
from typing import Any, TypeVar

__all__ = ["DIGITS", "as_written", "from_json", "to_json", "to_plain"]

T = TypeVar("T")

DIGITS = 9
"""Significant digits of figures in files: well above what 1,000,000 draws can tell, well below platform noise."""


def to_plain(value: Any) -> Any:
    """Dataclasses, tuples and mappings as dictionaries and lists; floats at `DIGITS` significant digits.

    Raises:
        ValueError: a figure is not finite; a result never holds NaN, absence is None.
    """
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: to_plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): to_plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [to_plain(item) for item in value]
    if isinstance(value, float):
        if value - value != 0:
            msg = f"a result holds a figure that is not finite: {value}"
            raise ValueError(msg)
        return float(f"{value:.{DIGITS}g}") + 0.0
    return value


def to_json(schema: str, value: Any) -> str:
    """One JSON document with its schema name first. Ends in a line end."""
    body = {"schema": schema, **to_plain(value)}
    return json.dumps(body, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def from_json(kind: type[T], text: str, schema: str) -> T:
    """The dataclass a JSON document was made from.

    Raises:
        ValueError: the document is of another schema, or does not fit.
    """
    data = json.loads(text)
    if not isinstance(data, dict) or data.pop("schema", None) != schema:
        msg = f"expected a document of schema {schema}"
        raise ValueError(msg)
    return typing.cast("T", _build(kind, data))


def as_written(kind: type[T], value: T) -> T:
    """What a result is once it has been written and read back: what is shown is what is written."""
    return typing.cast("T", _build(kind, to_plain(value)))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _build(kind: Any, data: Any) -> Any:
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        hints = _hints(kind)
        return kind(**{name: _build(hints[name], data[name]) for name in hints if name in data})
    if origin in {typing.Union, types.UnionType}:
        return None if data is None else _build(next(one for one in arguments if one is not type(None)), data)
    if origin is tuple:
        if arguments[0] is float:
            return tuple(map(float, data))
        return tuple(_build(arguments[0], item) for item in data)
    if origin is not None and isinstance(data, dict):
        return {key: _build(arguments[1], item) for key, item in data.items()}
    return float(data) if kind is float else data
