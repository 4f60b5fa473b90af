"""Cells of the tables below the first page that need more than one value."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from jisr.assessment import ActivityOutlook, Assessment, SupportEnd, TaskOutlook
from jisr.plan import Cell, Element, EquipmentType, Plan, Provenance, SelfReliance, Skill, Sustainment
from jisr.report.figures import owner_name
from jisr.report.programme_block import why_not
from jisr.report.sustainment_block import arrangement_text
from jisr.words import Words

__all__ = ["Cells"]

_LATER = 24
"""Months ahead for which the task table shows cover."""
_LIMITS = 3


class Cells:
    """Texts of table cells, for one plan, assessment and language."""

    def __init__(self, plan: Plan, assessment: Assessment, words: Words) -> None:
        self._plan, self._assessment, self._words = plan, assessment, words

    @property
    def later(self) -> int:
        """Position of the later month for which cover is shown."""
        return min(_LATER, len(self._assessment.plan.months)) - 1

    def owner(self, party: str) -> str:
        """A party by name."""
        return owner_name(self._assessment, party, self._words)

    def settings(self) -> tuple[tuple[str, str], ...]:
        """Settings of cover after each gate: key and heading."""
        return tuple((f"after:{gate.gate}", self._words.name(gate.name)) for gate in self._assessment.gates)

    def binds(self, task: TaskOutlook) -> str:
        """What limits a task's lines today, the most often lowest first."""
        words = self._words
        parts = [
            words.text(
                "binds-one",
                element=self._elements.get(str(one["element"]), str(one["element"])),
                need=self._need(one),
                share=words.percent(float(str(one["share"]))),
            )
            for one in task.binds[:_LIMITS]
        ]
        return "; ".join(parts)

    def reliance_basis(self, task: str) -> str | None:
        """The weakest basis of the judgements behind a task's self-reliance."""
        rows = [row for row in self._plan.rows(SelfReliance) if row.task == task]
        return _weakest([self._basis(row) for row in rows])

    def cost_basis(self, one: SupportEnd) -> str | None:
        """The basis of a yearly cost."""
        rows = [row for row in self._plan.rows(Sustainment) if one.kind == row.kind and row.what == one.what]
        return _weakest([self._basis(row) for row in rows])

    def cost(self, one: ActivityOutlook) -> str:
        """What an activity costs, and who pays."""
        words, currency = self._words, self._assessment.plan.currency
        parts = [
            words.text("payer-amount", payer=self.owner(payer), amount=words.money(amount, currency))
            for payer, amount in one.cost.items()
        ]
        return words.text("comma").join(parts) or "–"

    def why(self, one: ActivityOutlook) -> str:
        """Why an activity is not chosen."""
        return why_not(self._assessment, one, self._words)

    def arrangement(self, one: SupportEnd) -> str:
        """Who keeps something working, or pays for it."""
        return arrangement_text(self._assessment, one, self._words)

    def after(self, one: SupportEnd) -> str:
        """Who follows when it ends."""
        if not one.payer_after:
            return self._words.text("nobody-named") if one.ends else "–"
        return one.payer_after if one.kind == "support" else self.owner(one.payer_after)

    def by_table(self) -> tuple[tuple[str, Mapping[str, int]], ...]:
        """Counts by basis of every table that holds uncertain inputs, largest first."""
        tables = self._assessment.basis.by_table.items()
        return tuple(sorted(tables, key=lambda one: (-sum(one[1].values()), one[0])))

    def _need(self, one: Mapping[str, object]) -> str:
        kind, name, words = str(one["kind"]), str(one["name"]), self._words
        if kind == "personnel":
            return words.text("need-personnel")
        if kind == "skill":
            return self._skills.get((str(one["element"]), name), name)
        if kind == "item":
            return self._items.get(name, name)
        key = f"function-{name}"
        return words.text(key) if words.has(key) else name

    def _basis(self, row: Provenance) -> str:
        return self._overrides.get(f"{row.table}/{row.key_text}") or row.basis or "assumed"

    @cached_property
    def _overrides(self) -> dict[str, str]:
        return {str(row.address).rpartition("/")[0]: row.basis or "assumed" for row in self._plan.rows(Cell)}

    @cached_property
    def _elements(self) -> dict[str, str]:
        return {row.element: self._words.name(row.name) for row in self._plan.rows(Element)}

    @cached_property
    def _skills(self) -> dict[tuple[str, str], str]:
        return {(row.element, row.skill): self._words.name(row.name) for row in self._plan.rows(Skill)}

    @cached_property
    def _items(self) -> dict[str, str]:
        return {row.item: self._words.name(row.name) for row in self._plan.rows(EquipmentType)}


def _weakest(found: list[str]) -> str | None:
    return next((basis for basis in ("assumed", "assessed", "sourced") if basis in found), None)
