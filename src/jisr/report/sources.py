"""The sources a report cites: numbered in the order they are met, with the addresses that cite them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from jisr.charts import Cell as TableCell
from jisr.charts import Table
from jisr.ids import Address
from jisr.plan import TABLES, Cell, Evidence, Plan
from jisr.words import Words

__all__ = ["Source", "Sources", "cite"]


@dataclass(frozen=True)
class Source:
    """One source: its number in this report, its id, who published what and when, its grade, its address."""

    number: int
    id: str
    text: str
    url: str


@dataclass(frozen=True)
class Sources:
    """The sources in the order of their numbers, and which of them each address cites."""

    listed: tuple[Source, ...]
    cited: Mapping[str, tuple[int, ...]]

    def of(self, cell: TableCell, *, code: bool) -> tuple[int, ...]:
        """The numbers a cell cites; in a column of ids (`code`) its text is the address."""
        return self.cited.get(cell.address or (cell.text if code else ""), ())


def cite(plan: Plan, tables: Iterable[Table], words: Words) -> Sources:
    """Number the sources behind the addresses that stand in tables."""
    numbers: dict[str, int] = {}
    cited: dict[str, tuple[int, ...]] = {}
    for address in _addresses(tables):
        found = [one for one in _evidence(plan, address) if plan.get(Evidence, one) is not None]
        if found and address not in cited:
            cited[address] = tuple(numbers.setdefault(one, len(numbers) + 1) for one in dict.fromkeys(found))
    listed = tuple(_source(plan, one, number, words) for one, number in numbers.items())
    return Sources(listed, cited)


def _addresses(tables: Iterable[Table]) -> Iterator[str]:
    """The addresses of cells, and the texts of columns of ids."""
    for table in tables:
        for row in table.rows:
            for column, cell in zip(table.columns, row.cells, strict=True):
                if cell.address or column.kind == "code":
                    yield cell.address or cell.text


def _evidence(plan: Plan, text: str) -> tuple[str, ...]:
    try:
        address = Address.parse(text)
    except ValueError:
        return ()
    model = TABLES.get(address.table)
    row = None if model is None else plan.get(Cell, text) or plan.get(model, address.key)
    found = getattr(row, "evidence", ()) or ()
    return (found,) if isinstance(found, str) else tuple(found)


def _source(plan: Plan, evidence: str, number: int, words: Words) -> Source:
    row = plan.get(Evidence, evidence)
    if row is None:
        raise KeyError(evidence)
    # a title that begins with who published it says so once
    text = words.text(
        "source-line-titled" if row.title.startswith(row.publisher) else "source-line",
        publisher=row.publisher,
        title=row.title,
        date=words.date(row.published.isoformat()),
        grade=words.number(row.grade),
    )
    return Source(number, evidence, text, row.url or "")
