"""How far each thing reaches: the answer with one thing held otherwise, and all else as it was."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["REACH_SCHEMA", "GateNow", "GateReach", "Move", "Reach", "ReachEnd", "ReachItem", "Separation", "SideShift"]

REACH_SCHEMA = "jisr/reach/1"


@dataclass(frozen=True)
class GateNow:
    """What the plan itself says of a gate, over the draws that everything else is held against."""

    gate: str
    """Gate."""
    name: Mapping[str, str]
    """Its name."""
    rule: str
    """`date` or `condition`."""
    judged: str
    """The month it is judged."""
    chance: float
    """Conditions met in that month."""
    standard_error: float
    """Monte Carlo standard error of it."""
    expected_open: float
    """Expected number of core conditions not met then."""
    month: str | None
    """First month by which half of the draws have met its conditions; None: not within the months computed."""
    span: float
    """Joint reach: the chance with all assumed inputs at their favourable less at their unfavourable quartile, plus the
    same for all limits a fifth easier and harder, plus the widest span of one model choice."""
    illustrative: bool
    """Whether a headline about it must say illustrative: a threshold is not sourced, or the joint reach is 20 points or
    more."""


@dataclass(frozen=True)
class GateReach:
    """A gate with one thing held otherwise."""

    gate: str
    """Gate."""
    judged: str
    """The month it is judged, which a rule or a date can move."""
    chance: float
    """Conditions met in that month."""
    change: float
    """The chance less that of the plan, over the same draws."""
    standard_error: float
    """Monte Carlo standard error of the change, paired."""
    open_change: float
    """Change of the expected number of core conditions not met."""
    open_error: float
    """Its standard error."""
    month: str | None
    """First month by which half of the draws have met its conditions; None: not within the months computed."""
    turns: bool
    """Whether the answer turns: the chance passes one half, by more than twice the error of the change."""


@dataclass(frozen=True)
class ReachEnd:
    """One thing held at one end."""

    end: str
    """`low`, `high`, `easier`, `harder`, `favourable`, `unfavourable`, `worst`, `best`, `off`, `other`, or the id of a
    party."""
    value: str
    """The value it is held at, as people write it; for all of a kind together how many there are."""
    gates: tuple[GateReach, ...]
    """Every gate then."""
    uncovered_change: float
    """Change of the essential requirement left uncovered, mean of the milestones."""
    uncovered_error: float
    """Its standard error, paired."""
    option: str | None
    """The option that leaves the least uncovered then; None when none is told apart, or it was not computed."""


@dataclass(frozen=True)
class ReachItem:
    """One input, limit, position or choice of the model, held at each of its ends in turn."""

    kind: str
    """`input`, `limit`, `position`, `structure`, or `together` for all of a kind at once."""
    id: str
    """Address of the cell, id of the judgement, or id of the choice."""
    basis: str | None
    """`sourced`, `assessed` or `assumed`; `unknown` for a `?`; None for what has none."""
    draws: int
    """Draws behind it."""
    ends: tuple[ReachEnd, ...]
    """Each end."""
    spans: Mapping[str, float]
    """Gate → highest less lowest chance over the plan and the ends."""
    open_spans: Mapping[str, float]
    """Gate → highest less lowest expected number of core conditions not met."""
    uncovered_span: float
    """Highest less lowest uncovered essential requirement."""
    told: bool
    """Whether any answer moves by more than twice its paired error."""


@dataclass(frozen=True)
class Move:
    """A change of one gate, over paired draws."""

    chance: float
    """Change of the chance."""
    chance_error: float
    """Its Monte Carlo standard error."""
    open: float
    """Change of the expected number of core conditions not met: what still moves where the chance is near 0 or 1."""
    open_error: float
    """Its standard error."""


@dataclass(frozen=True)
class SideShift:
    """One judgement that two sides hold differently."""

    judgement: str
    """Judgement; `self-reliance` for whose judgement of the self-reliance today is taken, empty for several together."""
    kind: str
    """`belief` or `rule`; empty for several together."""
    values: tuple[str, str]
    """The value of either side, empty where it holds none and the plan's stands."""
    from_first: Mapping[str, Move]
    """Gate → what changes when the first side takes the other's value of this one alone."""
    from_second: Mapping[str, Move]
    """Gate → what changes when the second side takes the first's value of this one alone."""


@dataclass(frozen=True)
class Separation:
    """What separates two sides: the gates by each side's positions, and what each judgement does of it."""

    first: str
    """One side."""
    second: str
    """The other side."""
    first_chance: Mapping[str, float]
    """Gate → chance by all positions of the first side."""
    second_chance: Mapping[str, float]
    """Gate → chance by all positions of the second side."""
    change: Mapping[str, Move]
    """Gate → the second side's less the first's."""
    only_together: Mapping[str, Move]
    """Gate → what of it is not the sum of the judgements, each switched alone from the first side: their interplay."""
    judgements: tuple[SideShift, ...]
    """Each judgement alone, the widest first."""
    others: SideShift | None
    """All judgements together that alone move nothing beyond twice the error: whether the others do not matter."""


@dataclass(frozen=True)
class Reach:
    """How far single things reach, the farthest first."""

    title: Mapping[str, str]
    """Title of the plan."""
    cutoff: str
    """Last day whose knowledge counts."""
    seed: int
    """Seed of every random number."""
    content: str
    """Hash of the plan's files."""
    draws: int
    """Draws of everything but the first look at inputs."""
    screened: int
    """Draws of the first look at inputs, which are none of the others; 0 where no single input was looked at."""
    gates: tuple[GateNow, ...]
    """The plan itself."""
    uncovered: float
    """Essential requirement left uncovered, mean of the milestones."""
    option: str | None
    """The option that leaves the least uncovered; None when none is told apart, or there are fewer than two."""
    items: tuple[ReachItem, ...]
    """Everything that was held otherwise, the widest span of a chance first."""
    unread: int
    """Uncertain inputs that no gate and no essential requirement is computed from: they have no reach."""
    separations: tuple[Separation, ...]
    """What separates each two sides."""
