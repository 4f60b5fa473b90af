"""A valid plan of any size, made from nothing but its size: what the benchmarks of the engine compute.

Run from the root: python benchmarks/generated_plan.py FOLDER [--exact | --steady]. Writes a workspace; `jisr check FOLDER`
passes. Every number is invented. With `--steady` nothing is random from month to month: demand from attributes of the areas,
large fleets, functions that have a stock and were rated in the month of the cutoff. With `--exact` inputs have no range either.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

Row = Mapping[str, object]
_CUTOFF = "2024-12-31"
_PROVENANCE = {"basis": "assumed", "reason": "generated", "as_of": _CUTOFF, "known_on": _CUTOFF}


@dataclass(frozen=True)
class Size:
    """How large the plan is, and whether anything in it is random."""

    elements: int = 50
    tasks: int = 20
    areas: int = 6
    horizon: int = 60
    draws: int = 10_000
    exact: bool = False
    steady: bool = False

    @property
    def moves(self) -> bool:
        """Whether anything is random from month to month."""
        return not (self.exact or self.steady)

    @property
    def items(self) -> int:
        """Equipment types: one for every five elements."""
        return max(1, self.elements // 5)

    def spread(self, value: float, share: float = 0.15, top: float = float("inf")) -> str:
        """A cell around a value: low, mode and high, or the value alone."""
        if self.exact:
            return f"{value:g}"
        return f"{value * (1 - share):g} | {value:g} | {min(value * (1 + share), top):g}"


def write_generated(folder: Path, size: Size) -> Path:
    """Write the workspace of a size into a folder."""
    (folder / "tables").mkdir(parents=True, exist_ok=True)
    (folder / "partnership.yaml").write_text(yaml.safe_dump(_partnership(size)), encoding="utf-8")
    for name, rows in _tables(size).items():
        listed = list(rows)
        with (folder / "tables" / f"{name}.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, list(listed[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(listed)
    return folder


def _partnership(size: Size) -> dict[str, object]:
    return {
        "id": "generated",
        "title": {"en": f"Generated: {size.elements} elements, {size.tasks} tasks"},
        "parties": [
            {"id": "host", "role": "host", "label": {"en": "Host"}},
            {"id": "partner", "role": "contributor", "label": {"en": "Partner"}},
        ],
        "languages": ["en"],
        "currency_base": "USD",
        "price_year": 2024,
        "cutoff": _CUTOFF,
        "horizon": size.horizon,
        "seed": 11,
        "draws": size.draws,
    }


def _tables(size: Size) -> dict[str, Iterator[Row] | Sequence[Row]]:
    return {
        "areas": _areas(size),
        "drivers": _drivers(size),
        "series": [
            {
                "series": "incidents",
                "definition_en": "Invented",
                "unit": "incidents",
                "counts": "incidents",
                "scope": "area",
            }
        ],
        "observed": _observed(size),
        "evidence": [
            {
                "evidence": name,
                "publisher": "nobody",
                "title": "Invented",
                "published": _CUTOFF,
                "grade": 4,
                "paraphrase": "invented",
                "release": "public",
            }
            for name in ("made", "other")
        ],
        "tasks": _tasks(size),
        "demand": _demand(size),
        "task_needs": _task_needs(size),
        "elements": _elements(size),
        "strength": _strength(size),
        "skills": _skills(size),
        "equipment_types": _items(size),
        "holdings": _holdings(size),
        "support": _support(size),
        "sustainment": _sustainment(size),
        "budgets": _budgets(size),
        "scales": [
            {"scale": "four", "version": 1, "name_en": "Four levels", "valid_from": "2020-01-01", "validity": 12}
        ],
        "scale_levels": [
            {
                "scale": "four",
                "version": 1,
                "level": n,
                "definition_en": f"Level {n}",
                "capacity": n / 4,
                "basis": "assumed",
                "reason": "even",
            }
            for n in range(1, 5)
        ],
        "ratings": _ratings(size),
        "lines": _lines(size),
        "line_needs": _line_needs(size),
        "self_reliance": _self_reliance(size),
        "enablers": _enablers(size),
        "presence": [{"party": "partner", "phase": f"p{n}", "posts": 300 - 100 * n, **_PROVENANCE} for n in range(3)],
        "phases": [{"phase": f"p{n}", "name_en": f"Phase {n}", "starts_by": f"g{n}" if n else ""} for n in range(3)],
        "gates": _gates(size),
        "conditions": _conditions(size),
    }


def _areas(size: Size) -> Iterator[Row]:
    for a in range(size.areas):
        yield {
            "area": f"a{a}",
            "name_en": f"Area {a}",
            "tile_row": 1,
            "tile_col": a + 1,
            "km2": 5000 + 1000 * a,
            "population": size.spread(500_000 + 90_000 * a),
            "border_km": 40 * (a + 1),
            "valid_from": "2020-01-01",
            **_PROVENANCE,
        }


def _drivers(size: Size) -> Iterator[Row]:
    border = {
        "driver": "border",
        "name_en": "Border",
        "unit": "100 km",
        "kind": "area-attribute",
        "series": "",
        "attribute": "border_km",
        "attribute_scale": 100,
    }
    threat = {
        "driver": "incidents",
        "name_en": "Incidents",
        "unit": "incidents",
        "kind": "forecast",
        "series": "incidents",
        "attribute": "",
        "attribute_scale": "",
    }
    people = {
        **border,
        "driver": "people",
        "name_en": "People",
        "unit": "100000 persons",
        "attribute": "population",
        "attribute_scale": 100_000,
    }
    yield border
    yield people
    if size.moves:
        yield threat


def _observed(size: Size) -> Iterator[Row]:
    days = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    for year in (2023, 2024):
        for month, last in enumerate(days, 1):
            end = 29 if (year, month) == (2024, 2) else last
            for a in range(size.areas):
                yield {
                    "series": "incidents",
                    "from_date": f"{year}-{month:02}-01",
                    "to_date": f"{year}-{month:02}-{end}",
                    "scope": "area",
                    "area": f"a{a}",
                    "value": 4 + (a * 7 + month * 5 + year) % 9,
                    "kind": "total",
                    "evidence": "made",
                }


def _tasks(size: Size) -> Iterator[Row]:
    for k in range(size.tasks):
        yield {
            "task": f"t{k:02}",
            "name_en": f"Task {k}",
            "unit": "units",
            "scope": "local" if k % 3 == 0 else "mobile",
            "no_shortfall_on_record": "no",
            "essential": "yes" if k % 2 == 0 else "no",
            "weight": 1 + k % 3,
            "window": 12 if k % 2 else 6,
            "anchor": "elicited",
        }


def _demand(size: Size) -> Iterator[Row]:
    moving = "incidents" if size.moves else "people"
    for k in range(size.tasks):
        for driver, rate in (("constant", 20.0 + k), ("border", 3.0), (moving, 0.5 + 0.05 * k)):
            yield {"task": f"t{k:02}", "area": "", "driver": driver, "rate": size.spread(rate), **_PROVENANCE}


def _task_needs(size: Size) -> Iterator[Row]:
    for k in range(1, size.tasks, 2):
        yield {
            "task": f"t{k:02}",
            "needs_task": f"t{k // 2:02}",
            "strength": 0.6,
            "basis": "assumed",
            "reason": "generated",
        }


def _elements(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        yield {
            "element": f"e{e:02}",
            "name_en": f"Element {e}",
            "party": "host",
            "kind": "land",
            "home_area": f"a{e % size.areas}",
            "areas": "" if e % 2 else f"a{e % size.areas} a{(e + 1) % size.areas}",
            "allocation": ("proportional", "fixed", "home")[e % 3],
        }


def _strength(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        yield {
            "element": f"e{e:02}",
            "counted_on": "2024-12-15",
            "authorised": 1000 + 40 * e,
            "assigned": size.spread(900 + 36 * e, 0.05),
            "present": size.spread(0.75 + 0.002 * e, 0.1, 1),
            "count_method": "roll-call",
            "denominator": f"all-{e}",
            "attrition": size.spread(0.01),
            "own_intake": "" if e % 4 else size.spread(7 + 0.3 * e),
            **_PROVENANCE,
        }


def _skills(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        yield {
            "element": f"e{e:02}",
            "skill": "mechanic",
            "name_en": "Mechanics",
            "need": 100 + 2 * e,
            "qualified": size.spread(85 + 2 * e, 0.1),
            "half_life": "" if e % 5 == 0 else size.spread(36),
            "own_intake": "" if e % 3 else size.spread(1.5),
            **_PROVENANCE,
        }


def _items(size: Size) -> Iterator[Row]:
    for i in range(size.items):
        yield {
            "item": f"i{i}",
            "name_en": f"Item {i}",
            "item_class": "vehicle",
            "count_kind": "whole" if i % 2 and size.moves else "continuous",
            "failure": size.spread(0.08 + 0.01 * i),
            **_PROVENANCE,
        }


def _holdings(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        yield {
            "item": f"i{e % size.items}",
            "element": f"e{e:02}",
            "held": 24 + e,
            "mission_capable": size.spread(0.65, 0.1),
            "need": 18 + e // 2,
            "attrition": size.spread(0.03),
            **_PROVENANCE,
        }


def _support(size: Size) -> Iterator[Row]:
    for i in range(size.items):
        own = {
            "item": f"i{i}",
            "provider": "own",
            "share": 0.4,
            "ends": "",
            "ends_at": "",
            "element": f"e{i:02}",
            "skill": "mechanic",
        }
        hired = {
            "item": f"i{i}",
            "provider": "contractor",
            "share": 0.6,
            "ends": "",
            "ends_at": "",
            "element": "",
            "skill": "",
        }
        hired |= {"ends_at": "g1"} if i % 2 else {"ends": "2027-06" if size.exact else "2026-12 | 2027-06 | 2028-03"}
        yield {**own, **_PROVENANCE}
        yield {**hired, **_PROVENANCE}


def _sustainment(size: Size) -> Iterator[Row]:
    things = [("item", f"i{i}", 8e6 + 1e5 * i) for i in range(size.items)]
    things += [("element", f"e{e:02}", 2e7) for e in range(0, size.elements, 2)]
    for kind, what, cost in things:
        for payer, share, last in (("host", 0.7, ""), ("partner", 0.3, "2026-09-30")):
            yield {
                "kind": kind,
                "what": what,
                "payer": payer,
                "payer_share": share,
                "year_cost": size.spread(cost),
                "currency": "USD",
                "price_year": 2024,
                "funded_to": last,
                "payer_after": "host",
                **_PROVENANCE,
            }


def _budgets(size: Size) -> Iterator[Row]:
    whole = 0.7 * (size.items * 8.4e6 + (size.elements + 1) // 2 * 2e7)
    for year in range(2025, 2025 + size.horizon // 12 + 1):
        yield {
            "budget": f"host-{year}",
            "payer": "host",
            "authority": "Vote",
            "stage": "appropriated",
            "use": "sustainment",
            "fiscal_year": year,
            "amount": round(whole),
            "currency": "USD",
            "price_year": 2024,
            "carry_over": "no",
            "execution": size.spread(0.9, 0.1, 1),
            **_PROVENANCE,
        }


def _ratings(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        yield {
            "element": f"e{e:02}",
            "function": "logistics" if size.moves else "maintenance",
            "scale": "four",
            "version": 1,
            "level": 3 if size.exact else "2 | 3 | 4",
            "assessor": "joint",
            "method": "visit",
            "rated_on": "2024-09-15" if size.moves else "2024-12-15",
            "denominator": f"all-{e}",
            **_PROVENANCE,
            "evidence": "made other",
        }


def _lines(size: Size) -> Iterator[Row]:
    for e in range(size.elements):
        for part, share in ((0, 0.6), (1, 0.4)):
            yield {
                "line": f"l{e:02}-{part}",
                "element": f"e{e:02}",
                "task": f"t{(e + 7 * part) % size.tasks:02}",
                "contribution": size.spread(1 + 0.01 * e),
                "share": share,
                "concurrent": "no",
                **_PROVENANCE,
            }


def _line_needs(size: Size) -> Iterator[Row]:
    function = "logistics" if size.moves else "maintenance"
    for e in range(size.elements):
        for part in (0, 1):
            wanted = [
                ("personnel", "personnel", 0.9),
                ("function", function, 1),
                ("item", f"i{e % size.items}", 0.9),
                ("skill", "mechanic", 0.8),
            ]
            for kind, name, threshold in wanted[: 4 - part]:
                yield {
                    "line": f"l{e:02}-{part}",
                    "kind": kind,
                    "name": name,
                    "mandatory": "yes",
                    "threshold": threshold,
                }


def _self_reliance(size: Size) -> Iterator[Row]:
    for k in range(size.tasks):
        yield {"task": f"t{k:02}", "party": "joint", "share": size.spread(0.7 + 0.01 * k), **_PROVENANCE}


def _enablers(size: Size) -> Iterator[Row]:
    for k in range(0, size.tasks, 2):
        for phase, amount in (("p0", 0.3), ("p1", 0.15)):
            yield {
                "task": f"t{k:02}",
                "phase": phase,
                "party": "partner",
                "amount": size.spread(amount),
                "posts": 20,
                "ends": "",
                **_PROVENANCE,
            }


def _gates(size: Size) -> Iterator[Row]:
    date = {
        "rule": "date",
        "latest_date": "2026-12-31",
        "review_date": "2026-12-31",
        "expression": "all()",
        "on_fail": "proceed-with-risk",
    }
    review = {
        "rule": "condition",
        "latest_date": "",
        "review_date": f"{2024 + size.horizon // 12}-12-31",
        "expression": f"at_least({min(6, size.tasks // 2)})",
        "on_fail": "hold",
    }
    for n, rule in enumerate((date, review), 1):
        yield {
            "gate": f"g{n}",
            "name_en": f"Gate {n}",
            "phase_from": f"p{n - 1}",
            "phase_to": f"p{n}",
            **rule,
            "once": "no",
            "reverse_rule": "none",
            "decision_body": "Commission",
            **_PROVENANCE,
        }


def _conditions(size: Size) -> Iterator[Row]:
    for n in (1, 2):
        for k in range(0, size.tasks, 2):
            yield {
                "condition": f"c{n}-{k:02}",
                "name_en": f"Condition {n} {k}",
                "gate": f"g{n}",
                "measure": "cover" if k % 4 else "self-reliance",
                "task": f"t{k:02}",
                "comparison": ">=",
                "threshold": size.spread(0.55, 0.1),
                "exit_threshold": 0.5 if size.exact else 0.48,
                "smoothing": "mean" if k % 3 else "each-month",
                "persistence": 3,
                "hold": 0,
                "condition_class": "core",
                "family": "capability",
                "owner": "host",
                "evidence_max_age": 12,
                **_PROVENANCE,
            }


if __name__ == "__main__":
    print(write_generated(Path(sys.argv[1]), Size(exact="--exact" in sys.argv, steady="--steady" in sys.argv)))
