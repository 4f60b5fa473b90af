"""The gap register: what the host forces lack for a task, and in which elements of DOTMLPF-P."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import DotmlpfP, Id, Reference, Text
from jisr.plan.row import Basis, Provenance

__all__ = ["Gap"]


class Gap(Provenance):
    """One capability gap. Its size is not typed in: it is computed from the need it names, or from the task's cover."""

    table: ClassVar[str] = "gaps"
    key: ClassVar[tuple[str, ...]] = ("gap",)

    gap: Id
    """Id of the gap."""
    name: Text
    """Name in each language of the plan."""
    task: Annotated[Id, Reference("tasks")]
    """The task it holds back."""
    element: Annotated[Id | None, Reference("elements")] = None
    """The element it lies in; blank: none in particular."""
    need_kind: Literal["personnel", "skill", "item", "function"] | None = None
    """The need of the element's line that measures it; blank: the task's cover measures it."""
    need_name: Id | None = None
    """`personnel`, the skill, the item, or the function."""
    dotmlpf_p: DotmlpfP
    """What closing it takes: doctrine, organisation, training, materiel, leadership (and education), personnel,
    facilities, policy; separated by blanks."""
    owner: Annotated[Id, Reference("parties", "joint")]
    """The party that must close it."""
    basis: Basis
    """Where the statement that there is a gap comes from."""
    note: str | None = None
    """What was said of it, paraphrased."""
