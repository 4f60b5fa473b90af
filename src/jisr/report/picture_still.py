"""A chart as a still picture: for print, and where no script runs."""

from __future__ import annotations

import base64
import re

from jisr.charts import Chart, shared_data

__all__ = ["picture_still"]

_WIDTH = 620
"""Pixels: half the page on a desk, the width of a sheet in print."""


_ID = re.compile(r'id="([a-z_-]*)(\d+)"')


def picture_still(chart: Chart) -> str:
    """The chart without its title as an SVG in a `data:` address."""
    import vl_convert

    body = {key: value for key, value in chart.specification.items() if key != "title"}
    svg = _numbered(str(vl_convert.vegalite_to_svg(shared_data(body) | {"width": _WIDTH})))
    return "data:image/svg+xml;base64," + base64.b64encode(svg.encode()).decode()


def _numbered(svg: str) -> str:
    """The picture with its inner ids counted from nought: the renderer counts them over all it has drawn."""
    found = dict.fromkeys(_ID.findall(svg))
    for i, (name, number) in enumerate(found):
        svg = re.sub(rf'(id="|#){re.escape(name)}{number}(?=["\')])', rf"\g<1>{name}-{i}", svg)
    return svg
