"""Names of a plan's things, by id."""

from __future__ import annotations

from functools import cached_property

from jisr.plan import Activity, Element, EquipmentType, Plan, Skill
from jisr.words import Words

__all__ = ["PlanNames"]


class PlanNames:
    """The names of elements, skills, items, needs and activities in one language; an id that names nothing stands for itself."""

    def __init__(self, plan: Plan, words: Words) -> None:
        self._plan, self._words = plan, words

    def element(self, element: str) -> str:
        """Name of an element."""
        return self._elements.get(element, element)

    def need(self, kind: str, element: str, name: str) -> str:
        """Name of what a line needs."""
        if kind == "personnel":
            return self._words.text("need-personnel")
        if kind == "skill":
            return self._skills.get((element, name), name)
        if kind == "item":
            return self._items.get(name, name)
        key = f"function-{name}"
        return self._words.text(key) if self._words.has(key) else name

    def activity(self, activity: str) -> str:
        """Title of an activity."""
        row = self._plan.get(Activity, activity)
        return activity if row is None else self._words.name(row.title) or activity

    @cached_property
    def _elements(self) -> dict[str, str]:
        return {row.element: self._words.name(row.name) for row in self._plan.rows(Element)}

    @cached_property
    def _skills(self) -> dict[tuple[str, str], str]:
        return {(row.element, row.skill): self._words.name(row.name) for row in self._plan.rows(Skill)}

    @cached_property
    def _items(self) -> dict[str, str]:
        return {row.item: self._words.name(row.name) for row in self._plan.rows(EquipmentType)}
