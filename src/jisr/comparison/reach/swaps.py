"""What cannot be held within the plan as it is built: choices of the model, and positions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from jisr.assessment import Problem
from jisr.comparison.held_programme import held_problem
from jisr.ids import Address
from jisr.plan import Condition, Gate, Judgement, LineNeed, Plan, Position, Task, TaskNeed, ThreatResponse, Uncertain
from jisr.threat import MODELS

__all__ = ["Swap", "positions", "structure"]

_NO_FORECAST = "zero"
"""The model that expects nothing: a benchmark, not a choice anybody would make."""
_NEEDS_SHARE = 0.2


@dataclass(frozen=True)
class Swap:
    """One choice and its other ends: what each is called, its value, and the run that has it."""

    kind: str
    id: str
    basis: str | None
    ends: tuple[tuple[str, str, Problem], ...]


def positions(plan: Plan, starts: Mapping[str, int], base: Problem) -> list[Swap]:
    """Each judgement at each side's value, all else as the plan has it."""
    found = []
    for judgement in plan.rows(Judgement):
        held = [one for one in plan.rows(Position) if one.judgement == judgement.judgement]
        ends = tuple(
            (one.party, one.value, held_problem(plan.replace({judgement.address: one.value}), starts, like=base))
            for one in held
        )
        if ends:
            found.append(Swap("position", judgement.judgement, None, ends))
    return found


def structure(plan: Plan, starts: Mapping[str, int], base: Problem, *, unknown: bool) -> list[Swap]:
    """Each choice of the model made otherwise. `unknown`: whether the plan has inputs that are unknown."""
    found = []
    for name, ends in _changed(plan, base):
        made = tuple((end, value, held_problem(other, starts, like=base)) for end, value, other in ends)
        if made:
            found.append(Swap("structure", name, None, made))
    found.append(Swap("structure", "programme", None, (("off", "", held_problem(plan, {}, like=base)),)))
    if unknown:
        both = [(end, held_problem(plan, starts, unknowns=end, like=base)) for end in ("worst", "best")]
        found.append(Swap("structure", "unknown-inputs", None, tuple((end, "", problem) for end, problem in both)))
    return found


Ends = list[tuple[str, str, Plan]]


def _changed(plan: Plan, base: Problem) -> Iterator[tuple[str, Ends]]:
    yield "threat-model", _threat_models(plan, base)
    yield "threat-response", _without_response(plan)
    yield "dependencies", _dependencies(plan)
    yield "service", _default(plan, "service", (0.7, 0.9))
    yield "planning-window", _windows(plan)
    yield "shared-correlation", _default(plan, "correlation", (0.0, 0.9))
    yield "demand-correlation", _default(plan, "demand_correlation", (0.0, 0.9))
    yield "ratings-rise", _default(plan, "rating_up_per_year", (0.2,))
    yield "need-thresholds", _needs(plan)
    yield "smoothing", _smoothing(plan)
    for gate in plan.rows(Gate):
        yield f"rule/{gate.gate}", _other_rule(plan, gate)


def _threat_models(plan: Plan, base: Problem) -> Ends:
    """The other models that can be fitted to every series of the plan."""
    ends: Ends = []
    for name in sorted(MODELS):
        if name in {base.threat.model, _NO_FORECAST}:
            continue
        try:
            for series in base.threat.series:
                MODELS[name].fit(series.panel, base.threat.cutoff)
        except ValueError:
            continue
        ends.append(("other", name, plan.replace({_setting("threat_model"): name})))
    return ends if base.threat.series else []


def _without_response(plan: Plan) -> Ends:
    rows = plan.rows(ThreatResponse)
    if not rows:
        return []
    still = [row.model_copy(update={"factor": Uncertain.exact(1.0)}) for row in rows]
    return [("off", "1", plan.with_rows(ThreatResponse.table, still))]


def _dependencies(plan: Plan) -> Ends:
    rows = plan.rows(TaskNeed)
    if not rows:
        return []
    ends: Ends = []
    for end, factor in (("low", 0.75), ("high", 1.25)):
        strengths = [plan.partnership.defaults.kappa if row.strength is None else row.strength for row in rows]
        turned = [min(1.0, max(0.05, factor * strength)) for strength in strengths]
        changed = [row.model_copy(update={"strength": kappa}) for row, kappa in zip(rows, turned, strict=True)]
        ends.append((end, f"× {factor:g}", plan.with_rows(TaskNeed.table, changed)))
    return [*ends, ("off", "", plan.with_rows(TaskNeed.table, ()))]


def _windows(plan: Plan) -> Ends:
    ends: Ends = []
    for end, factor in (("low", 0.5), ("high", 2.0)):
        rows = [row.model_copy(update={"window": max(1, round(row.window * factor))}) for row in plan.rows(Task)]
        ends.append((end, f"× {factor:g}", plan.with_rows(Task.table, rows)))
    return ends


def _needs(plan: Plan) -> Ends:
    """Every need counts as full a fifth earlier, or later where that is below all of it."""
    rows = plan.rows(LineNeed)
    ends: Ends = []
    for end, factor in (("easier", 1 - _NEEDS_SHARE), ("harder", 1 + _NEEDS_SHARE)):
        moved = [row.model_copy(update={"threshold": min(1.0, row.threshold * factor)}) for row in rows]
        if moved != list(rows):
            ends.append((end, f"× {factor:g}", plan.with_rows(LineNeed.table, moved)))
    return ends


def _smoothing(plan: Plan) -> Ends:
    """Every condition judged by the mean of its window, or by each month of it, where not all are already."""
    ends: Ends = []
    for smoothing in ("mean", "each-month"):
        rows = [row.model_copy(update={"smoothing": smoothing}) for row in plan.rows(Condition)]
        if rows != list(plan.rows(Condition)):
            ends.append(("other", smoothing, plan.with_rows(Condition.table, rows)))
    return ends


def _other_rule(plan: Plan, gate: Gate) -> Ends:
    """The gate by the other rule, where it has the date or the review that rule needs."""
    rule = "condition" if gate.rule == "date" else "date"
    has = gate.review_date if rule == "condition" else gate.latest_date
    address = Address(Gate.table, gate.key_text, "rule")
    return [] if has is None else [("other", rule, plan.replace({address: rule}))]


def _default(plan: Plan, name: str, values: tuple[float, ...]) -> Ends:
    now = getattr(plan.partnership.defaults, name)
    return [
        ("low" if value < now else "high", f"{value:g}", plan.replace({_setting(name): value}))
        for value in values
        if value != now
    ]


def _setting(name: str) -> Address:
    return Address("partnership", "defaults", name)
