"""One self-contained page: answer first, then pictures, then tables, then method."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

from jisr.assessment import Assessment
from jisr.charts import Chart, shared_data
from jisr.comparison import SidesApart
from jisr.plan import Plan
from jisr.report.build_report import build_report
from jisr.report.explanations import explanations
from jisr.report.kept_together import kept_together
from jisr.report.picture_still import picture_still
from jisr.report.report import Section, SectionBlock
from jisr.words import Words

__all__ = ["render_html"]


def render_html(
    plan: Plan,
    assessment: Assessment,
    words: Words,
    added: Sequence[Section] = (),
    apart: SidesApart | None = None,
) -> bytes:
    """The page. Same values, same bytes; it asks nothing of any network."""
    from markupsafe import Markup

    report = build_report(plan, assessment, words, added, apart)
    charts = tuple(report.charts())
    chains = explanations(plan, assessment, report, words)
    page: str = (
        _environment()
        .get_template("page.html.j2")
        .render(
            t=words.text,
            language="en" if words.language == "qps" else words.language,
            direction=words.direction,
            report=report,
            charts=charts,
            kind=lambda block: type(block).__name__,
            groups=_groups,
            still=picture_still,
            explained=chains["steps"],
            explanations=Markup(_embedded(chains)),  # noqa: S704 - escaped there
            specifications=Markup(_embedded({chart.id: _untitled(chart) for chart in charts})),  # noqa: S704 - escaped there
            style=Markup(_resource("page.css")),  # noqa: S704 - our own file
            library=Markup(_library() if charts else ""),  # noqa: S704 - from the package, closing tags broken up
            script=Markup(_resource("page.js")),  # noqa: S704 - our own file
        )
    )
    return page.encode()


def _groups(section: Section) -> list[tuple[bool, list[SectionBlock]]]:
    """Blocks in their order; pictures that follow one another stand together."""
    return [
        (pictures, list(blocks)) for pictures, blocks in groupby(section.blocks, lambda one: isinstance(one, Chart))
    ]


def _environment() -> Any:
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(str(files("jisr.report") / "templates")),
        autoescape=True,
        extensions=["jinja2.ext.do"],
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["kept"] = kept_together
    return environment


def _untitled(chart: Chart) -> dict[str, Any]:
    """The specification for a page that sets the title itself, where a long one breaks into lines."""
    return shared_data({key: value for key, value in chart.specification.items() if key != "title"})


def _embedded(value: Any) -> str:
    """JSON that cannot end its script element."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
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
