"""What can be wrong with the gap register."""

from __future__ import annotations

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import Activity, Gap, Line, LineNeed, Plan

__all__ = ["gap_checks"]


def gap_checks(plan: Plan) -> list[Finding]:
    """K639 a gap measured by a need its task's lines do not have, K640 a gap no activity works on, K641 an activity that
    provides nothing of what closing its gap takes.
    """
    needs = {(need.line, need.kind, need.name) for need in plan.rows(LineNeed)}
    found, worked = [], {gap for row in plan.rows(Activity) for gap in row.gaps}
    for row in plan.rows(Gap):
        place = plan.place("gaps", row.gap, "need_name")
        lines = [line.line for line in plan.rows(Line) if line.task == row.task and row.element in {None, line.element}]
        if row.need_kind is not None and not any((line, row.need_kind, row.need_name) in needs for line in lines):
            shown = f"{row.need_kind} {row.need_name or ''}".strip()
            found.append(finding("K639", place, shown, task=row.task, element=row.element or ""))
        if row.gap not in worked:
            found.append(finding("K640", plan.place("gaps", row.gap, "gap"), row.gap, needs=" ".join(row.dotmlpf_p)))
    for activity in plan.rows(Activity):
        for name in activity.gaps:
            gap = plan.get(Gap, name)
            if gap is not None and not set(gap.dotmlpf_p) & set(activity.dotmlpf_p):
                place = plan.place("activities", activity.activity, "dotmlpf_p")
                provided = " ".join(activity.dotmlpf_p) or "–"
                found.append(finding("K641", place, name, needs=" ".join(gap.dotmlpf_p), known=provided))
    return found
