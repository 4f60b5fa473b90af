from __future__ import annotations

import dataclasses
import json
from itertools import pairwise

import pytest
from sample_assessment import MONTHS, activity, bare, gate, sample

from jisr.assessment import Assessment
from jisr.charts import Age, Ages, Chart, ages, gates_by_month, programme_by_month, sustainment_by_month
from jisr.charts.area_fans import _shortened
from jisr.charts.chart import rows_axis
from jisr.words import Words

ARABIC = {"en": "", "ar": "المرحلة الأولى"}


def drawn(assessment: Assessment, language: str = "en") -> list[Chart]:
    """The charts there are."""
    words = Words(language)
    found = (gates_by_month(assessment, words), sustainment_by_month(assessment, words))
    return [one for one in found if one is not None]


@pytest.mark.parametrize("language", ["en", "qps"])
def test_a_chart_says_what_it_shows(language: str) -> None:
    charts = drawn(sample(), language)
    assert [one.id for one in charts] == ["gates", "sustainment"]
    for chart in charts:
        assert all((chart.title, chart.unit, chart.source, chart.alternative))
        assert chart.specification["description"] == chart.alternative
        assert len(chart.data.rows) == len(MONTHS)
        json.dumps(chart.specification, allow_nan=False)


def test_the_alternative_text_carries_the_answer() -> None:
    gates, sustainment = drawn(sample())
    assert "Step one: 12.0 % in Dec 2025" in gates.alternative
    assert "Step two: < 0.15 % in Jun 2026" in gates.alternative
    assert (
        "USD 40 M a year needed; USD 35 M funded in the first month, least USD 20 M in Jan 2026"
        in sustainment.alternative
    )


def test_months_are_the_same_in_every_time_zone() -> None:
    for chart in drawn(sample()):
        for layer in chart.specification["layer"]:
            assert layer["encoding"]["x"]["timeUnit"] == "utcyearmonth"


def test_lines_are_told_apart_three_ways() -> None:
    layers = drawn(sample())[0].specification["layer"]
    line = next(one for one in layers if one["mark"]["type"] == "line")
    assert len(set(line["encoding"]["color"]["scale"]["range"])) == 2
    assert len(set(map(tuple, line["encoding"]["strokeDash"]["scale"]["range"]))) == 2
    assert [one["label"] for one in layers[-1]["data"]["values"]] == ["Step two", "Step one"]


def test_labels_do_not_lie_on_each_other() -> None:
    gates = tuple(gate(f"g{i}", f"Gate {i}") for i in range(7))
    layers = drawn(dataclasses.replace(sample(), gates=gates))[0].specification["layer"]
    heights = [one["share"] for one in layers[-1]["data"]["values"]]
    assert min(b - a for a, b in pairwise(heights)) >= 0.07


def test_two_gates_of_one_month_share_its_mark() -> None:
    gates = (gate("a", "A"), gate("b", "B"))
    rule = drawn(dataclasses.replace(sample(), gates=gates))[0].specification["layer"][0]
    assert [one["when"] for one in rule["data"]["values"]] == ["Dec 2025"]


def test_gates_of_one_name_stay_two_lines() -> None:
    gates = (gate("a", "Same"), gate("b", "Same"))
    layers = drawn(dataclasses.replace(sample(), gates=gates))[0].specification["layer"]
    line = next(one for one in layers if one["mark"]["type"] == "line")
    assert line["encoding"]["color"]["scale"]["domain"] == ["a", "b"]


def test_a_reference_beyond_the_horizon_does_not_stretch_the_axis() -> None:
    layers = drawn(dataclasses.replace(sample(), gates=(gate("a", "A", reference="2040-01"),)))[0].specification[
        "layer"
    ]
    assert all("2040" not in json.dumps(layer["data"]["values"]) for layer in layers)


def test_nothing_to_show_is_no_chart() -> None:
    assert [one.id for one in drawn(bare())] == ["gates"]
    assert drawn(dataclasses.replace(bare(), gates=())) == []


def test_a_payer_who_pays_nothing_has_no_area() -> None:
    outlook = sample().sustainment
    paid = {**outlook.funded_by_payer, "nobody": tuple(0.0 for _ in MONTHS)}
    assessment = dataclasses.replace(sample(), sustainment=dataclasses.replace(outlook, funded_by_payer=paid))
    assert [one.heading for one in drawn(assessment)[1].data.columns] == [
        "Month",
        "Needed a year",
        "Coalition",
        "Northland",
    ]


