"""The section of what would change the answer: how far single things reach, and what separates the sides."""

from __future__ import annotations

from jisr.charts import Cell, Chart, Column, NamedRange, NamedRanges, RangeMark, Row, Table, named_ranges, plain_table
from jisr.comparison import GateNow, Reach, ReachEnd, ReachItem
from jisr.report.figures import chance_text
from jisr.report.reach_figures import REACH_KINDS, end_name, gate_at, item_name, moves_chance, moves_open, reach_rank
from jisr.report.report import Paragraph, Section, SectionBlock
from jisr.words import Words

__all__ = ["reach_section"]

_DRAWN = 14
"""Things drawn for a gate."""
_LINE = 34
"""Letters of a name on one line of a picture."""
_LISTED = 60
"""Things listed for a gate; more are counted."""
_SURE = 2.0
_ENDS = {"low": "low", "unfavourable": "low", "harder": "low", "worst": "low", "off": "low"}
"""End → the mark it has; every other end has the other one."""


def reach_section(reach: Reach, words: Words) -> Section:
    """For each gate a picture of what reaches farthest and, where single inputs were looked at, the table of all that moves it."""
    blocks: list[SectionBlock] = []
    for gate in reach.gates:
        picture = _picture(reach, gate, words)
        if picture is not None:
            blocks.append(picture)
        blocks.append(_table(reach, gate, words) if reach.screened else Paragraph(_joint(gate, words)))
    key = "reach-lead" if reach.screened else "reach-joint-lead"
    lead = words.text(key, draws=words.number(reach.draws), look=words.number(reach.screened))
    if reach.screened:
        blocks.append(Paragraph(words.text("reach-unread", n=reach.unread)))
    return Section("reach", words.text("section-reach"), lead, tuple(blocks))


def _picture(reach: Reach, gate: GateNow, words: Words) -> Chart | None:
    """A bar from the lowest to the highest chance, a row a thing; None where nothing moves the chance."""
    told = sorted(
        (one for one in reach.items if moves_chance(one, gate.gate)), key=lambda one: reach_rank(one, gate.gate)
    )[:_DRAWN]
    if not told:
        return None
    title = words.text("chart-reach-title", gate=words.name(gate.name), month=words.month(gate.judged))
    alternative = words.text(
        "chart-reach-alternative",
        gate=words.name(gate.name),
        chance=chance_text(gate.chance, reach.draws, words),
        what=item_name(told[0], words),
        span=words.points(told[0].spans[gate.gate]),
        joint=words.points(gate.span),
    )
    return named_ranges(
        NamedRanges(
            id=f"reach-{gate.gate}",
            title=title,
            alternative=alternative,
            source=words.text("source-draws", draws=words.number(reach.draws), seed=words.isolated(str(reach.seed))),
            unit=words.text("axis-probability"),
            median="",
            kinds={"low": words.text("reach-mark-low"), "high": words.text("reach-mark-high")},
            rows=tuple(_row(one, gate, words) for one in told),
            data=_drawn(told, gate, title, words),
            line=gate.chance,
        ),
        words,
    )


def _row(item: ReachItem, gate: GateNow, words: Words) -> NamedRange:
    chances = [gate.chance, *(gate_at(end, gate.gate).chance for end in item.ends)]
    marks = tuple(
        RangeMark(
            _ENDS.get(end.end, "high"),
            gate_at(end, gate.gate).chance,
            end_name(item, end, words),
            words.percent(gate_at(end, gate.gate).chance),
        )
        for end in item.ends
    )
    name = _short(item_name(item, words))
    return NamedRange(item.id, name, min(chances), gate.chance, max(chances), words.percent(gate.chance), marks=marks)


def _short(name: str) -> str:
    """A long name on two lines: words are cut at blanks, an address at its strokes."""
    if len(name) <= _LINE:
        return name
    at = max(name.rfind("/", 0, _LINE), name.rfind(" ", 0, _LINE))
    first, rest = (name[:at], name[at:].lstrip()) if at > 0 else (name[:_LINE], name[_LINE:])
    return f"{first}\n{rest if len(rest) <= _LINE else '…' + rest[-_LINE:]}"


