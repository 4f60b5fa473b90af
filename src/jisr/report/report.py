"""The report as a value: what the page, the document and the workbook all show, in one order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from jisr.charts import Chart, Table
from jisr.report.block import Block
from jisr.report.sources import Sources

__all__ = ["Head", "Paragraph", "Report", "Section", "SectionBlock"]


@dataclass(frozen=True)
class Paragraph:
    """A few sentences; `command` is set as typed after them, when there is one."""

    text: str
    command: str = ""


SectionBlock = Paragraph | Chart | Table


@dataclass(frozen=True)
class Section:
    """One section: an id, a title, the sentence that answers, its blocks in their order; whether it stands before others."""

    id: str
    title: str
    lead: str
    blocks: tuple[SectionBlock, ...]
    leads: bool = False


@dataclass(frozen=True)
class Head:
    """What stands above everything: the plan, its cutoff, the run, and how much is assumed (empty when nothing is)."""

    plan: str
    title: str
    cutoff: str
    run: str
    assumed: str


@dataclass(frozen=True)
class Report:
    """Head, the blocks of the first page, sections in their order, how to check it all, and the sources cited."""

    id: str
    head: Head
    first: tuple[Block, ...]
    sections: tuple[Section, ...]
    method: Section
    sources: Sources = field(default_factory=lambda: Sources((), {}))

    def charts(self) -> Iterator[Chart]:
        """Every chart, in the order of the sections."""
        return (block for section in self.sections for block in section.blocks if isinstance(block, Chart))

    def tables(self) -> Iterator[Table]:
        """Every table and every table behind a chart, in the order of the sections."""
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, Chart):
                    yield block.data
                elif isinstance(block, Table):
                    yield block
