"""One self-contained page: answer first, then pictures, then tables, then method."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jisr.assessment import Assessment, GateOutlook
from jisr.charts import Chart, gates_by_month, sustainment_by_month
from jisr.plan import Plan
from jisr.report.basis_block import headline, revised_names
from jisr.report.blocks import first_page
from jisr.report.budget_lines import budget_lines
from jisr.report.figures import chance_text, value_text, wanted_text
from jisr.report.gate_block import gate_note
from jisr.report.kept_together import kept_together
from jisr.report.tables import Cells
from jisr.words import Words

__all__ = ["render_html"]


def render_html(plan: Plan, assessment: Assessment, words: Words) -> bytes:
    """The page. Same values, same bytes; it asks nothing of any network."""
    from markupsafe import Markup

    found = (gates_by_month(assessment, words), sustainment_by_month(assessment, words))
    charts = [one for one in found if one is not None]
    page: str = (
        _environment()
        .get_template("page.html.j2")
        .render(
            t=words.text,
            w=words,
            a=assessment,
            c=Cells(plan, assessment, words),
            headline=headline(assessment, words),
            blocks=first_page(assessment, words),
            chance=lambda share, gate: chance_text(share, gate.draws, words),
            note=lambda gate: gate_note(gate, words),
            value=lambda value, unit: value_text(value, unit, words),
            wanted=lambda one: wanted_text(one, words),
            outlook=_outlook,
            money=budget_lines(plan, assessment, words),
            charts=charts,
            specifications=Markup(_embedded({chart.id: _untitled(chart) for chart in charts})),  # noqa: S704 - escaped there
            style=Markup(_resource("page.css")),  # noqa: S704 - our own file
            library=Markup(_library() if charts else ""),  # noqa: S704 - from the package, closing tags broken up
            script=Markup(_resource("page.js")),  # noqa: S704 - our own file
            revised=words.text("comma").join(revised_names(assessment, words)),
        )
    )
    return page.encode()


def _environment() -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(files("jisr.report") / "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kept"] = kept_together
    return environment


def _outlook(gate: GateOutlook, condition: str) -> Any:
    return next(one for one in gate.conditions if one.condition == condition)


def _untitled(chart: Chart) -> dict[str, Any]:
    """The specification for a page that sets the title itself, where a long one breaks into lines."""
    return {key: value for key, value in chart.specification.items() if key != "title"}


def _embedded(value: Any) -> str:
    """JSON that cannot end its script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


@cache
def _resource(name: str) -> str:
    return (files("jisr.report") / "templates" / name).read_text(encoding="utf-8")


@cache
def _library() -> str:
    """Vega, Vega-Lite and Vega-Embed as one script, from the package of the chart renderer."""
    import vl_convert

    snippet = "window.jisrEmbed = vegaEmbed;"
    return str(vl_convert.javascript_bundle(snippet)).replace("</script", "<\\/script")
