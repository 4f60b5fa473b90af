"""P402: names in `partnership.yaml` that are missing in the first language of the plan."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan.partnership import Partnership
from jisr.plan.plan import Plan

__all__ = ["check_partnership_names"]


def check_partnership_names(plan: Plan) -> list[Finding]:
    """The title and the name of every party; said once where none has that language, as of a table without its column."""
    first = plan.partnership.languages[0]
    names = _names(plan.partnership)
    blank = [one for one in names if not one[2].get(first, "").strip()]
    return [
        finding("P402", plan.place("partnership", _written(plan, path, first)), of, column=f"{path}.{first}")
        for path, of, _ in (blank if len(blank) < len(names) else blank[:1])
    ]


def _names(partnership: Partnership) -> list[tuple[str, str, dict[str, str]]]:
    """Path in the file, id of what is named, and the name by language."""
    parties = [(f"parties.{i}.label", party.id, party.label) for i, party in enumerate(partnership.parties)]
    return [("title", partnership.id, partnership.title), *parties]


def _written(plan: Plan, path: str, language: str) -> str:
    """The blank itself where it is written, else what lacks it."""
    return f"{path}.{language}" if ("partnership", f"{path}.{language}") in plan.places else path
