"""The blocks of the first page, as sentences: the same for page and terminal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from jisr.assessment import ActivityOutlook, Assessment, ConditionOutlook, GateOutlook, SupportEnd
from jisr.words import Words

__all__ = ["Block", "first_page", "headline", "owner_name"]

_SHOWN = 4
_PAPERWORK = frozenset({"external", "record", "post-assessment"})
_NOT_MET = ("disputed", "stale", "unknown", "not met", "partly")


@dataclass(frozen=True)
class Block:
    """One block of the first page: an id, a title, the answer in one line, and lines under it."""

    id: str
    title: str
    answer: str
    lines: tuple[str, ...]


def headline(assessment: Assessment, words: Words) -> str:
    """Which plan, at which cutoff, and how much of it is assumed."""
    inputs, limits = assessment.basis.inputs, assessment.basis.limits
    return words.text(
        "head-assumed",
        assumed=words.number(inputs.get("assumed", 0)),
        inputs=words.number(sum(inputs.values())),
        limits=words.number(limits.get("assumed", 0)),
        all=words.number(sum(limits.values())),
    )


def first_page(assessment: Assessment, words: Words) -> tuple[Block, ...]:
    """The blocks in their order; one that has nothing to say is not there."""
    blocks = [*(_gate_block(assessment, gate, words) for gate in assessment.gates)]
    blocks += _next_block(assessment, words)
    blocks += _cliff_block(assessment, words)
    blocks += _returns_block(assessment, words)
    return tuple(blocks)


def owner_name(assessment: Assessment, party: str, words: Words) -> str:
    """The name of a party, or of both together."""
    if party == "joint":
        return words.text("both-sides")
    return words.name(assessment.plan.parties.get(party, {})) or party


def _gate_block(assessment: Assessment, gate: GateOutlook, words: Words) -> Block:
    title = words.text(
        f"gate-title-{gate.rule}",
        phase=words.name(gate.phase_from_name),
        gate=words.name(gate.name),
        month=words.month(gate.reference),
    )
    lines = [*_sides(assessment, gate, words), *_reached(assessment, gate, words)]
    lines += [_today(assessment, gate, words), _programme_effect(assessment, gate, words)]
    lines += _unknown(gate, words)
    lines += _most_open(assessment, gate, words)
    lines += _removal(gate, words)
    if gate.unscheduled:
        lines.append(words.text("gate-unscheduled", n=gate.unscheduled))
    return Block(f"gate-{gate.gate}", title, _gate_answer(gate, words), tuple(line for line in lines if line))


def _gate_answer(gate: GateOutlook, words: Words) -> str:
    month = words.month(gate.reference)
    if gate.on <= 0:
        return words.text("gate-never", month=month, draws=words.number(gate.draws), below=words.chance(0, gate.draws))
    return words.text(
        "gate-on",
        month=month,
        odds=words.odds(gate.on),
        share=words.chance(gate.on, gate.draws),
        error=words.points(2 * gate.standard_error, 1),
    )


def _sides(assessment: Assessment, gate: GateOutlook, words: Words) -> list[str]:
    if not gate.positions:
        return []
    parts = [
        words.text(
            f"side-{one.rule}",
            party=owner_name(assessment, one.party, words),
            share=words.chance(one.on_with_beliefs, gate.draws),
            rules=words.chance(one.on, gate.draws),
            month=words.month(one.reference),
        )
        for one in gate.positions
    ]
    return [" · ".join(parts)]


def _reached(assessment: Assessment, gate: GateOutlook, words: Words) -> list[str]:
    if gate.by_horizon <= 0:
        return [words.text("gate-not-by-horizon", month=words.month(assessment.plan.months[-1]))]
    return [
        words.text(
            "gate-reached",
            by=words.chance(gate.by, gate.draws),
            horizon=words.chance(gate.by_horizon, gate.draws),
            end=words.month(assessment.plan.months[-1]),
            held=words.chance(gate.held, gate.draws),
            n=assessment.plan.held_months,
        )
    ]


def _today(assessment: Assessment, gate: GateOutlook, words: Words) -> str:
    states = [one for one in assessment.today if one.gate == gate.gate and one.condition_class == "core"]
    groups = [
        words.text(
            "today-group",
            state=words.text(f"state-{kind.replace(' ', '-')}"),
            names=words.text("comma").join(words.name(one.name) for one in states if one.state == kind),
        )
        for kind in _NOT_MET
        if any(one.state == kind for one in states)
    ]
    met = sum(one.state == "met" for one in states)
    opening = words.text(
        "gate-open",
        open=words.number(gate.expected_open, 1),
        core=words.number(gate.core),
        met=words.number(met),
    )
    return opening + (" " + "; ".join(groups) + "." if groups else "")


def _programme_effect(assessment: Assessment, gate: GateOutlook, words: Words) -> str:
    if not any(one.start for one in assessment.programme.activities):
        return ""
    if gate.on <= 0 and gate.without_programme <= 0:
        return words.text(
            "gate-programme-open",
            open=words.number(gate.expected_open, 1),
            without=words.number(gate.expected_open_without_programme, 1),
        )
    return words.text(
        "gate-programme",
        share=words.chance(gate.on, gate.draws),
        without=words.chance(gate.without_programme, gate.draws),
    )


def _unknown(gate: GateOutlook, words: Words) -> list[str]:
    if gate.unknown_worst is None or gate.unknown_best is None:
        return []
    low, high = sorted((gate.unknown_worst, gate.unknown_best))
    return [words.text("gate-unknown", low=words.percent(low), high=words.percent(high))]


def _most_open(assessment: Assessment, gate: GateOutlook, words: Words) -> list[str]:
    core = sorted(
        (one for one in gate.conditions if one.condition_class == "core" and one.open_share > 0),
        key=lambda one: -one.open_share,
    )
    if not core:
        return []
    shown = [_open_one(assessment, one, words) for one in core[:_SHOWN]]
    return [words.text("gate-most-open", list="; ".join(shown))]


def _open_one(assessment: Assessment, one: ConditionOutlook, words: Words) -> str:
    owner = owner_name(assessment, one.owner, words)
    name, share = words.name(one.name), words.percent(one.open_share)
    if one.value_q50 is None or one.threshold is None:
        return words.text("open-condition", name=name, share=share, owner=owner)
    return words.text(
        "open-condition-value",
        name=name,
        share=share,
        owner=owner,
        low=words.quantity(one.value_q05 or 0.0),
        mid=words.quantity(one.value_q50),
        high=words.quantity(one.value_q95 or 0.0),
        sign=words.isolated("≥" if one.comparison == ">=" else "≤"),
        threshold=words.quantity(one.threshold),
    )


def _removal(gate: GateOutlook, words: Words) -> list[str]:
    """What removing one condition would gain, paperwork and capability apart; sets for a gate never met."""
    names = {one.condition: words.name(one.name) for one in gate.conditions}
    if gate.on <= 0 and gate.removal_sets:
        first = gate.removal_sets[0]
        conditions = [names.get(str(one), str(one)) for one in first["conditions"]]  # type: ignore[attr-defined]
        chance = words.percent(float(str(first["probability"])))
        return [words.text("gate-removal-set", list=words.text("comma").join(conditions), share=chance)]
    lines = []
    for kind in ("paperwork", "capability"):
        gains = [
            one
            for one in sorted(gate.conditions, key=lambda one: -one.gain_if_removed)
            if (one.family in _PAPERWORK) == (kind == "paperwork") and one.gain_if_removed >= 0.005
        ]
        if gains:
            parts = [
                words.text("gain-one", name=names[one.condition], points=words.points(one.gain_if_removed))
                for one in gains[:3]
            ]
            lines.append(words.text(f"gate-gain-{kind}", list="; ".join(parts)))
    return lines


def _next_block(assessment: Assessment, words: Words) -> list[Block]:
    programme, plan = assessment.programme, assessment.plan
    chosen = [one for one in programme.activities if one.start is not None]
    if not programme.activities:
        return []
    payers = words.text("comma").join(
        f"{owner_name(assessment, payer, words)} {words.money(amount, plan.currency)}"
        for payer, amount in programme.cost_by_payer.items()
    )
    answer = words.text(
        "next-answer",
        n=len(chosen),
        cost=words.money(programme.cost, plan.currency),
        payers=payers or words.text("nobody"),
        without=words.percent(programme.uncovered_without, 1),
        share=words.percent(programme.uncovered_with, 1),
        error=words.points(2 * programme.uncovered_standard_error, 1),
    )
    lines = []
    if chosen:
        first = [
            words.text("next-one", title=words.name(one.title), month=words.month(one.start or ""))
            for one in chosen[:6]
        ]
        lines.append(words.text("next-first", list="; ".join(first)))
    lines += _not_chosen(assessment, words)
    if programme.untouched:
        names = {task.id: words.name(task.name) for task in assessment.tasks}
        untouched = words.text("comma").join(names.get(task, task) for task in programme.untouched)
        lines.append(words.text("next-untouched", list=untouched))
    return [Block("next", words.text("next-title"), answer, tuple(lines))]


def _not_chosen(assessment: Assessment, words: Words) -> list[str]:
    left = [one for one in assessment.programme.activities if one.start is None]
    if not left:
        return []
    parts = [_why(assessment, one, words) for one in left[:_SHOWN]]
    more = len(left) - len(parts)
    return [words.text("next-left", list="; ".join(parts)) + (" " + words.text("and-more", n=more) if more else "")]


def _why(assessment: Assessment, one: ActivityOutlook, words: Words) -> str:
    detail, currency = dict(one.detail), assessment.plan.currency
    values = {
        "title": words.name(one.title),
        "payer": owner_name(assessment, detail.get("payer", ""), words),
        "cost": words.money(float(detail.get("cost", sum(one.cost.values()))), currency),
        "money": words.money(float(detail.get("money", 0)), currency),
        "year": words.isolated(detail.get("year", "")),
        "other": detail.get("other", ""),
    }
    return words.text(f"why-{one.reason}", **values)


def _cliff_block(assessment: Assessment, words: Words) -> list[Block]:
    outlook, plan = assessment.sustainment, assessment.plan
    if outlook.needed_year <= 0:
        return []
    low = min(range(len(outlook.funded)), key=lambda month: outlook.funded[month])
    answer = words.text(
        "cliff-answer",
        needed=words.money(outlook.needed_year, plan.currency),
        funded=words.money(outlook.funded_year, plan.currency),
        share=words.percent(outlook.funded_year / outlook.needed_year),
        month=words.month(plan.months[low]),
        low=words.money(outlook.funded[low], plan.currency),
        low_share=words.percent(outlook.funded[low] / outlook.needed_year),
    )
    lines = []
    if outlook.unpaid_after > 0:
        lines.append(words.text("cliff-nobody", amount=words.money(outlook.unpaid_after, plan.currency)))
    lines += _critical(outlook.ends, words)
    ending = [_end_of(assessment, one, words) for one in outlook.ends if one.ends][:5]
    if ending:
        lines.append(words.text("cliff-ends", list="; ".join(ending)))
    return [Block("cliff", words.text("cliff-title"), answer, tuple(lines))]


def _critical(ends: Sequence[SupportEnd], words: Words) -> list[str]:
    now = dict.fromkeys(words.name(one.name) or one.what for one in ends if one.critical_now)
    later = {(words.name(one.name) or one.what): one.critical for one in ends if one.critical and not one.critical_now}
    lines = []
    if now:
        lines.append(words.text("cliff-below", list=words.text("comma").join(now)))
    if later:
        ordered = sorted(later.items(), key=lambda one: one[1] or "")
        parts = [words.text("next-one", title=name, month=words.month(month or "")) for name, month in ordered]
        lines.append(words.text("cliff-then", list="; ".join(parts)))
    return lines


def _end_of(assessment: Assessment, one: SupportEnd, words: Words) -> str:
    name, month = words.name(one.name) or one.what, words.month(one.ends or "")
    if one.kind == "support":
        return words.text(
            "cliff-support",
            name=name,
            month=month,
            provider=words.text(f"provider-{one.provider}"),
            share=words.percent(one.share or 0.0),
        )
    after = owner_name(assessment, one.payer_after, words) if one.payer_after else words.text("nobody-named")
    cost = words.money(one.year_cost, assessment.plan.currency)
    payer = owner_name(assessment, one.payer, words)
    return words.text("cliff-money", name=name, month=month, payer=payer, cost=cost, after=after)


def _returns_block(assessment: Assessment, words: Words) -> list[Block]:
    returns = assessment.returns
    if returns is None:
        return []
    camp = next((site for site in returns.sites if site.kind == "camp"), returns.sites[0])
    lines = []
    answer = words.text("returns-now", site=words.name(camp.name), persons=words.quantity(camp.now))
    for level in returns.levels:
        if level["q50"] is None:
            continue
        answer += " " + words.text(
            "returns-level",
            persons=words.quantity(float(str(level["level"]))),
            month=words.month(str(level["q50"])),
            low=words.month(str(level["q05"])),
            high=words.month(str(level["q95"])) if level["q95"] else words.text("after-horizon"),
        )
        if float(str(level["level"])) <= camp.now / 2:
            break
    causes = {cause: share for cause, share in returns.binding.items() if share > 0}
    if causes:
        cause, share = max(causes.items(), key=lambda one: one[1])
        lines.append(words.text("returns-binding", cause=words.text(f"cause-{cause}"), share=words.percent(share)))
    if returns.refusals is not None and returns.refusals.q50[0] > 0:
        lines.append(words.text("returns-refusals", persons=words.quantity(returns.refusals.q50[0])))
    return [Block("returns", words.name(camp.name), answer, tuple(lines))]
