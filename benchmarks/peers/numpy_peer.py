"""The month loop of a plain plan in NumPy, many draws at once: what a careful engineer would write without a compiler.

Arrays are (entity, draw) in single precision, chunks of some hundred draws so that a month stays in the cache; sums over
lines are products with matrices made once; covers of all phases are found together. Nothing of the project is imported.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from numpy_draws import InputTables, Numbers, half_lives, input_tables
from numpy_gates import Gates
from numpy_month import PeerMonth
from numpy_plan import Structure, structure

Array = NDArray[Any]
_TINY = 1e-9
_LEAST_TODAY = 0.05
_UNBOUNDED = 1e30


@dataclass
class _Stocks:
    assigned: Array
    qualified: Array
    held: Array
    serviceable: Array
    levels: Array


class NumpyPeer:
    """A plan made ready: index arrays, matrices and tables. `kind` is the precision."""

    def __init__(self, plan: dict[str, Any], kind: type = np.float32) -> None:
        self.plan, self.kind = plan, kind
        self.at: Structure = structure(plan, kind)
        self.tables: InputTables = input_tables(plan["cells"], plan["correlation"], kind)

    def months(self, numbers: Numbers, size: int, drivers: Array, cells: Array | None = None) -> Iterator[PeerMonth]:
        """The months of a chunk, the cutoff first.

        Parameters: `drivers` (driver, month, area, draw), the forecast ones, from −window + 1; `cells` (cell, draw) in
        place of those drawn here.
        """
        if cells is None:
            cells = self.tables.draw(numbers, size)
        yield from _Chunk(self, numbers, cells, drivers).months()


class _Chunk:
    """One chunk of draws: what stays the same through its months, and its stocks."""

    def __init__(self, peer: NumpyPeer, numbers: Numbers, cells: Array, drivers: Array) -> None:
        self.at, self.kind, self.numbers, self.cells = peer.at, peer.kind, numbers, cells
        self.plan = peer.plan
        at = self.at
        self.attrition, self.presence = cells[at.attrition], cells[at.present]
        assigned = cells[at.assigned]
        self.intake = self.attrition * assigned
        self.intake[at.own_intake_of] = cells[at.own_intake]
        qualified = np.minimum(cells[at.qualified], assigned[at.skill_element])
        self.keep = 1 - self.attrition[at.skill_element]
        self.keep[at.half_life_of] *= np.exp2(-1 / cells[at.half_life])
        self.own = (1 - self.keep) * qualified
        self.own[at.skill_intake_of] = cells[at.skill_intake]
        self.qualified_start = np.maximum(qualified, _TINY)
        self._start_fleet()
        self._start_money()
        self._start_requirement(drivers)
        self.yields = cells[at.contribution] * at.line_share
        self.state = _Stocks(assigned, qualified, self.held, self.serviceable, self._start_levels())
        self.gates = Gates(self.plan, cells)

    def _start_fleet(self) -> None:
        at, cells = self.at, self.cells
        self.failure = cells[at.failure][at.holding_item]
        shape = self.failure.shape
        self.held = np.broadcast_to(at.held[:, None], shape).astype(self.kind)
        self.serviceable = cells[at.mission_capable] * self.held
        self.serviceable[at.whole] = np.rint(self.serviceable[at.whole])
        self.repair = self.failure * self.serviceable
        self.loss = 1 - (1 - cells[at.fleet_attrition]) ** self.kind(1 / 12)
        shares = cells[at.support_share]
        total = np.maximum(at.rows_of_item.T @ (at.rows_of_item @ shares), _TINY)
        self.channel = shares / total
        self.ends = np.rint(cells[at.support_end]) - self.plan["money"]["cutoff"]

    def _start_money(self) -> None:
        """The funded share by payer and year: (payer, year, draw)."""
        at = self.at
        cost = self.cells[at.cost] * at.cost_rate
        self.needed = cost * at.payer_share
        asked = at.asked @ self.needed  # (payer, year, row) by (row, draw)
        money = at.budget_of @ (self.cells[at.execution] * at.budget_amount)
        funded = np.minimum(1, money / np.maximum(asked, _TINY))
        funded[at.unbudgeted] = 1
        self.funded = funded
        self.yearly = self.needed.sum(axis=0, keepdims=True) * 12
        self.posts = at.zeros(self.cells, at.settings, 1)
        for phase, cell in at.posts:
            self.posts[phase, 0] += self.cells[cell]
        self.today = np.maximum(self._share_of_things(0), _LEAST_TODAY)

    def _share_of_things(self, month: int) -> Array:
        """Shape: (thing, draw)."""
        return np.minimum(1, self.at.thing_payer[month] @ self.funded[:, self.at.year[month]])

    def _start_requirement(self, drivers: Array) -> None:
        at = self.at
        rate = self.cells[at.rate]
        local, mobile = at.zeros(rate, len(at.local), at.areas), at.zeros(rate, len(at.mobile))
        attributes = at.attribute_values(self.cells)
        for driver, (tasks, terms) in at.local_terms.items():
            if driver not in at.given:
                local[tasks] += rate[terms][:, None] * (1 if driver < 0 else attributes[driver])
        for driver, (tasks, terms) in at.mobile_terms.items():
            if driver not in at.given:
                mobile[tasks] += rate[terms] * (1 if driver < 0 else attributes[driver].sum(axis=0))
        self.rate, self.fixed_local, self.fixed_mobile = rate, local, mobile
        self.drivers = drivers
        self.attributes = at.zeros(rate, len(at.attributes))
        for driver, values in attributes.items():
            self.attributes[driver] = values.sum(axis=0)
        pooled = drivers.sum(axis=2, keepdims=True)
        seen = np.concatenate([drivers, pooled], axis=2)
        self.quantiles = {key: _trailing(seen, at.window, *key) for key in at.windows} if len(drivers) else {}

    def _required(self, month: int) -> tuple[Array, Array]:
        local, mobile = self.fixed_local.copy(), self.fixed_mobile.copy()
        for (driver, key), (tasks, terms) in self.at.local_given.items():
            local[tasks] += self.rate[terms][:, None] * self.quantiles[key][driver, month, :-1]
        for (driver, key), (tasks, terms) in self.at.mobile_given.items():
            mobile[tasks] += self.rate[terms] * self.quantiles[key][driver, month, -1]
        return local, mobile

    def _demand(self, month: int) -> tuple[Array, Array]:
        local, mobile = self.fixed_local.copy(), self.fixed_mobile.copy()
        row = month + self.at.window - 1
        for driver in self.at.given:
            tasks, terms = self.at.local_terms[driver]
            local[tasks] += self.rate[terms][:, None] * self.drivers[self.at.given.index(driver), row]
            tasks, terms = self.at.mobile_terms[driver]
            mobile[tasks] += self.rate[terms] * self.drivers[self.at.given.index(driver), row].sum(axis=0)
        return local, mobile

    def _start_levels(self) -> Array:
        """Ratings carried to the cutoff; the probabilities of at most 0, 1, … moves in a month are made once."""
        at = self.at
        rate = math.log(2) / half_lives(self.numbers, self.plan["half_life_key"], self.kind)
        levels = np.clip(np.rint(self.cells[at.level]) - 1, 0, at.top).astype(np.int32)
        uniform = self.numbers.uniform(at.level_keys, 0)
        for bound in _at_most(rate * at.age, at.most_moves):
            levels -= uniform > bound
        self.at_most = _at_most(rate, at.most_moves)
        return np.maximum(levels, 0)

    def months(self) -> Iterator[PeerMonth]:
        """The cutoff, then month after month."""
        local, mobile = self.start_local, self.start_mobile = self._required(0)
        self._start_enablers()
        readiness = self._readiness()
        base = self.at.task_lines @ (self.yields * readiness)
        usable = (base > 0) & (self._total(local, mobile) > 0) & self.at.anchored
        judged = self.cells[self.at.judged] * self._total(local, mobile)
        factor = np.where(usable, judged / np.where(usable, base, 1), 1).astype(self.kind)
        self.anchored_yields = self.yields * factor[self.at.line_task]
        yield self._month(0, readiness, local, mobile)
        for number in range(1, self.plan["horizon"] + 1):
            self._advance(number)
            yield self._month(number, self._readiness(), *self._required(number))

    def _start_enablers(self) -> None:
        """Enablers by phase, nothing in the last. Shapes: (setting, local task, area, draw), (setting, mobile task, draw)."""
        at = self.at
        shares = at.zeros(self.cells, at.settings, len(at.local) + len(at.mobile))
        for phase, task, cell in at.enablers:
            shares[phase, task] += self.cells[cell]
        self.help_local = shares[:, at.local][:, :, None] * self.start_local
        self.help_mobile = shares[:, at.mobile] * self.start_mobile

    def _advance(self, month: int) -> None:
        at, state = self.at, self.state
        share = self._share_of_things(month)
        funded = np.concatenate([share / self.today, np.ones_like(share[:1])])
        intake = self.intake * funded[at.element_thing]
        state.assigned = np.maximum(state.assigned + (intake - self.attrition * state.assigned), 0)
        own = self.own * funded[at.element_thing[at.skill_element]]
        grown = state.qualified * self.keep + own
        state.qualified = np.minimum(grown, state.assigned[at.skill_element])
        self._advance_fleet(month, funded[at.item_thing])
        moving = at.moving
        if len(moving):
            uniform = self.numbers.uniform(at.level_keys[moving], month)
            levels = state.levels[moving]
            for bound in self.at_most:
                levels -= uniform > bound
            state.levels[moving] = np.maximum(levels, 0)

    def _advance_fleet(self, month: int, funded: Array) -> None:
        at, state = self.at, self.state
        channel = self.channel.copy()
        channel[at.ending] *= month <= self.ends
        channel[at.gated] *= month <= self.gates.opened[at.gate_of]
        channel[at.manned] *= state.qualified[at.manned_by] / self.qualified_start[at.manned_by]
        repairs = self.repair * ((at.rows_of_item @ channel) * funded)[at.holding_item]
        failed = self.failure * state.serviceable
        whole = at.whole
        if len(whole):
            failed[whole] = self.numbers.binomial(at.keys[0], month, state.serviceable[whole], self.failure[whole])
            floor = np.floor(repairs[whole])
            repairs[whole] = floor + (self.numbers.uniform(at.keys[1], month) < repairs[whole] - floor)
        down = state.held - state.serviceable + failed
        serviceable = state.serviceable + (np.minimum(repairs, down) - failed)
        held, kept = state.held * (1 - self.loss), serviceable * (1 - self.loss)
        if len(whole):
            there, works, rate = state.held[whole], serviceable[whole], self.loss[whole]
            lost = self.numbers.binomial(at.keys[3], month, works, rate)
            held[whole] = there - self.numbers.binomial(at.keys[2], month, there - works, rate) - lost
            kept[whole] = works - lost
        state.held, state.serviceable = held, kept

    def _readiness(self) -> Array:
        """Minimum over the mandatory needs of each line. Shape: (line, draw)."""
        at, state = self.at, self.state
        values = np.concatenate(
            [
                self.presence * state.assigned * at.per_authorised,
                self.presence[at.skill_element] * state.qualified * at.per_skill_need,
                state.serviceable * at.per_holding_need,
                at.capacities[at.level_offset + state.levels],
            ]
        )
        np.minimum(values, 1, out=values)
        readiness = np.ones_like(self.yields)
        for lines, needs, per_threshold in at.needs:
            among = (values[needs] * per_threshold).reshape(len(lines), -1, values.shape[1])
            readiness[lines] = np.minimum(among.min(axis=1), 1)
        return readiness

    def _month(self, number: int, readiness: Array, local: Array, mobile: Array) -> PeerMonth:
        at = self.at
        amount = self.anchored_yields * readiness
        own_mobile = at.to_mobile @ amount
        own_local = self._to_areas(amount, local)
        there_local, there_mobile = own_local + self.help_local, own_mobile + self.help_mobile
        cover, limit, worst = self._cover(there_local, there_mobile, local, mobile)
        phase = self.gates.phase.copy()
        draws = np.arange(len(phase))
        one = phase[0] if (phase == phase[0]).all() else None
        pick = (lambda of: of[one]) if one is not None else (lambda of: np.moveaxis(of[phase, ..., draws], 0, -1))
        uncovered, essential = self._risk(number, pick(there_local), pick(there_mobile), local, mobile, pick(limit))
        ready = met = None
        if number:
            values = np.where(at.condition_local[:, None], worst[at.condition_at], cover[at.condition_at])
            ready, met = self.gates.step(number, values)
        return PeerMonth(
            number=number,
            phase=phase,
            cover=cover,
            now=pick(cover),
            worst=worst,
            required=self._total(local, mobile),
            capacity=self._total(own_local, own_mobile),
            assigned=self.state.assigned,
            qualified=self.state.qualified,
            held=self.state.held,
            serviceable=self.state.serviceable,
            functions=at.capacities[at.level_offset + self.state.levels],
            readiness=readiness,
            uncovered=uncovered,
            essential=essential,
            drivers=self._driver_sums(number),
            present_skilled=self.presence[at.skill_element] * self.state.qualified * at.per_skill_need,
            present_share=self.presence * self.state.assigned * at.per_wanted,
            needed=self.yearly,
            paid=at.payer_rows[number] @ self.needed * (12 * self.funded[:, at.year[number]]),
            posts=pick(self.posts),
            ready=ready,
            met=met,
        )

    def _driver_sums(self, month: int) -> Array:
        """Drivers over all areas, in the plan's order. Shape: (driver, draw)."""
        sums = self.attributes.copy()
        sums[self.at.given] = self.drivers[:, month + self.at.window - 1].sum(axis=1)
        return sums

    def _to_areas(self, amount: Array, required: Array) -> Array:
        """Capacity of local tasks by area, by each element's rule. Shape: (local task, area, draw)."""
        at = self.at
        given = (at.to_areas @ amount).reshape(required.shape)
        if len(at.spreading):
            flat = required.reshape(-1, required.shape[-1])
            total = at.spread_over @ flat
            usable = total > 0
            each = np.where(usable, amount[at.spreading] / np.where(usable, total, 1), 0)
            given += (at.spread_to @ each).reshape(required.shape) * required
            given += (at.spread_evenly @ np.where(usable, 0, amount[at.spreading])).reshape(required.shape)
        return given

    def _cover(self, local: Array, mobile: Array, need_local: Array, need_mobile: Array) -> tuple[Array, Array, Array]:
        """Cover, limit and worst area of every setting. Shape of each: (setting, task, draw)."""
        at = self.at
        own = np.empty((len(local), len(at.local) + len(at.mobile), local.shape[-1]), dtype=self.kind)
        worst = np.ones_like(own)
        wanted = need_local > 0
        ratio = np.minimum(1, local / np.where(wanted, need_local, 1))
        if not wanted.all():
            ratio = np.where(wanted, ratio, 1)
        worst[:, at.local] = ratio.min(axis=2)
        total = need_local.sum(axis=1)
        met = np.minimum(local, need_local).sum(axis=2)
        own[:, at.local] = np.where(total > 0, met / np.where(total > 0, total, 1), 1)
        wanted = need_mobile > 0
        own[:, at.mobile] = np.where(wanted, np.minimum(1, mobile / np.where(wanted, need_mobile, 1)), 1)
        limit = np.full_like(own, _UNBOUNDED)
        for tasks, above, per_strength in at.dependencies:
            limit[:, tasks] = np.minimum(limit[:, tasks], own[:, above] * per_strength)
            own[:, tasks] = np.minimum(own[:, tasks], limit[:, tasks])
        return own, limit, np.minimum(worst, limit)

    def _risk(
        self, month: int, local: Array, mobile: Array, need_local: Array, need_mobile: Array, limit: Array
    ) -> tuple[Array, Array]:
        at = self.at
        ask_local, ask_mobile = self._demand(month)
        bound = np.where(need_local > 0, need_local * limit[at.local][:, None], _UNBOUNDED)
        missing_local = np.maximum(ask_local - np.minimum(local, bound), 0)
        bound = np.where(need_mobile > 0, need_mobile * limit[at.mobile], _UNBOUNDED)
        missing_mobile = np.maximum(ask_mobile - np.minimum(mobile, bound), 0)
        asked = self._total(ask_local, ask_mobile)
        missing = self._total(missing_local, missing_mobile)
        uncovered = np.where(asked > 0, missing / np.where(asked > 0, asked, 1), 0)
        return uncovered, at.weights @ uncovered

    def _total(self, local: Array, mobile: Array) -> Array:
        total = np.empty((len(local) + len(mobile), mobile.shape[-1]), dtype=self.kind)
        total[self.at.local] = local.sum(axis=1)
        total[self.at.mobile] = mobile
        return total


def _at_most(mean: Array, most: int) -> list[Array]:
    """Probabilities of at most 0, 1, … moves. Shape of each: as `mean`."""
    probability = np.exp(-mean)
    reached = [probability]
    for k in range(1, most):
        probability = probability * mean / k
        reached.append(reached[-1] + probability)
    return reached


def _trailing(seen: Array, window: int, months: int, service: float) -> Array:
    """The quantile over the trailing months, linear between order statistics. Shape: (driver, month 0…T, series, draw).

    Only the largest few are kept, by passes of minimum and maximum over all months at once.
    """
    position = service * (months - 1)
    below = int(position)
    last = seen.shape[1]
    top = [seen[:, window - months : last - months + 1].copy()]
    for k in range(1, months):
        new = seen[:, window - months + k : last - months + k + 1]
        for i, old in enumerate(top):
            top[i], new = np.maximum(old, new), np.minimum(old, new)
        if len(top) < months - below:
            top.append(new)
    low, high = top[months - 1 - below], top[max(months - 2 - below, 0)]
    return low + seen.dtype.type(position - below) * (high - low)
