"""Every picture of every kind of report: drawn by the renderer, valid, and saying in text what it shows."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from sample_assessment import bare, fan, names, never_gate, sample, task

import jisr
from jisr.assessment import AreaOutlook, Assessment, Fan
from jisr.charts import Chart, shared_data
from jisr.plan import Area, Plan
from jisr.report import build_report
from jisr.report.picture_still import picture_still
from jisr.words import Words

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "three-areas"
LONG = names("A name of eighty letters with <b> & 'quotes' \"twice\" " + "abcdefgh " * 4)
SHAPE = "[[[{0}, 0], [{1}, 0], [{1}, 1], [{0}, 1], [{0}, 0]]]"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return jisr.load(EXAMPLE)


def charts(plan: Plan, assessment: Assessment, language: str = "en") -> dict[str, Chart]:
    """Every chart of a report by id."""
    return {one.id: one for one in build_report(plan, assessment, Words(language)).charts()}


def many_areas(number: int, start: float = 9.0) -> tuple[Assessment, list[Area]]:
    """The sample with so many areas without a place on the tile map, and their rows."""
    row = jisr.load(EXAMPLE).rows(Area)[0]
    rows = [row.model_copy(update={"area": f"a{i}", "tile_row": None, "tile_col": None}) for i in range(number)]
    first = sample()
    shown = Fan(**{name: values[::3] for name, values in vars(fan(start, start)).items()})
    outlooks = tuple(AreaOutlook(one.area, LONG, shown) for one in rows)
    driver = dataclasses.replace(first.drivers[0], areas=outlooks)
    return dataclasses.replace(first, drivers=(driver,)), rows


def nobody_demands() -> Assessment:
    """A task with nothing required: all of it is covered."""
    nothing, all_of_it = fan(0.0, 0.0), Fan(*(tuple(1.0 for _ in range(24)) for _ in range(6)))
    first = sample()
    idle = task("idle", "Idle", requirement=nothing, cover=dict.fromkeys(first.tasks[0].cover, all_of_it))
    return dataclasses.replace(first, tasks=(idle,))


def with_zeros() -> Assessment:
    """A threat that is nought, seen and ahead, everywhere."""
    first = sample()
    history = dataclasses.replace(first.drivers[0].history, values=(0.0, 0.0))  # type: ignore[type-var]
    quiet = many_areas(3, 0.0)[0].drivers[0].areas
    driver = dataclasses.replace(first.drivers[0], history=history, ahead=fan(0.0, 0.0), areas=quiet)
    return dataclasses.replace(first, drivers=(driver,), presence=fan(0.0, 0.0))


def with_long_names() -> Assessment:
    """Names of eighty letters everywhere."""
    first = sample()
    return dataclasses.replace(
        first,
        tasks=tuple(dataclasses.replace(one, name=LONG) for one in first.tasks),
        gates=tuple(
            dataclasses.replace(
                one, name=LONG, conditions=tuple(dataclasses.replace(each, name=LONG) for each in one.conditions)
            )
            for one in first.gates
        ),
        programme=dataclasses.replace(
            first.programme,
            activities=tuple(dataclasses.replace(one, title=LONG) for one in first.programme.activities),
        ),
    )


CASES = {
    "sample": sample(),
    "bare": bare(),
    "never": dataclasses.replace(sample(), gates=(never_gate(),)),
    "idle": nobody_demands(),
    "zeros": with_zeros(),
    "long": with_long_names(),
    "one-area": many_areas(1)[0],
}


@pytest.mark.parametrize("case", CASES)
def test_every_picture_is_drawn_with_figures_only(plan: Plan, case: str) -> None:
    import vl_convert

    for chart in charts(plan, CASES[case]).values():
        svg = vl_convert.vegalite_to_svg(shared_data(chart.specification) | {"width": 500})
        assert "NaN" not in svg, chart.id
        assert "undefined" not in svg, chart.id
        assert svg.count("<path") > 1, chart.id
        assert all((chart.title, chart.unit, chart.source, chart.alternative, chart.data.rows)), chart.id
        json.dumps(chart.specification, allow_nan=False)


@pytest.mark.parametrize("language", ["en", "qps"])
def test_every_specification_is_valid_vega_lite(plan: Plan, language: str) -> None:
    import altair as alt

    for chart in charts(plan, sample(), language).values():
        alt.Chart.from_dict(json.loads(json.dumps(shared_data(chart.specification))), validate=True)


def test_every_kind_of_picture_is_in_the_sample(plan: Plan) -> None:
    found = charts(plan, sample())
    assert {
        "gates", "margins-step-one", "gains-step-one", "threat-incidents", "areas-incidents", "area-incidents",
        "cover-now", "cover-after-step-one", "cover-alone", "balance", "presence", "sustainment", "programme",
        "money-by-year", "site-camp", "commitment-ages", "evidence-ages", "basis-by-table",
        "requirement-by-side", "lines", "gaps", "courses", "headcounts", "ratings", "absorption",
        "past-press", "bins-press", "severe",
    } <= set(found)  # fmt: skip


def test_what_has_nothing_to_show_has_no_empty_axis(plan: Plan) -> None:
    assert {"areas-incidents", "area-incidents", "presence"} & set(charts(plan, CASES["zeros"])) == set()
    nothing = {"programme", "money-by-year", "cover-now", "balance", "requirement-by-side", "lines", "gaps", "courses"}
    assert (nothing | {"headcounts", "ratings", "absorption", "severe", "past-press"}) & set(
        charts(plan, bare())
    ) == set()
    without = plan.with_rows("evidence", []).with_rows("commitments", [])
    ids = {one.id for one in build_report(without, sample(), Words()).sections}
    assert {"evidence", "commitments"} & ids == set()


def test_three_hundred_areas_without_a_place_are_a_picture_of_tiles(plan: Plan) -> None:
    assessment, rows = many_areas(300)
    chart = charts(plan.with_rows("areas", rows), assessment)["areas-incidents"]
    boxes = chart.specification["layer"][0]["data"]["values"]
    assert len({(round(one["x"]), round(one["y"])) for one in boxes}) == 300
    assert len(chart.data.rows) == 300
    assert len(picture_still(chart)) < 1_500_000


def outlined(plan: Plan, *shapes: str) -> Plan:
    """The plan with outlines of those names."""
    from jisr.plan import BoundaryFile
    from jisr.plan.boundaries import read_boundaries

    features = [
        {
            "type": "Feature",
            "properties": {"code": name},
            "geometry": {"type": "Polygon", "coordinates": json.loads(SHAPE.format(i, i + 1))},
        }
        for i, name in enumerate(shapes)
    ]
    text = json.dumps({"type": "FeatureCollection", "features": features})
    boundaries, found = read_boundaries(text, "map.geojson", "code")
    assert found == []
    setting = BoundaryFile(file="map.geojson", property="code", column="area")
    partnership = plan.partnership.model_copy(update={"boundaries": setting})
    return dataclasses.replace(plan, partnership=partnership, boundaries=boundaries)


def test_a_hole_and_a_strange_outline_are_said_and_drawn_empty(plan: Plan) -> None:
    chart = charts(outlined(plan, "north", "elsewhere"), sample())["map-incidents"]
    shapes = chart.specification["layer"][0]["data"]["values"]
    assert [one["area"] for one in shapes] == ["north", ""]
    assert "Not on the map: Centre, South." in chart.alternative
    assert chart.source.endswith("Lines: map.geojson.")
    assert len(chart.data.rows) == 3


def test_outlines_of_no_area_at_all_are_no_map(plan: Plan) -> None:
    found = charts(outlined(plan, "elsewhere"), sample())
    assert "map-incidents" not in found
    assert "areas-incidents" in found


def test_the_same_picture_has_the_same_bytes(plan: Plan) -> None:
    chart = charts(plan, sample())["sustainment"]
    assert picture_still(chart) == picture_still(chart)
