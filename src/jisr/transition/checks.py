"""What can be wrong with phases, gates and conditions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from itertools import chain, pairwise

from pydantic import ValidationError

from jisr.finding_codes import finding
from jisr.findings import Finding
from jisr.plan import (
    Condition,
    Driver,
    External,
    Gate,
    Holding,
    Phase,
    Plan,
    Position,
    ScheduledAssessment,
    Sustainment,
    Task,
    Uncertain,
    run_checks,
)
from jisr.record import latest_rating, sides, with_positions
from jisr.transition.chain import first_phases, gates_in_order
from jisr.transition.compiled import MOST_CORE
from jisr.transition.expression import ExpressionError, parse_expression
from jisr.transition.measures import MEASURES, Measure

__all__ = ["checks"]

SELECTORS = ("task", "area", "element", "function", "driver", "external", "site", "item")


def checks(plan: Plan) -> list[Finding]:
    """G701 to G720: the chain of phases, gates' rules and dates, expressions, conditions, assessments, sides' rules."""
    return run_checks(plan, (*_RULES, _assessments, _sides))


def _rules(plan: Plan) -> list[Finding]:
    return list(chain.from_iterable(check(plan) for check in _RULES))


def _gates(plan: Plan) -> list[Finding]:
    return [one for gate in plan.rows(Gate) for one in _dates(plan, gate)]


def _expressions(plan: Plan) -> list[Finding]:
    return [one for gate in plan.rows(Gate) for one in _expression(plan, gate)]


def _conditions(plan: Plan) -> list[Finding]:
    return [one for condition in plan.rows(Condition) for one in _condition(plan, condition)]


def _sides(plan: Plan) -> list[Finding]:
    """G718: a party's rules that cannot be run, though the plan's own can."""
    known = _rules(plan)
    found: list[Finding] = []
    for party in sides(plan):
        own = [row for row in plan.rows(Position) if row.party == party]
        place = plan.place("positions", own[0].key_text, "value")
        try:
            broken = [one for one in _rules(with_positions(plan, party, {"rule"})) if one.severity == "error"]
        except (KeyError, ValidationError):
            continue  # said of the judgement (R303) or of the position itself (P401)
        found += [finding("G718", place, party, breaks=one.code, where=one.place) for one in broken if one not in known]
    return found


def _phases(plan: Plan) -> list[Finding]:
    """G701 a phase that should end and does not; G702 a chain that is broken or branches; G708 one that comes back."""
    gates, phases = plan.rows(Gate), plan.rows(Phase)
    leaving = Counter(gate.phase_from for gate in gates)
    found = [
        finding("G701", plan.place("phases", phase.phase, "phase"), phase.phase)
        for phase in phases[:-1]
        if not leaving[phase.phase]
    ]
    for gate in gates:
        opened = plan.get(Phase, gate.phase_to)
        if leaving[gate.phase_from] > 1:
            found.append(
                finding("G702", plan.place("gates", gate.gate, "phase_from"), gate.phase_from, why="two-gates-end-it")
            )
        if opened is not None and opened.starts_by != gate.gate:
            found.append(
                finding(
                    "G702",
                    plan.place("gates", gate.gate, "phase_to"),
                    gate.phase_to,
                    why="starts-by-another" if opened.starts_by else "starts-by-none",
                    other=opened.starts_by or "",
                )
            )
    for phase in phases:
        opener = next((gate for gate in gates if gate.gate == phase.starts_by), None)
        if opener is not None and opener.phase_to != phase.phase:
            place = plan.place("phases", phase.phase, "starts_by")
            found.append(finding("G702", place, phase.starts_by, why="gate-opens-another", other=opener.phase_to))
    return [*found, *_first(plan), *_cycles(plan)]


def _first(plan: Plan) -> list[Finding]:
    first = first_phases(plan)
    if len(first) > 1:
        return [
            finding("G702", plan.place("phases", row.phase, "starts_by"), row.phase, why="second-first")
            for row in first[1:]
        ]
    return []


def _cycles(plan: Plan) -> list[Finding]:
    follows = {gate.phase_from: gate.phase_to for gate in plan.rows(Gate)}
    for start in sorted(follows):
        phase, seen = start, {start}
        while (phase := follows.get(phase, "")) and phase not in seen:
            seen.add(phase)
        if phase == start:
            path = " ".join(sorted(seen))
            return [finding("G708", plan.place("phases", start, "phase"), start, phases=path)]
    return []


def _order(plan: Plan) -> list[Finding]:
    """G713: tables out of the order of the chain; G715: dates that go backwards along it."""
    try:
        chain = gates_in_order(plan)
    except ValueError:
        return []
    found: list[Finding] = []
    phases = tuple(row.phase for row in plan.rows(Phase))
    along = (chain[0].phase_from, *(gate.phase_to for gate in chain)) if chain else phases[:1]
    if chain != plan.rows(Gate):
        found.append(finding("G713", plan.place("gates"), " ".join(row.gate for row in plan.rows(Gate))))
    if phases != along and set(phases) == set(along):
        found.append(finding("G713", plan.place("phases"), " ".join(phases), expected=" ".join(along)))
    for before, after in pairwise(chain):
        early, late = _reference(before), _reference(after)
        if early is not None and late is not None and late < early:
            found.append(
                finding(
                    "G715",
                    plan.place("gates", after.gate, "latest_date" if after.rule == "date" else "review_date"),
                    late,
                    other=before.gate,
                    date=early,
                )
            )
    return found


def _reference(gate: Gate) -> dt.date | None:
    return gate.latest_date if gate.rule == "date" else gate.review_date


def _dates(plan: Plan, gate: Gate) -> list[Finding]:
    """G706, G707 a date that is missing; G712 one that lies before the cutoff; G716 one beyond the horizon."""
    partnership = plan.partnership
    found: list[Finding] = []
    if gate.rule == "date" and gate.latest_date is None:
        found.append(finding("G706", plan.place("gates", gate.gate, "latest_date"), "", gate=gate.gate))
    if gate.rule == "condition" and gate.review_date is None:
        found.append(finding("G707", plan.place("gates", gate.gate, "review_date"), "", gate=gate.gate))
    last = (partnership.cutoff_month + partnership.horizon).last_day()
    for column, date in (("latest_date", gate.latest_date), ("review_date", gate.review_date)):
        place = plan.place("gates", gate.gate, column)
        if date is not None and date <= partnership.cutoff:
            found.append(finding("G712", place, date, column=column, cutoff=partnership.cutoff))
        if date is not None and date > last:
            found.append(finding("G716", place, date, column=column, last=last))
    return found


def _expression(plan: Plan, gate: Gate) -> list[Finding]:
    """G705 an expression that cannot be used; G711 no core condition, or too many; G714 one that it leaves out."""
    place = plan.place("gates", gate.gate, "expression")
    core = [row.condition for row in plan.rows(Condition) if row.gate == gate.gate and row.condition_class == "core"]
    if not 1 <= len(core) <= MOST_CORE:
        return [finding("G711", place, len(core), gate=gate.gate, most=MOST_CORE)]
    try:
        tree = parse_expression(gate.expression).over(core)
    except ExpressionError as error:
        values = {"rule": error.rule, "case": error.rule, "column": error.column, "expression": gate.expression}
        return [finding("G705", place, error.found, **values)]
    named = {leaf.condition for leaf in tree.leaves()}
    return [
        finding("G714", plan.place("conditions", name, "condition"), name, gate=gate.gate, expression=gate.expression)
        for name in core
        if name not in named
    ]


def _condition(plan: Plan, row: Condition) -> list[Finding]:
    place = plan.place("conditions", row.condition, "measure")
    measure = MEASURES.get(row.measure)
    if measure is None:
        return [finding("G703", place, row.measure, known=" ".join(MEASURES))]
    found = [
        finding(
            "G704",
            plan.place("conditions", row.condition, selector),
            given,
            measure=measure.id,
            selector=selector,
            why=why,
        )
        for selector, given, why in _misfits(plan, row, measure)
    ]
    if not found and not _is_there(plan, row):
        found.append(finding("G719", place, measure.id, **_selection(row)))
    for column, cell in (("threshold", row.threshold), ("exit_threshold", row.exit_threshold)):
        if cell is not None and not cell.is_unknown and not all(map(measure.admits, (cell.low, cell.high))):
            limits = {"low": f"{measure.low:g}", "high": f"{measure.high:g}", "unit": measure.unit}
            found.append(
                finding(
                    "G709",
                    plan.place("conditions", row.condition, column),
                    cell,
                    column=column,
                    measure=measure.id,
                    **limits,
                )
            )
    if row.exit_threshold is not None and _tighter(row, row.exit_threshold):
        found.append(
            finding(
                "G717",
                plan.place("conditions", row.condition, "exit_threshold"),
                row.exit_threshold,
                threshold=row.threshold,
                comparison=row.comparison,
            )
        )
    horizon = plan.partnership.horizon
    if row.persistence + row.hold > horizon:
        place = plan.place("conditions", row.condition, "persistence" if row.persistence > row.hold else "hold")
        found.append(finding("G720", place, row.persistence + row.hold, horizon=horizon))
    return found


def _is_there(plan: Plan, row: Condition) -> bool:
    """Whether the plan holds what the measure is read from; without it a stage would make up a value or stop."""
    if row.measure == "function-level":
        return latest_rating(plan, row.element or "", row.function or "") is not None
    if row.measure == "mission-capable":
        return any(one.item == row.item for one in plan.rows(Holding))
    if row.measure == "funded-share":
        return any((one.kind, one.what) == ("item", row.item) for one in plan.rows(Sustainment))
    return True


def _selection(row: Condition) -> dict[str, str]:
    return {name: getattr(row, name) for name in SELECTORS if getattr(row, name) is not None}


def _tighter(row: Condition, leaving: Uncertain) -> bool:
    if leaving.is_unknown or row.threshold.is_unknown:
        return False
    return leaving.mode > row.threshold.mode if row.comparison == ">=" else leaving.mode < row.threshold.mode


def _misfits(plan: Plan, row: Condition, measure: Measure) -> list[tuple[str, str, str]]:
    """Selectors that are missing, that the measure does not take, or that select what it cannot be about."""
    found: list[tuple[str, str, str]] = []
    for selector in SELECTORS:
        given = getattr(row, selector)
        if selector in measure.selects and given is None:
            found.append((selector, "", "missing"))
        if given is not None and selector not in (*measure.selects, *measure.may_select):
            found.append((selector, given, "not-taken"))
    task, external = plan.get(Task, row.task or ""), plan.get(External, row.external or "")
    if measure.kind == "cover" and row.area and task is not None and task.scope == "mobile":
        found.append(("area", row.area, "mobile-task"))
    kind = {"external-quiet": "event-hazard", "external-done": "time-to-completion"}.get(measure.id)
    if kind and external is not None and external.kind != kind:
        found.append(("external", external.external, "other-kind"))
    driver = plan.get(Driver, row.driver or "")
    if measure.id == "threat-level" and driver is not None and driver.kind == "area-attribute":
        found.append(("driver", driver.driver, "other-kind"))
    return found


def _assessments(plan: Plan) -> list[Finding]:
    """G710: an assessment up to the cutoff renews nothing any more."""
    cutoff = plan.partnership.cutoff_month
    return [
        finding("G710", plan.place("assessments", row.assessment, "month"), row.month, cutoff=cutoff)
        for row in plan.rows(ScheduledAssessment)
        if row.month <= cutoff
    ]


_RULES = (_phases, _order, _gates, _expressions, _conditions)
"""What the rules of the plan, and of each side, must satisfy."""
