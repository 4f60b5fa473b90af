"""A plan small enough to reason about: two or three areas, one task, two years of monthly counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

from jisr.months import Month
from jisr.plan import (
    Area,
    Demand,
    Driver,
    Evidence,
    Observed,
    Partnership,
    Phase,
    Plan,
    Row,
    Series,
    Task,
    ThreatResponse,
)

CUTOFF = dt.date(2024, 9, 30)
ASSUMED: dict[str, Any] = {"basis": "assumed", "reason": "test", "as_of": CUTOFF, "known_on": CUTOFF}


def partnership(**changes: Any) -> Partnership:
    values: dict[str, Any] = {
        "id": "small",
        "title": {"en": "Small"},
        "parties": [
            {"id": "north", "role": "host", "label": {"en": "North"}},
            {"id": "south", "role": "contributor", "label": {"en": "South"}},
        ],
        "languages": ["en"],
        "currency_base": "USD",
        "price_year": 2024,
        "cutoff": CUTOFF,
        "horizon": 24,
        "seed": 2024,
        "draws": 400,
    }
    return Partnership.model_validate(values | changes)


def area(name: str, **changes: Any) -> Area:
    values: dict[str, Any] = {"area": name, "name": {"en": name}, "valid_from": dt.date(2020, 1, 1)}
    return Area.model_validate(values | ASSUMED | changes)


def series(name: str, **changes: Any) -> Series:
    values: dict[str, Any] = {
        "series": name,
        "definition": {"en": name},
        "unit": "count",
        "counts": "incidents",
        "scope": "area",
    }
    return Series.model_validate(values | changes)


def driver(name: str, **changes: Any) -> Driver:
    values: dict[str, Any] = {"driver": name, "name": {"en": name}, "unit": "count", "kind": "forecast"}
    return Driver.model_validate(values | ASSUMED | changes)


def demand(task: str, driver_name: str, rate: str = "1", area_name: str | None = None) -> Demand:
    return Demand(task=task, area=area_name, driver=driver_name, rate=rate, **ASSUMED)


def task(name: str, window: int = 12) -> Task:
    return Task(task=name, name={"en": name}, unit="patrols", scope="local", essential=True, weight=1, window=window)


def evidence(name: str, published: dt.date) -> Evidence:
    return Evidence(evidence=name, publisher="P", title=name, published=published, grade=3)


def observed(name: str, month: Month, value: float, area_name: str | None = None, **changes: Any) -> Observed:
    values: dict[str, Any] = {
        "series": name,
        "from_date": month.first_day(),
        "to_date": month.last_day(),
        "scope": "area",
        "area": area_name,
        "value": value,
        "kind": "total",
        "evidence": "count",
    }
    return Observed.model_validate(values | changes)


def monthly(name: str, values: list[float], area_name: str | None = None, **changes: Any) -> list[Observed]:
    """Monthly figures whose last month is the cutoff."""
    last = Month.of(CUTOFF)
    return [observed(name, last + (i + 1 - len(values)), value, area_name, **changes) for i, value in enumerate(values)]


def factor(value: str, phase: str = "after", first: int = 0, last: int | None = None, **changes: Any) -> ThreatResponse:
    values: dict[str, Any] = {"phase": phase, "from_months": first, "to_months": last, "factor": value}
    return ThreatResponse.model_validate(values | ASSUMED | changes)


def small_plan(**tables: list[Row]) -> Plan:
    """Three areas, national monthly incidents, and windows by area to split them; named tables replace these."""
    windows = [
        Observed(
            series="incidents",
            from_date=dt.date(2024, 1, 1),
            to_date=dt.date(2024, 6, 30),
            scope="area",
            area=name,
            value=value,
            kind="total",
            evidence="count",
        )
        for name, value in (("east", 60), ("west", 30), ("hills", 10))
    ]
    rows: dict[str, list[Any]] = {
        "areas": [area("east", population="900000"), area("west", population="1e5 | 2e5 | 4e5"), area("hills")],
        "tasks": [task("patrol")],
        "drivers": [
            driver("attacks", series="incidents", shares_series="incidents", shares_weight=0.5),
            driver("people", kind="area-attribute", attribute="population", attribute_scale=1000),
        ],
        "demand": [demand("patrol", "attacks", "1 | 2 | 4"), demand("patrol", "people", "0 | 1 | 3")],
        "series": [series("incidents")],
        "observed": [*monthly("incidents", [20.0 + i for i in range(24)]), *windows],
        "evidence": [evidence("count", dt.date(2024, 9, 1))],
        "phases": [
            Phase(phase="now", name={"en": "Now"}),
            Phase(phase="after", name={"en": "After"}, starts_by="gate"),
        ],
    }
    merged = rows | {name: list(given) for name, given in tables.items()}
    return Plan(partnership(), {name: tuple(given) for name, given in merged.items()})
