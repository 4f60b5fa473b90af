"""The plan as a SimPy simulation: a process for every element, skill, fleet, function and line, and one for the months."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import simpy
from objects import World

_TURNS = ("forces", "skilled", "fleets", "functions", "lines")


def one_draw(plan: dict[str, Any], c: list[float], drivers: list[Any], seed: int) -> World:
    """All months of one draw. Within a month each kind has its own time, so that one kind follows another."""
    world = World(plan, c, drivers, random.Random(seed))  # noqa: S311 - a simulation
    env = simpy.Environment()
    env.process(_begin(env, world))
    for turn, kind in enumerate(_TURNS):
        for entity in getattr(world, kind):
            env.process(_live(env, entity, 0.1 * (turn + 1)))
    env.process(_channels(env, world))
    env.process(_judge(env, world))
    env.run(until=plan["horizon"] + 0.95)
    return world


def _begin(env: simpy.Environment, world: World) -> Iterator[simpy.Event]:
    while True:
        yield env.timeout(1)
        world.month += 1


def _live(env: simpy.Environment, entity: Any, after: float) -> Iterator[simpy.Event]:
    yield env.timeout(1 + after)
    while True:
        entity.step()
        yield env.timeout(1)


def _channels(env: simpy.Environment, world: World) -> Iterator[simpy.Event]:
    yield env.timeout(1.25)
    while True:
        world.open_channels()
        yield env.timeout(1)


def _judge(env: simpy.Environment, world: World) -> Iterator[simpy.Event]:
    yield env.timeout(1.9)
    while True:
        world.keep()
        yield env.timeout(1)
