"""The plan as a Mesa model: every element, skill, fleet, function and line an agent, stepped by kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import mesa
from objects import Fleet, Force, Function, Line, Specialists, World


def _agent(kind: type) -> type:
    """The kind of entity as a kind of agent."""

    def begin(self: Any, model: Any, row: dict[str, Any], c: list[float]) -> None:
        mesa.Agent.__init__(self, model)
        kind.__init__(self, model, row, c)

    return type(f"{kind.__name__}Agent", (kind, mesa.Agent), {"__init__": begin})


AGENTS = {kind: _agent(kind) for kind in (Force, Specialists, Fleet, Function, Line)}


class MesaWorld(World, mesa.Model):
    """One draw. `step` is a month."""

    def __init__(self, plan: dict[str, Any], c: list[float], drivers: list[Any], seed: int) -> None:
        mesa.Model.__init__(self, seed=seed)
        World.__init__(self, plan, c, drivers, self.random)

    def make(self, kind: Callable[..., Any], row: dict[str, Any], c: list[float]) -> Any:
        """An agent of that kind."""
        return AGENTS[kind](self, row, c)

    def step(self) -> None:
        """One month: stocks, lines, covers, gates."""
        self.month += 1
        for kind in (Force, Specialists):
            self.agents_by_type[AGENTS[kind]].do("step")
        self.open_channels()
        for kind in (Fleet, Function, Line):
            self.agents_by_type[AGENTS[kind]].do("step")
        self.keep()


def one_draw(plan: dict[str, Any], c: list[float], drivers: list[Any], seed: int) -> World:
    """All months of one draw."""
    world = MesaWorld(plan, c, drivers, seed)
    for _ in range(plan["horizon"]):
        world.step()
    return world
