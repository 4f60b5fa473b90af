"""Gates between phases."""

from typing import Annotated, ClassVar, Literal

from jisr.plan.cells import Date, Flag, Id, Reference, Text
from jisr.plan.row import Provenance

__all__ = ["Gate"]


class Gate(Provenance):
    """What ends a phase: a date, or conditions."""

    table: ClassVar[str] = "gates"
    key: ClassVar[tuple[str, ...]] = ("gate",)
    required: ClassVar[bool] = True

    gate: Id
    """Id of the gate."""
    name: Text
    """Name in each language of the plan."""
    phase_from: Annotated[Id, Reference("phases")]
    """The phase it ends."""
    phase_to: Annotated[Id, Reference("phases")]
    """The phase it opens."""
    rule: Literal["date", "condition"]
    """`date`: it opens on `latest_date` whatever the conditions; `condition`: when the expression is met."""
    latest_date: Date | None = None
    """The date, required when date-bound."""
    review_date: Date | None = None
    """The review, required when condition-bound; probabilities are shown for it."""
    expression: str
    """`all()`, `any()`, `at_least(n)` over its core conditions; nested with condition ids, e.g. `all(a, any(b, c))`."""
    once: Flag = False
    """Whether having been met once suffices; no: it must be met in the month it opens."""
    on_fail: Literal["hold", "pause", "reverse", "proceed-with-risk"]
    """What happens when it is not met."""
    reverse_rule: str
    """When a decision is taken back, in words."""
    decision_body: str
    """Who decides."""
