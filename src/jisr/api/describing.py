"""What there is: measures, tables and their schema, what is installed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jisr.plan import TABLES, Partnership

if TYPE_CHECKING:
    from jisr.transition import Measure

__all__ = ["doctor", "measures", "schema", "table_names"]


def measures() -> tuple[Measure, ...]:
    """Every measure a condition can test."""
    from jisr.transition import MEASURES

    return tuple(MEASURES.values())


def schema(name: str) -> dict[str, Any]:
    """JSON Schema of a table's row, or of `partnership.yaml` (`partnership`); a file name will do as well.

    Raises:
        KeyError: no such table.
    """
    known = name.removeprefix("tables/").removesuffix(".csv").removesuffix(".yaml")
    model = Partnership if known == "partnership" else TABLES[known]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}


def table_names() -> tuple[str, ...]:
    """The names of the tables, in the order of the reference."""
    return tuple(TABLES)


def doctor() -> dict[str, str]:
    """Versions of what is installed, and what is missing for documents and pages."""
    from jisr import __version__
    from jisr.doctor import examine

    return examine(__version__)
