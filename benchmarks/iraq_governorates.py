"""Governorate forecasts of a plan that names a file of events, as an assessment draws them: how good, by model.

Iraq's events of UCDP GED 1989–2017 become the counts of a plan with 18 areas; for each October 2009 … 2016 the plan's
paths of the next 14 months are drawn and steps 3–14 scored (mean CRPS and IGN by governorate and month), with the
coverage of 90 % by randomised PIT for governorates, for the sum of all, and for the sum of all over twelve months.

    python benchmarks/iraq_governorates.py FOLDER_OF_DATA
"""

from __future__ import annotations

import csv
import datetime as dt
import sys
import tempfile
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
from numpy.typing import NDArray

from jisr.inputs import draw_inputs
from jisr.keyed_random import Block
from jisr.months import Month
from jisr.plan import Area, Driver, EventFile, Evidence, Partnership, Plan, Series
from jisr.threat import compile_threat, threat_paths, with_event_counts
from jisr.threat.scores import crps, ignorance, randomised_pit

FILE = "ucdp_ged_iraq_events_1989_2017.parquet"
CUTOFFS = [Month.parse(f"{year}-10") for year in range(2009, 2017)]
DRAWS = 1000
STEPS = slice(2, 14)
"""Months 3 to 14."""


def main(folder: Path) -> None:
    names = governorates(folder / FILE)
    ahead = plan_at(folder, names, Month.parse("2017-12"), "skeleton")
    first, seen = observed(ahead)
    print("model      CRPS    IGN   in 90 %   nation in 90 %   nation's year in 90 %")
    for model in ("skeleton", "pool"):
        print(f"{model:9} {scored(folder, names, model, first, seen)}")


def scored(folder: Path, names: dict[str, str], model: str, first: Month, seen: NDArray[np.float64]) -> str:
    figures: list[list[NDArray[np.float64]]] = []
    generator = np.random.default_rng(1)
    for cutoff in CUTOFFS:
        plan = plan_at(folder, names, cutoff, model)
        data = compile_threat(plan)
        paths = threat_paths(data, draw_inputs(plan, Block(0, DRAWS), seed=1), 1)
        drawn = paths.counts["deaths"][:, data.window :][:, STEPS]
        true = seen[cutoff - first + 1 :][STEPS]
        nation, real = drawn.sum(axis=2, keepdims=True), true.sum(axis=1, keepdims=True)
        year, sums = nation.sum(axis=1, keepdims=True), real.sum(axis=0, keepdims=True)
        inside = [
            within(randomised_pit(a, b, generator.random(b.shape)))
            for a, b in ((drawn, true), (nation, real), (year, sums))
        ]
        figures.append([crps(np.sort(drawn, axis=0), true), ignorance(drawn, true), *inside])
    crps_, ign, *covered = (np.mean([np.mean(one[i]) for one in figures]) for i in range(5))
    return f"{crps_:5.2f}  {ign:5.3f}   {covered[0]:6.1%}   {covered[1]:14.1%}   {covered[2]:21.1%}"


def within(pit: NDArray[np.float64]) -> NDArray[np.bool_]:
    return (pit >= 0.05) & (pit <= 0.95)


def plan_at(folder: Path, names: dict[str, str], cutoff: Month, model: str) -> Plan:
    """A plan of nothing but areas and a series of events."""
    day = cutoff.last_day()
    said = {"basis": "assumed", "reason": "benchmark", "as_of": day, "known_on": day}
    party = {"id": "host", "role": "host", "label": {"en": "Host"}}
    settings = Partnership.model_validate(
        {
            "id": "iraq", "title": {"en": "Iraq"}, "parties": [party, party | {"id": "other", "role": "contributor"}],
            "languages": ["en"], "currency_base": "USD", "price_year": 2017, "cutoff": day, "horizon": 14, "seed": 1,
            "draws": DRAWS, "defaults": {"threat_model": model},
        }
    )  # fmt: skip
    areas = sorted({ident(name) for name in names.values()})
    with tempfile.TemporaryDirectory() as scratch:
        with (Path(scratch) / "names.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("reported", "area"), *((a, ident(b)) for a, b in names.items())])
        (Path(scratch) / FILE).symlink_to((folder / FILE).resolve())
        tables = {
            "areas": tuple(Area(area=one, name={"en": one}, valid_from=dt.date(1990, 1, 1), **said) for one in areas),
            "drivers": (Driver(driver="deaths", name={"en": "Deaths"}, unit="deaths", kind="forecast", series="deaths"),),
            "series": (Series(series="deaths", definition={"en": "Deaths"}, unit="deaths", counts="deaths", scope="area"),),
            "event_files": (
                EventFile(
                    series="deaths", source="ucdp", files=FILE, names="names.csv", kinds="state-based", evidence="ged",
                    from_month=Month.parse("1990-01"),
                ),
            ),
            "evidence": (Evidence(evidence="ged", publisher="UCDP", title="GED 19.1", published=day, grade=3),),
        }  # fmt: skip
        plan, found = with_event_counts(Plan(settings, tables), Path(scratch))
    wrong = [one for one in found if one.severity == "error"]
    if wrong:
        raise SystemExit(str(wrong))
    return plan


def governorates(path: Path) -> dict[str, str]:
    """Names UCDP reports → the 18 governorates."""
    read = pq.read_table(path, columns=["adm_1", "gov"]).to_pydict()
    return {str(a).strip(): str(b) for a, b in zip(read["adm_1"], read["gov"], strict=True) if a and b}


def ident(name: str) -> str:
    return name.lower().replace(" ", "-").replace("'", "")


def observed(plan: Plan) -> tuple[Month, NDArray[np.float64]]:
    """The counts of a plan. Shape: (month, area)."""
    from jisr.threat.compiled import monthly_areas

    months = monthly_areas(plan, "deaths")
    return min(months), np.stack([months[one] for one in sorted(months)])


if __name__ == "__main__":
    main(Path(sys.argv[1]))