def _drawn(told: list[ReachItem], gate: GateNow, title: str, words: Words) -> Table:
    """What is drawn, as a table."""
    columns = [
        Column(words.text("table-what")),
        Column(words.text("reach-held")),
        Column(words.text("reach-chance"), "number"),
    ]
    rows = [
        (item_name(item, words), end_name(item, end, words), _chance(item, end, gate, words))
        for item in told
        for end in item.ends
    ]
    return plain_table(f"reach-{gate.gate}", title, columns, rows)


def _chance(item: ReachItem, end: ReachEnd, gate: GateNow, words: Words) -> Cell:
    at = gate_at(end, gate.gate)
    return Cell(words.chance(at.chance, item.draws), at.chance)


def _table(reach: Reach, gate: GateNow, words: Words) -> Table:
    """Everything that moves the gate beyond its error, kind by kind, the farthest first; a row an end."""
    moved = [
        item
        for kind in REACH_KINDS
        for item in sorted(
            (
                one
                for one in reach.items
                if one.kind == kind and (moves_chance(one, gate.gate) or moves_open(one, gate.gate))
            ),
            key=lambda one: reach_rank(one, gate.gate),
        )
    ]
    columns = (
        Column(words.text("table-what")),
        Column(words.text("table-kind")),
        Column(words.text("reach-held")),
        Column(words.text("reach-chance"), "number"),
        Column(words.text("reach-change"), "number"),
        Column(words.text("reach-open-change"), "number"),
    )
    rows = [row for item in moved[:_LISTED] for row in _rows(item, gate, words)]
    caption = words.text(
        "reach-caption",
        gate=words.name(gate.name),
        month=words.month(gate.judged),
        chance=chance_text(gate.chance, reach.draws, words),
    )
    quiet = words.text("reach-quiet", n=len(reach.items) - len(moved))
    more = words.text("reach-more", n=len(moved) - _LISTED) if len(moved) > _LISTED else ""
    note = " ".join(filter(None, (_joint(gate, words), more, quiet)))
    return Table(f"reach-all-{gate.gate}", caption, columns, tuple(rows), note)


def _joint(gate: GateNow, words: Words) -> str:
    key = "reach-illustrative" if gate.illustrative else "reach-not-illustrative"
    return words.text(key, span=words.points(gate.span))


def _rows(item: ReachItem, gate: GateNow, words: Words) -> list[Row]:
    """The first end bears the name; the others are parts of it."""
    found = []
    for i, end in enumerate(item.ends):
        at = gate_at(end, gate.gate)
        address = item.id if item.kind in {"input", "limit"} else ""
        head = Cell(item_name(item, words), address=address) if i == 0 else Cell("")
        known = item.basis if item.basis in {"sourced", "assessed", "assumed"} else ""
        note = words.text("reach-turns") if at.turns else ""
        found.append(
            Row(
                (
                    head,
                    Cell(words.text(f"reach-one-{item.kind}") if i == 0 else ""),
                    Cell(end_name(item, end, words), basis=known or ""),
                    Cell(words.chance(at.chance, item.draws), at.chance, note=note),
                    Cell(_points(at.change, at.standard_error, words), at.change),
                    Cell(_number(at.open_change, at.open_error, words), at.open_change),
                ),
                part=i > 0,
            )
        )
    return found


def _points(change: float, error: float, words: Words) -> str:
    return words.isolated(f"{_sign(change)}{words.points(change, 1)} ±{words.points(_SURE * error, 1)}")


def _number(change: float, error: float, words: Words) -> str:
    return words.isolated(f"{_sign(change)}{words.number(abs(change), 2)} ±{words.number(_SURE * error, 2)}")


def _sign(value: float) -> str:
    return "+" if value >= 0 else "−"