def test_without_any_payer_the_need_still_stands() -> None:
    nothing = tuple(0.0 for _ in MONTHS)
    outlook = dataclasses.replace(sample().sustainment, funded=nothing, funded_by_payer={"host": nothing})
    chart = drawn(dataclasses.replace(sample(), sustainment=outlook))[1]
    assert [one["mark"]["type"] for one in chart.specification["layer"]] == ["line", "text"]


def test_phrases_keep_their_order_in_right_to_left_pictures() -> None:
    chart = drawn(dataclasses.replace(sample(), gates=(dataclasses.replace(gate("a", "A"), name=ARABIC),)), "qps")[0]
    assert chart.specification["title"]["text"].startswith("\u2067")
    assert chart.specification["title"]["anchor"] == "end"
    assert chart.specification["layer"][-1]["data"]["values"][0]["label"] == f"\u2067{ARABIC['ar']}\u2069"
    assert drawn(sample())[0].specification["title"]["anchor"] == "start"


def test_the_renderer_takes_every_chart() -> None:
    import vl_convert

    first = dataclasses.replace(sample(), gates=(gate("a", "A <b> & 'c'"), gate("b", "ب")))
    for chart in drawn(first):
        svg = vl_convert.vegalite_to_svg(dict(chart.specification) | {"width": 500})
        assert chart.title in svg
        assert "NaN" not in svg
        assert "undefined" not in svg


def test_a_specification_is_valid_vega_lite() -> None:
    import altair as alt
    import jsonschema

    charts = [*drawn(sample()), *drawn(sample(), "qps")]
    for chart in charts:
        alt.Chart.from_dict(json.loads(json.dumps(chart.specification)), validate=True)
    broken = json.loads(json.dumps(charts[0].specification)) | {"layer": [{"mark": "no-such-mark"}]}
    with pytest.raises(jsonschema.ValidationError):
        alt.Chart.from_dict(broken, validate=True)


def test_a_long_name_stands_on_two_lines_and_short_ones_stay_in_the_middle_of_their_row() -> None:
    names = {"long": "Counter-terrorism operations without the platform", "short": "Fires", "own": "Two\nlines"}
    axis = rows_axis("row", names, Words())["axis"]
    shown = json.loads(axis["labelExpr"][1 : axis["labelExpr"].rindex(")")])
    assert shown == {
        "long": ["Counter-terrorism operations", "without the platform"],
        "short": "Fires",
        "own": ["Two", "lines"],
    }
    assert axis["labelOffset"]["condition"]["test"] == 'indexof(["long", "own"], datum.value) >= 0'
    assert "labelOffset" not in rows_axis("row", {"short": "Fires"}, Words())["axis"]


@pytest.mark.parametrize("name", ["x" * 80, "word " * 16, "", "a" * 40 + " " + "b" * 40])
def test_names_of_any_length_have_at_most_two_lines(name: str) -> None:
    expression = rows_axis("row", {"one": name}, Words())["axis"]["labelExpr"]
    shown = json.loads(expression[1 : expression.rindex(")")])["one"]
    assert isinstance(shown, str) or len(shown) == 2


def test_a_component_is_written_where_there_is_room_for_it() -> None:
    first, last = MONTHS[0], MONTHS[-1]
    rows = (
        activity("long", "Long", start=first, months=12),
        activity("short", "Short", start=first, months=1),
        activity("late", "Late", start=last, months=1),
    )
    before = sample()
    chart = programme_by_month(
        dataclasses.replace(before, programme=dataclasses.replace(before.programme, activities=rows)), Words()
    )
    assert chart is not None
    texts = [one for one in chart.specification["layer"] if one["mark"]["type"] == "text"]
    placed = {bar["activity"]: bar["place"] for one in texts for bar in one["data"]["values"]}
    assert placed == {"long": "within", "short": "after", "late": "before"}
    assert all(one["data"]["values"] for one in texts)


def test_the_text_behind_the_longest_bar_has_room() -> None:
    things = (Age("one", "Close the recommendations", 40, "made 31 Aug 2023, no date given"),)
    chart = ages(Ages("ages", "Ages", "a text", "source", things), Words())
    assert chart is not None
    assert chart.specification["layer"][0]["encoding"]["x"]["scale"]["domain"] == [0, 80]


def test_a_shortened_name_keeps_its_end() -> None:
    assert _shortened("Area 123", 7) == "Are…123"
    assert _shortened("Area 12", 7) == "Area 12"
    assert _shortened("Area 123", 0) == "Area 123"
    assert len(_shortened("x" * 80, 2)) <= 3
