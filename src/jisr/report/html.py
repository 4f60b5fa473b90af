"""One self-contained page: answer first, then pictures, then tables, then method."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from jisr.assessment import Assessment, TaskOutlook
from jisr.charts import gates_by_month, sustainment_by_month
from jisr.plan import Plan
from jisr.report.blocks import first_page, headline, owner_name
from jisr.words import Words

__all__ = ["render_html"]

_LATER = 24
"""Months ahead for which the task table shows cover."""


def render_html(plan: Plan, assessment: Assessment, words: Words) -> bytes:
    """The page. Same values, same bytes; it asks nothing of any network."""
    del plan
    import jinja2
    from markupsafe import Markup

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(files("jisr.report") / "templates")),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    charts = [one for one in (gates_by_month(assessment, words), sustainment_by_month(assessment, words)) if one]
    page = environment.get_template("page.html.j2").render(
        t=words.text,
        w=words,
        a=assessment,
        owner=lambda party: owner_name(assessment, party, words),
        headline=headline(assessment, words),
        blocks=first_page(assessment, words),
        charts=charts,
        specifications=Markup(_embedded({chart.id: chart.specification for chart in charts})),  # noqa: S704 - escaped there
        binds=lambda task: _binds(assessment, task, words),
        later=min(_LATER, assessment.plan.horizon) - 1,
        style=Markup(_resource("page.css")),  # noqa: S704 - our own file
        script=Markup(_library()),  # noqa: S704 - from the package, closing tags broken up
        revised=[words.name(one.name) for one in assessment.drivers if one.history and one.history.revised_later],
    )
    return page.encode()


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


def _binds(assessment: Assessment, task: TaskOutlook, words: Words) -> str:
    del assessment
    parts = [
        f"{words.text('need-' + str(one['kind']))} {one['element']}/{one['name']} {words.percent(float(str(one['share'])))}"
        for one in task.binds[:3]
    ]
    return "; ".join(parts)
