"""Results beside an assessment, kept so that nobody computes them twice."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment

__all__ = ["kept_result"]

T = TypeVar("T")


def kept_result(
    plan: Plan,
    assessment: Assessment,
    name: str,
    form: tuple[type[Any], str],
    compute: Callable[[], T],
    *,
    held: str | None = None,
) -> T:
    """A result from the text a bundle holds, from the cache, or computed and kept: the same figures each way.

    Parameters: `form` type and schema; `held` the bundle's text, which goes before the cache. None where there is nothing
    to compute.
    """
    from jisr.assessment import from_json, keep_text, read_kept_text, to_json

    kind, schema = form
    option = assessment.plan.option
    for text in (held, read_kept_text(plan, name, option)):
        try:
            return cast("T", from_json(kind, text or "", schema))
        except (ValueError, KeyError, TypeError):
            continue  # nothing there, or of another version
    found = compute()
    if found is None:
        return found
    text = to_json(schema, found)
    keep_text(plan, name, text, option)
    return cast("T", from_json(kind, text, schema))
