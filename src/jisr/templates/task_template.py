"""What a template of a task says."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from jisr.plan import Basis

__all__ = ["DemandTemplate", "Library", "NeedTemplate", "TaskTemplate", "TemplateTaskNeed"]

_FROZEN = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)

Names = Mapping[str, str]
"""Language → name."""


class _Sourced(BaseModel):
    """Where a value of a template comes from."""

    model_config = _FROZEN

    basis: Basis
    """`sourced`, `assessed` or `assumed`."""
    evidence: tuple[str, ...] = ()
    """Sources, by id of the library's evidence."""
    reason: str | None = None
    """Why, when assessed or assumed."""


class DemandTemplate(_Sourced):
    """One term of demand."""

    driver: str
    """A driver of the library, or `constant`."""
    rate: str
    """Task-units a month per unit of the driver: `low | mode | high`, or one value."""


class NeedTemplate(BaseModel):
    """One thing the task's line needs."""

    model_config = _FROZEN

    kind: Literal["personnel", "skill", "item", "function"]
    """Kind of need."""
    name: str
    """`personnel`, a skill or an item of the library, or a function."""
    mandatory: bool = True
    """Whether it limits readiness."""
    threshold: float = 1.0
    """Value from which it counts as full."""


class TemplateTaskNeed(_Sourced):
    """A task this one needs, where the plan has both."""

    template: str
    """The other template."""
    strength: float
    """Share of the requirement that needs it."""


class TaskTemplate(_Sourced):
    """A task as others have planned it: unit, drivers, service level, needs; and where the form comes from."""

    template: str
    """Name of the template, and of the task it makes."""
    name: Names
    """Name of the task."""
    unit: str
    """Unit of capacity; requirement and capability count it per month."""
    scope: Literal["local", "mobile"]
    """`local`: each area needs its own; `mobile`: shared over the areas."""
    window: int
    """Trailing planning window, months."""
    service: float
    """Service level: the quantile of the drivers over the window that is planned for."""
    element: str
    """The force element that does it, of the library's."""
    demand: tuple[DemandTemplate, ...] = Field(min_length=1)
    """What demand follows."""
    needs: tuple[NeedTemplate, ...] = Field(min_length=1)
    """What its line needs."""
    task_needs: tuple[TemplateTaskNeed, ...] = ()
    """Tasks it depends on."""


class Library(BaseModel):
    """The templates and what they name; rows of tables are written as the tables have them."""

    model_config = _FROZEN

    partnership: Mapping[str, object]
    """The `partnership.yaml` of a plan that starts from templates."""
    tables: Mapping[str, tuple[Mapping[str, object], ...]]
    """Rows every such plan starts with."""
    evidence: tuple[Mapping[str, object], ...]
    """Sources; a plan takes those its templates name."""
    drivers: tuple[Mapping[str, object], ...]
    """Drivers; a plan takes those its templates name."""
    elements: Mapping[str, Mapping[str, object]]
    """Force elements with a placeholder strength, by id."""
    skills: Mapping[str, Names]
    """Names of skills, by id."""
    items: Mapping[str, Mapping[str, object]]
    """Equipment types, by id."""
    placeholder: Mapping[str, object]
    """Provenance of a value that must be replaced."""
    placeholders: Mapping[str, Mapping[str, object]]
    """Values that must be replaced, by table."""
    templates: tuple[TaskTemplate, ...]
    """The templates."""
